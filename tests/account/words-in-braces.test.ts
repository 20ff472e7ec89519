import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { printMessages, readText } from '../posts/read-text.ts';

const unaccounted = (body: string): readonly string[] =>
  printMessages(
    accountWords(readText(`---\ntitle: T\nlang: en\n---\n${body}\n`), { hasPlugins: false }).messages,
  ).filter((line) => line.includes('words-unaccounted'));

test('the alternative of a picture may stand in braces behind it', () => {
  expect(unaccounted("![](a.png){alt='A tree of folders'}")).toEqual([]);
  expect(unaccounted('![](a.png){alt="A tree of sub-folders"}')).toEqual([]);
});

test('the words between the brackets are a caption, and told where the model lost it', () => {
  const source = "![Own words](a.png){alt='A tree of folders'}";
  expect(unaccounted(source)).toEqual([]);
  const read = readText(`---\ntitle: T\nlang: en\n---\n${source}\n`);
  const document = read.value ?? expect.fail();
  const body = document.body.map((block) => {
    if (block.type !== 'figure') return block;
    const { caption: _caption, ...without } = block;
    return without;
  });
  const lost = accountWords({ ...read, value: { ...document, body } }, { hasPlugins: false });
  expect(printMessages(lost.messages).filter((line) => line.includes('words-unaccounted'))).toHaveLength(1);
});

test('sizes in per cent, and options of a listing, are markup', () => {
  expect(unaccounted('![A tree](a.png){#tree width=50%}')).toEqual([]);
  expect(
    unaccounted('{{< highlight go "linenos=table,hl_lines=2-3" >}}\na := 1\n{{< /highlight >}}'),
  ).toEqual([]);
});

test('words in quotes that are no options are still told', () => {
  expect(unaccounted('{{< highlight go "Some lost words" >}}\na := 1\n{{< /highlight >}}')).not.toEqual([]);
});

test('the title of a link may stand in braces behind it, and that of a span is told', () => {
  expect(unaccounted('See [it](https://example.org){title="A page of ours"}.')).toEqual([]);
  expect(unaccounted('See [it](https://example.org){: title="A page of \\"ours\\""}.')).toEqual([]);
  expect(unaccounted('See [it]{title="A page of ours"} and more.')).toEqual([]);
});

test('the title that another one in braces stands for is told', () => {
  expect(unaccounted('See [it](https://example.org "Own"){title="Page"}.')).toHaveLength(1);
});
