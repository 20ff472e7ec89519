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
