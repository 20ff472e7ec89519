import { expect, test } from 'vitest';
import { accountWords } from '../../src/account/account-words.ts';
import { readText } from '../posts/read-text.ts';

/** What is said to be lost of a post. */
function lost(body: string): readonly string[] {
  const { messages } = accountWords(readText(`---\ntitle: T\nlang: en\n---\n${body}\n`), {
    hasPlugins: false,
  });
  return messages.flatMap(({ ruleId, reason }) => (ruleId === 'words-unaccounted' ? [reason] : []));
}

test.each([
  ['a value of the tag between them', '<p>10<meter value="3">3</meter> of it</p>'],
  [
    'the same in cells without an end',
    '<table><tr><td>10<progress value="3" max="10">3 of 10</progress></table>',
  ],
  ['words of a style', '70<style>3</style>3'],
  ['words of a list that is left out', '10<datalist open>level</b>70</datalist>70'],
  ['words of what is left out, which markup divides', 'of<canvas>of</output>3</canvas>3'],
  ['words of a script behind them', '<p>one<script>one + two</script>two</p>'],
])('words that are joined on the page are not taken for %s', (_, body) => {
  expect(lost(body)).toEqual([]);
});

test('words of what is left out stand together but for markup', () => {
  const reason = 'Hidden “one two” left out';
  const { value } = readText('---\ntitle: T\nlang: en\n---\none <b>x</b> two\n');
  const place = value?.body[0]?.place ?? expect.fail();
  const told = {
    ruleId: 'hidden-left-out',
    severity: 'warning',
    reason,
    note: '',
    file: 'a.md',
    place,
  } as const;
  const taken = { ...(value ?? expect.fail()), body: [] };
  const { messages } = accountWords(
    { value: taken, messages: [{ ...told, withholds: [] }] },
    { hasPlugins: false },
  );
  expect(messages.slice(1).map((message) => message.reason)).toEqual([
    '“x” stands in the post, but in neither file',
  ]);
});

test('an alternative whose first word a caption beside it has taken is not lost', () => {
  expect(
    lost('{{< figure src="dot.png" alt="A red dot" caption="A **bold** <em>cap</em>" attr="By me" >}}'),
  ).toEqual([]);
});
