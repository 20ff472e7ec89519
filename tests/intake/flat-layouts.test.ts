import { describe, expect, test } from 'vitest';
import { formatPlainDate } from '../../src/document/plain-date.ts';
import { readInput } from '../../src/intake/read-input.ts';
import { areThere, knownTexts, layouts } from './flat-layouts.ts';
import { wordsOfPost } from './html-words.ts';

if (!areThere) console.warn('skipped: the corpora are not beside the project');
const texts = areThere
  ? [...knownTexts(40)].filter((_, index, all) => index % Math.floor(all.length / 30) === 0).slice(0, 30)
  : [];
const words = (text: string): readonly string[] => text.split(/[\s\u00A0]+/u).filter((word) => word !== '');

describe.skipIf(!areThere)('thirty texts in six layouts', () => {
  test('there are thirty', () => expect(new Set(texts.map(({ title }) => title)).size).toBe(30));

  test.each(Object.entries(layouts))(
    '%s: title and date right or told, words kept, nothing invented',
    async (_name, layout) => {
      let [right, ambiguous] = [0, 0];
      for (const known of texts) {
        const { text, body } = layout(known);
        const { record, messages } = await readInput(new TextEncoder().encode(`${text}\n`), {
          file: 'a.txt',
          lang: 'en',
        });
        const facts = record?.facts ?? expect.fail(known.title);
        const told = messages.filter(({ severity }) => severity !== 'info').map(({ reason }) => reason);
        const said = { title: facts.title, day: facts.released && formatPlainDate(facts.released) };
        const isRight = said.title === known.title.replace(/\s+/gu, ' ') && said.day === known.day;
        if (isRight) right += 1;
        else {
          expect(told, JSON.stringify(said)).not.toEqual([]);
          if (said.day === undefined && messages.some(({ ruleId }) => ruleId === 'date-ambiguous'))
            ambiguous += 1;
        }
        const { stream, spans, body: tree } = record ?? expect.fail(known.title);
        const bodyWords = spans.flatMap(({ use, start, end }) =>
          use === 'body' ? words(stream.slice(start, end)) : [],
        );
        // A title that was not found stays in the text, before it.
        const expected = facts.title === undefined ? [...words(known.title), ...words(body)] : words(body);
        expect(bodyWords, known.title).toEqual(expected);
        expect(wordsOfPost(tree), known.title).toEqual(bodyWords);
        if (facts.byline !== undefined) expect(facts.byline.endsWith(known.author)).toBe(true);
      }
      // What is not right has a date that can be two different days.
      expect(right + ambiguous).toBe(30);
    },
  );
});
