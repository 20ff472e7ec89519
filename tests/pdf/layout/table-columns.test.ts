import { describe, expect, test } from 'vitest';
import type { RunMark } from '../../../src/pdf/layout/display-list.ts';
import { standardMetrics } from '../../../src/pdf/theme/metrics.ts';
import { layOutPost, theme, type Laid } from './lay-out-post.ts';

const { areaMarginPt } = standardMetrics.page;
const textStart = (612 - theme.marginsPt.measure) / 2;

function layTable(markdown: string): Laid {
  return layOutPost(`---\ntitle: Columns\nlang: en\n---\n\n${markdown}\n`);
}

/** A table whose head and whose one row have these words, a column each. */
function tableOf(head: readonly string[], row: readonly string[]): string {
  return [head, head.map(() => '---'), row].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function textOf(run: RunMark): string {
  return run.runs.map(({ text }) => text).join('');
}

function runsOf({ list }: Laid): readonly RunMark[] {
  return list.pages.flatMap(({ placed }) =>
    placed.flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'run' && mark.slot ? mark : []))),
  );
}

/** The words of the table as they stand on its lines. */
function linesOf(laid: Laid): readonly string[] {
  return runsOf(laid).flatMap((run) => (run.sizePt < theme.type.body.sizePt ? textOf(run).trim() : []));
}

/** Where the table begins and ends: its first line goes over all of it. */
function extentOf({ list }: Laid): readonly [number, number] {
  const marks = list.pages[0]?.placed.flatMap((placed) => placed.marks) ?? [];
  const rule = marks.find(
    (mark) => mark.type === 'rect' && mark.heightPt === standardMetrics.table.edgeRulePt,
  );
  if (rule?.type !== 'rect') throw new Error('There is no table');
  return [rule.x, rule.x + rule.widthPt];
}

function sizeOf(laid: Laid, words: string): number | undefined {
  return runsOf(laid).find((run) => textOf(run).startsWith(words))?.sizePt;
}

const seven = tableOf(
  ['Item', 'Number', 'Amount', 'Region', 'Responsible office', 'Reference', 'Last review'],
  [
    'Inspection of bridges',
    '12',
    '1,204.50',
    'Northwestern',
    'Office of Infrastructure Coordination',
    'DOC-2024-000123-A',
    '2024-10-30',
  ],
);

/** Words for which the text has just enough room. */
const long = ['Northwestern', 'Infrastructure', 'Responsibility', 'Coordination', 'Considerable'];

describe('the columns of a table', () => {
  test('stay in the room of the text where their words fit there', () => {
    const laid = layTable(tableOf(['Name', 'Place'], ['A short one', 'Here']));
    expect(extentOf(laid)[0]).toBe(textStart);
    expect(extentOf(laid)[1]).toBeLessThan(textStart + theme.marginsPt.measure);
    expect(sizeOf(laid, 'Name')).toBe(theme.type.table.sizePt);
  });

  test('go into the margins before a word, a number or a date breaks', () => {
    const laid = layTable(seven);
    expect(laid.messages).toEqual([]);
    const lines = linesOf(laid);
    for (const word of ['Northwestern', 'DOC-2024-000123-A', '2024-10-30']) expect(lines).toContain(word);
    expect(lines.some((line) => line.includes('Infrastructure'))).toBe(true);
    const [start, end] = extentOf(laid);
    expect(start).toBeLessThan(textStart);
    expect(start).toBeGreaterThanOrEqual(areaMarginPt);
    expect(end).toBeCloseTo(612 - areaMarginPt);
    expect(sizeOf(laid, 'Item')).toBe(theme.type.table.sizePt);
  });

  test('go into the margins where that takes much off a table of half a page', () => {
    const cell = 'words that make the rows of a table as high as they may be '.repeat(2);
    const rows = (count: number): string =>
      tableOf(['One', 'Two', 'Three'], [cell, cell, cell]) +
      `\n| ${cell} | ${cell} | ${cell} |`.repeat(count - 1);
    const widthOf = (count: number): number => {
      const [start, end] = extentOf(layTable(rows(count)));
      return end - start;
    };
    expect(widthOf(2)).toBeCloseTo(theme.marginsPt.measure);
    expect(widthOf(6)).toBeGreaterThan(theme.marginsPt.measure + 50);
  });

  test('begin where the text begins as long as the margin at its end is enough', () => {
    const [start, end] = extentOf(layTable(tableOf([...long, 'Item'], [...long, 'Word'])));
    expect(start).toBe(textStart);
    expect(end).toBeGreaterThan(textStart + theme.marginsPt.measure);
  });

  test('stand closer before they leave the room of the text', () => {
    const laid = layTable(tableOf(long, long));
    const [first] = runsOf(laid).filter((run) => textOf(run) === 'Northwestern');
    expect(extentOf(laid)[1]).toBeLessThanOrEqual(textStart + theme.marginsPt.measure + 0.001);
    expect((first?.x ?? 0) - textStart).toBe(standardMetrics.table.tightInsetPt);
  });

  test('are set smaller where the page is too narrow', () => {
    const words = Array.from({ length: 8 }, () => 'Coordination');
    const laid = layTable(tableOf(words, words));
    expect(sizeOf(laid, 'Coordination')).toBe(theme.type.tableMinimum.sizePt);
    expect(new Set(linesOf(laid))).toEqual(new Set(['Coordination']));
    expect(laid.messages).toEqual([]);
  });

  test('break at hyphens before they break in words, and that is not told', () => {
    const words = Array.from({ length: 10 }, () => 'extra-ordinary');
    const laid = layTable(tableOf(words, words));
    expect(linesOf(laid)).toContain('extra-');
    for (const line of linesOf(laid)) expect(['extra-', 'ordinary', 'extra-ordinary']).toContain(line);
    expect(laid.messages).toEqual([]);
  });

  test('break only the words that take more than a share where nothing fits', () => {
    const words = [...Array.from({ length: 11 }, () => 'Word'), 'Incomprehensibility'.repeat(6)];
    const laid = layTable(tableOf(words, words).replace(/^/gmu, '> '));
    expect(linesOf(laid).filter((line) => line === 'Word')).toHaveLength(22);
    expect(laid.messages).toEqual([
      '6:3 warning table-too-wide Table of 12 columns does not fit at 9 pt; words break inside its cells',
    ]);
  });

  test.each(['> [!NOTE]\n> ', '> '])('stay inside of what is drawn around them: %j', (sign) => {
    const laid = layTable(`${sign}${seven.replaceAll('\n', '\n> ')}`);
    const [start, end] = extentOf(laid);
    expect(start).toBeGreaterThan(textStart);
    expect(end).toBeLessThanOrEqual(textStart + theme.marginsPt.measure + 0.001);
  });

  test('in a list go no further to its start than its words', () => {
    const laid = layTable(`- Words\n\n  ${seven.replaceAll('\n', '\n  ')}`);
    const words = runsOf(laid).find((run) => textOf(run).startsWith('Words'));
    expect(extentOf(laid)[0]).toBe(words?.x);
    expect(extentOf(laid)[1]).toBeLessThanOrEqual(612 - areaMarginPt + 0.001);
  });

  test('of long texts take the width from those of short ones, which stay on one line where no row is higher', () => {
    const remark = 'A remark that is attached to a place in the text and says something about it. '.repeat(2);
    const laid = layTable(tableOf(['Term', 'Definition'], ['Annotations (comments)', remark]));
    const lines = linesOf(laid);
    expect(lines).toContain('Annotations (comments)');
    expect(lines.filter((line) => remark.includes(line)).length).toBeLessThanOrEqual(3);
  });
});
