import { expect, test } from 'vitest';
import type { RunMark } from '../../../src/pdf/layout/display-list.ts';
import { readTheme } from '../../../src/pdf/theme/read-theme.ts';
import { baseThemeFinder } from '../../../src/project/find-base-theme.ts';
import { layOutPost } from './lay-out-post.ts';

const findBase = baseThemeFinder({ cwd: process.cwd(), templates: undefined, themeAsFiled: false });

/** The words on the page with their baseline and size, in the order in which they are drawn. */
function words(markdown: string, options = {}): readonly (readonly [string, number, number])[] {
  const { list } = layOutPost(`---\ntitle: T\nlang: en\n---\n\n${markdown}\n`, options);
  const runs = list.pages.flatMap(({ placed }) =>
    placed.flatMap(({ top, marks }) =>
      marks
        .filter((mark): mark is RunMark => mark.type === 'run' && mark.slot?.elem.role !== 'H1')
        .map((mark): readonly [string, number, number] => [
          mark.runs.map(({ text }) => text).join(''),
          Math.round((top + mark.y) * 10) / 10,
          mark.sizePt,
        ]),
    ),
  );
  return runs;
}

/** By how much each line but the first is lower than the one before. */
function steps(markdown: string): readonly number[] {
  const lines = [...new Set(words(markdown).flatMap(([, y, size]) => (size < 12 ? [] : [y])))];
  return lines.slice(1).map((y, index) => Math.round((y - (lines[index] ?? 0)) * 10) / 10);
}

test('a reading stands above its word, half as large, and is drawn behind it', () => {
  const [before, word, reading, after] = words('A <ruby>word<rt>read</rt></ruby> here.');
  expect([before?.[0], word?.[0], reading?.[0], after?.[0]]).toEqual(['A ', 'word', 'read', ' here.']);
  expect(reading?.[2]).toBe(6);
  expect((word?.[1] ?? 0) - (reading?.[1] ?? 0)).toBeCloseTo(11.5, 0);
  expect(after?.[1]).toBe(word?.[1]);
});

test('its line is as high as it takes, and no other is', () => {
  const line = 'one<br>two <ruby>word<rt>read</rt></ruby><br>three<br>four';
  const [second = 0, third, fourth] = steps(line);
  expect([third, fourth]).toEqual([17.5, 17.5]);
  expect(second).toBeGreaterThan(18);
  expect(second).toBeLessThan(20);
  expect(steps('one<br>two word<br>three<br>four')).toEqual([17.5, 17.5, 17.5]);
});

test('a reading is behind its word, raised, where either is more than words', () => {
  const runs = words('A <ruby>word[^1]<rt>read</rt></ruby> here.\n\n[^1]: Note.');
  const [, word, , reading] = runs;
  expect([word?.[0], reading?.[0]]).toEqual(['word', 'read']);
  expect((word?.[1] ?? 0) - (reading?.[1] ?? 0)).toBeCloseTo(6, 1);
});

test('a word longer than its line breaks as any other, its reading behind it', () => {
  const long = 'words '.repeat(30).trim();
  const runs = words(`<ruby>${long}<rt>read</rt></ruby>`);
  expect(runs.slice(0, -1).every(([text]) => /^(?:words ?)+$/u.test(text))).toBe(true);
  expect(runs.at(-1)?.[0]).toBe('read');
});

test('no letter of a reading is smaller than the smallest of a theme that says which that is', async () => {
  const of = async (name: string): Promise<number | undefined> => {
    const own = await readTheme(`templates/pdf/${name}.yaml`, { findBase });
    return words('A <ruby>word<rt>read</rt></ruby>.', { theme: own })[2]?.[2];
  };
  expect(await of('standard')).toBe(6);
  expect(await of('high-contrast')).toBe(9);
  expect(await of('large-print')).toBe(18);
});
