import { describe, expect, test } from 'vitest';
import { widthOfRuns } from '../../../src/text/width-of-runs.ts';
import type { RunMark } from '../../../src/pdf/layout/display-list.ts';
import { layOutPost } from './lay-out-post.ts';

function textOf(run: RunMark): string {
  return run.runs.map(({ text }) => text).join('');
}

/** The runs of a table of one column besides that of names, by their words. */
function layColumn(
  cells: readonly string[],
  options: { readonly align?: string; readonly lang?: string; readonly startsAt?: 'left' | 'right' } = {},
): ReadonlyMap<string, RunMark> {
  const { align = '--:', lang = 'en', startsAt = 'left' } = options;
  const rows = cells.map((cell, index) => `| Name ${index} | ${cell} |`).join('\n');
  const post = `---\ntitle: Figures\nlang: ${lang}\n---\n\n| Name | Head of it |\n| --- | ${align} |\n${rows}\n`;
  const { list } = layOutPost(post, { startsAt });
  const marks = list.pages.flatMap(({ placed }) => placed.flatMap((part) => part.marks));
  return new Map(marks.flatMap((mark) => (mark.type === 'run' ? [[textOf(mark).trim(), mark]] : [])));
}

function xOf(runs: ReadonlyMap<string, RunMark>, words: string): number {
  return runs.get(words)?.x ?? NaN;
}

function endOf(runs: ReadonlyMap<string, RunMark>, words: string): number {
  const run = runs.get(words);
  return run ? run.x + widthOfRuns(run.runs, run.sizePt) : NaN;
}

describe('numbers of a column', () => {
  test.each(['--:', ':-:', '---'])('stand with their points under each other: %s', (align) => {
    const runs = layColumn(['12', '12.5', '12.25', '−'], { align });
    expect(xOf(runs, '12')).toBeCloseTo(xOf(runs, '12.5'));
    expect(xOf(runs, '12.25')).toBeCloseTo(xOf(runs, '12.5'));
  });

  test('stand together where the column says: at its end, the longest ends it', () => {
    const runs = layColumn(['1,204.50', '3']);
    expect(endOf(runs, '1,204.50')).toBeCloseTo(endOf(runs, 'Head of it'));
    expect(endOf(runs, '3')).toBeLessThan(endOf(runs, 'Head of it') - 10);
  });

  test('do so where lines start at the right', () => {
    const runs = layColumn(['12', '12.5', '12.25'], { startsAt: 'right' });
    expect(xOf(runs, '12')).toBeCloseTo(xOf(runs, '12.5'));
    expect(xOf(runs, '12.25')).toBeCloseTo(xOf(runs, '12.5'));
  });

  test('of the same form stand where the column says, without a shift by the widths of their figures', () => {
    const runs = layColumn(['2011', '2020'], { align: '---' });
    expect(xOf(runs, '2011')).toBe(xOf(runs, '2020'));
  });

  test('stand by their units where groups of three digits explain each sign', () => {
    const runs = layColumn(['1.200', '1.300', '7.200.000'], { lang: 'de' });
    expect(endOf(runs, '1.200')).toBeCloseTo(endOf(runs, '7.200.000'));
    const decimals = layColumn(['1,5', '1,25'], { lang: 'de' });
    expect(xOf(decimals, '1,5')).toBeCloseTo(xOf(decimals, '1,25'));
  });

  test.each([['12 apples'], ['2024-10-30'], ['twelve']])('do not where one cell is %s', (cell) => {
    const runs = layColumn(['12', '12.5', cell]);
    expect(endOf(runs, '12')).toBeCloseTo(endOf(runs, '12.5'));
  });
});
