import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { printMessages, readText } from '../posts/read-text.ts';

const lostOf = (body: string): readonly string[] =>
  printMessages(
    accountWords(readText(`---\ntitle: T\nlang: en\nperiod: Two years\n---\n${body}\n`), {
      hasPlugins: false,
    }).messages,
  ).filter((line) => line.includes('words-unaccounted'));

test.each(['{{< param "period" >}}', "{{% param 'period' %}}", '{{< param period >}}'])(
  'the name of a parameter is markup: %s',
  (call) => {
    expect(lostOf(`It takes ${call}.`)).toEqual([]);
  },
);

test('words in quotes of another call are still told', () => {
  expect(lostOf('{{< highlight go "Two years lost" >}}\na := 1\n{{< /highlight >}}')).toEqual([
    '6:19 error words-unaccounted “Two years lost” stands in the post, but in neither file',
  ]);
});

test('the name of a file that was included is markup, and that of one that was not is told', () => {
  const nearby = {
    has: (path: string) => path === 'chapter.md',
    read: (path: string) => (path === 'chapter.md' ? 'A part.\n' : undefined),
  };
  const read = (name: string) =>
    accountWords(
      readText(`---\ntitle: T\nlang: en\n---\n\`\`\`{include} ${name}.md\n\`\`\`\n`, {
        path: 'a.md',
        nearby,
      }),
      { hasPlugins: false },
    );
  expect(printMessages(read('chapter').messages)).toEqual([]);
  expect(printMessages(read('absent').messages)).toEqual([
    '5:4 error include-missing File “absent.md” of {include} left out: it is not in the folder of the posts, is not text, has no such lines, or includes itself',
  ]);
});

test('names of classes for a picture are markup, where its call says that it takes them', () => {
  const picture = (second: string): string => `{% image_with_class "a.png" "${second}" "A leaf" %}`;
  expect(lostOf(picture('border border-base'))).toEqual([]);
  expect(lostOf(picture('Border of leaves'))).toEqual([
    '6:30 error words-unaccounted “Border of leaves” stands in the post, but in neither file',
  ]);
});

test('what a callout is, and what its words are written in, is markup', () => {
  expect(lostOf('{% callout "info", "md" %}\nWords.\n{% endcallout %}')).toEqual([]);
  expect(lostOf('So {% callout "warn" %}*words*{% endcallout %} here.')).toEqual([]);
});

test('options of a listing are markup', () => {
  const listing = (options: string): string =>
    `{{< highlight go "${options}" >}}\na := 1\n{{< /highlight >}}`;
  expect(lostOf(listing('linenos=inline, hl_Lines=3 6-8, noClasses=true'))).toEqual([]);
  expect(lostOf(listing('title=Some lost words'))).toEqual([
    '6:19 error words-unaccounted “title=Some lost words” stands in the post, but in neither file',
  ]);
});

test('a formula is found again with all its braces', () => {
  expect(lostOf('$$\n\\hat{y} = \\sum_{c=1}^{M}\\hat{y}_c \\log{\\frac{\\hat{y}_c}{y_c}}\n$$')).toEqual([]);
});

test('an address that a code to be photographed says leads there, whatever its words are', () => {
  expect(lostOf('{{< qr text="https://example.org/a-b" alt="The site" />}}')).toEqual([]);
  expect(lostOf('{{< qr text="https://example.org/a-b" />}}')).toEqual([]);
});
