import { expect, test } from 'vitest';
import type { Mark } from '../../../src/pdf/layout/display-list.ts';
import { widthOfRuns } from '../../../src/text/width-of-runs.ts';
import { layOutPost, theme } from './lay-out-post.ts';

const widthPt = 612;
const left = (widthPt - theme.marginsPt.measure) / 2;
const right = widthPt - left;

function marksOf(body: string, lang: string): readonly Mark[] {
  const { list } = layOutPost(`---\nlang: ${lang}\n---\n\n${body}\n`);
  return list.pages.flatMap(({ placed }) => placed.flatMap(({ marks }) => marks));
}

/** The left and right ends of the glyphs whose words hold some text, in reading order. */
function endsOf(marks: readonly Mark[], text: string): readonly (readonly number[])[] {
  return marks.flatMap((mark) => {
    if (mark.type !== 'run') return [];
    const { runs, sizePt, rightToLeft } = mark;
    let at = rightToLeft ? mark.x + widthOfRuns(runs, sizePt) : mark.x;
    return runs.flatMap((run) => {
      const widthPt = widthOfRuns([run], sizePt);
      const left = rightToLeft ? at - widthPt : at;
      at = rightToLeft ? left : left + widthPt;
      return run.text.includes(text) ? [[left, left + widthPt]] : [];
    });
  });
}

test('lines of a post that reads from the right start at the right, those of another at the left', () => {
  const hebrew = '\u05E9\u05DC\u05D5\u05DD';
  const [[, end = 0] = []] = endsOf(marksOf(`${hebrew} x`, 'he'), hebrew);
  expect(end).toBeCloseTo(right, 1);
  const [[start = 0] = []] = endsOf(marksOf('Words', 'en'), 'Words');
  expect(start).toBeCloseTo(left, 1);
});

test('a paragraph of the other direction starts at the other end', () => {
  const hebrew = '\u05E9\u05DC\u05D5\u05DD';
  const [[, end = 0] = []] = endsOf(marksOf(`Words.\n\n${hebrew}`, 'en'), hebrew);
  expect(end).toBeCloseTo(right, 1);
  const [[start = 0] = []] = endsOf(marksOf(`${hebrew}\n\nWords`, 'he'), 'Words');
  expect(start).toBeCloseTo(left, 1);
});

test('what follows a word stands at its left, brackets turned, and a number reads from the left', () => {
  const marks = marksOf('\u05D0 (\u05D1) 12.', 'he');
  const at = (text: string): number => endsOf(marks, text)[0]?.[0] ?? 0;
  expect([at('.') < at('12'), at('12') < at('\u05D1'), at('\u05D1') < at('\u05D0')]).toEqual([
    true,
    true,
    true,
  ]);
});

test('the label of an item is at the right of it, its full stop at the left of the number', () => {
  const marks = marksOf('1. \u05D0\u05D1', 'he');
  const [[item = 0] = []] = endsOf(marks, '\u05D0');
  const [[number = 0] = []] = endsOf(marks, '1');
  const [[stop = 0] = []] = endsOf(marks, '.');
  expect([item < stop, stop < number]).toEqual([true, true]);
});

test('words with a direction of their own leave those around where they are', () => {
  const xs = (dir: string): readonly boolean[] => {
    const marks = marksOf(`A <span${dir}>\u05D0 12</span> 34 B`, 'en');
    const at = (text: string): number => endsOf(marks, text)[0]?.[0] ?? 0;
    return [at('12') < at('\u05D0'), at('34') > at('\u05D0')];
  };
  expect(xs(' dir="rtl"')).toEqual([true, true]);
  // The control: without it, both numbers follow the letter to its left.
  expect(xs('')).toEqual([true, false]);
});

test('a note is placed once, however its reference is parted', () => {
  const { list } = layOutPost('---\nlang: he\n---\n\n\u05D0[^1] \u05D1.\n\n[^1]: \u05D2\n');
  const notes = list.pages.flatMap(({ placed }) =>
    placed.flatMap(({ marks }) =>
      marks.filter((mark) => mark.type === 'anchor' && /^fn(?!ref)/u.test(mark.id)),
    ),
  );
  expect(notes).toHaveLength(1);
});
