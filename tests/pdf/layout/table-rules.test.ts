import { describe, expect, test } from 'vitest';
import type { DisplayList, RectMark, RunMark } from '../../../src/pdf/layout/display-list.ts';
import { standardMetrics } from '../../../src/pdf/theme/metrics.ts';
import { layOutPost, theme } from './lay-out-post.ts';

const { rowRulePt, spanRulePt, edgeRulePt } = standardMetrics.table;

function layTable(html: string): DisplayList {
  return layOutPost(`---\ntitle: Rules\nlang: en\n---\n\n${html}\n`).list;
}

function rectsOf(list: DisplayList, page = 0): readonly RectMark[] {
  const placed = list.pages[page]?.placed ?? [];
  return placed.flatMap(({ top, marks }) =>
    marks.flatMap((mark) => (mark.type === 'rect' ? { ...mark, y: mark.y + top } : [])),
  );
}

/** The run that begins with these words, where it stands on its page. */
function runOf(list: DisplayList, words: string, page = 0): RunMark {
  const placed = list.pages[page]?.placed ?? [];
  const runs = placed.flatMap(({ top, marks }) =>
    marks.flatMap((mark) => (mark.type === 'run' ? { ...mark, y: mark.y + top } : [])),
  );
  const found = runs.find((run) => run.runs.some(({ text }) => text.startsWith(words)));
  if (!found) throw new Error(`${words} is not on the page`);
  return found;
}

function sideRules(list: DisplayList, page = 0): readonly RectMark[] {
  return rectsOf(list, page).filter(
    (rect) => rect.widthPt === spanRulePt && rect.colour === theme.colours.soft,
  );
}

const rowsOf = (last: string): string =>
  `<table><thead><tr><th>Office</th><th>Day</th><th>Contact</th></tr></thead><tbody><tr><td>North</td><td>Monday</td>${last}</tr><tr><td>South</td><td>Tuesday</td>${last.includes('rowspan') ? '' : '<td></td>'}</tr><tr><td>West</td><td>Closed</td><td></td></tr></tbody></table>`;

describe('the lines of a table', () => {
  test('go below each row, but not through a cell that goes on there', () => {
    const list = layTable(rowsOf('<td rowspan="2">Desk A</td>'));
    const rules = rectsOf(list).filter(({ heightPt }) => heightPt === rowRulePt);
    const [, , contact] = [runOf(list, 'Office'), runOf(list, 'Day'), runOf(list, 'Contact')];
    expect(rules).toHaveLength(2);
    const [first, second] = rules.toSorted((a, b) => a.y - b.y);
    expect(first?.colour).toEqual(theme.colours.rowRule);
    expect((first?.x ?? 0) + (first?.widthPt ?? 0)).toBeCloseTo(contact.x - theme.insetsPt.cell);
    expect(second?.widthPt).toBeGreaterThan(first?.widthPt ?? 0);
  });

  test('show a cell of several rows by a line at its side, and an empty cell by none', () => {
    const list = layTable(rowsOf('<td rowspan="2">Desk A</td>'));
    const [side, ...others] = sideRules(list);
    expect(others).toEqual([]);
    expect(side?.x).toBeCloseTo(runOf(list, 'Desk').x - theme.insetsPt.cell - spanRulePt / 2);
    expect(side?.y).toBeLessThan(runOf(list, 'North').y);
    expect((side?.y ?? 0) + (side?.heightPt ?? 0)).toBeGreaterThan(runOf(list, 'South').y);
    expect((side?.y ?? 0) + (side?.heightPt ?? 0)).toBeLessThan(runOf(list, 'West').y);
    expect(sideRules(layTable(rowsOf('<td>Desk A</td>')))).toEqual([]);
  });

  test('stand at both sides of a cell of several columns, where another cell is beside it', () => {
    const list = layTable(
      '<table><tr><th>A</th><th>B</th><th>C</th><th>D</th></tr><tr><td>one</td><td colspan="2">two</td><td>three</td></tr><tr><td colspan="4">all</td></tr></table>',
    );
    const [left, right] = sideRules(list).toSorted((a, b) => a.x - b.x);
    expect(sideRules(list)).toHaveLength(2);
    expect(left?.x).toBeCloseTo(runOf(list, 'two').x - theme.insetsPt.cell - spanRulePt / 2);
    expect(right?.x).toBeCloseTo(runOf(list, 'three').x - theme.insetsPt.cell - spanRulePt / 2);
  });

  test('show which columns a head of several heads', () => {
    const list = layTable(
      '<table><thead><tr><th rowspan="2">Agency</th><th colspan="2">First half</th></tr><tr><th>Plan</th><th>Done</th></tr></thead><tbody><tr><td>Roads</td><td>some</td><td>all</td></tr></tbody></table>',
    );
    const [rule, ...others] = rectsOf(list).filter(({ heightPt }) => heightPt === rowRulePt);
    expect(others).toEqual([]);
    expect(rule?.x).toBeCloseTo(runOf(list, 'Plan').x);
    expect(rule?.y).toBeGreaterThan(runOf(list, 'First').y);
    expect(rule?.y).toBeLessThan(runOf(list, 'Plan').y);
    expect(sideRules(list)).toEqual([]);
  });
});

test('a table without a head begins with the line of its edge', () => {
  const list = layTable('<table><tbody><tr><td>One</td></tr><tr><td>Two</td></tr></tbody></table>');
  const edges = rectsOf(list).filter(({ heightPt }) => heightPt === edgeRulePt);
  expect(edges).toHaveLength(2);
  expect(edges[0]?.y).toBeLessThan(runOf(list, 'One').y);
  expect(edges[1]?.y).toBeGreaterThan(runOf(list, 'Two').y);
});

test.each([2, 3, 4, 5])(
  'rows of %i lines that a cell joins are cut where a row ends, with what is drawn beside them',
  (lines) => {
    const rows = Array.from(
      { length: 60 },
      (_, index) =>
        `<tr>${index === 0 ? '<td rowspan="60">All</td>' : ''}<td>row ${index}.${'<br>More'.repeat(lines - 1)}</td></tr>`,
    );
    const list = layTable(`<table><tr><th>A</th><th>B</th></tr>${rows.join('')}</table>`);
    expect(list.pages.length).toBeGreaterThan(2);
    for (const page of list.pages.keys()) {
      const own = rectsOf(list, page);
      const [side, ...others] = sideRules(list, page);
      expect(others).toEqual([]);
      const lowest = Math.max(...own.map(({ y, heightPt }) => y + heightPt));
      const rules = own.filter(({ heightPt }) => heightPt === rowRulePt || heightPt === edgeRulePt);
      // What is lowest on the page is a line over the width, just below the end of the line at the side.
      expect(Math.max(...rules.map(({ y, heightPt }) => y + heightPt))).toBe(lowest);
      expect(lowest - (side?.y ?? 0) - (side?.heightPt ?? 0)).toBeCloseTo(standardMetrics.table.padPt, 1);
      expect(lowest).toBeLessThanOrEqual(792 - theme.marginsPt.bottom + 0.02);
      const words = list.pages[page]?.placed.flatMap(({ marks }) =>
        marks.flatMap((mark) =>
          mark.type === 'run' && mark.slot ? mark.runs.map(({ text }) => text).join('') : [],
        ),
      );
      expect(words?.at(-1)).toBe('More');
    }
  },
);
