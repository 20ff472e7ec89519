import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DisplayList, Mark, RunMark } from '../../../src/pdf/layout/display-list.ts';
import type { FlowMark } from '../../../src/pdf/layout/flow-mark.ts';
import { placeMarks } from '../../../src/pdf/layout/place-marks.ts';
import { widthOfRuns } from '../../../src/text/width-of-runs.ts';
import { assetsOf, pngAsset } from '../../epub/build-document.ts';
import { layOutPart } from './lay-out-part.ts';
import { layOutPost } from './lay-out-post.ts';

const assets = assetsOf(
  pngAsset('hills.png', 400, 120),
  pngAsset('sign.png', 16, 16),
  pngAsset('map.png', 80, 60),
);

/** An archived post with all that is placed along the line: boxes, bars, labels, cells, notes, links, furniture. */
const together = `---
title: A post
lang: en
agency: Agency
released: 2011-12-02
released_as_shown: 'Release Date: December 2, 2011'
archived: { label: Archived, notice: Old. }
---

Words with \`code\`, ~~deletions~~ and a [link](https://www.example.org/) in a paragraph that is long enough for two lines, and
a note.[^n]

> - [x] done
>   1. one

:::warning
Words.
:::

![Nothing](missing.png)

| a | b | c |
|---|--:|:-:|
| 1 | 2 | 3 |

[^n]: The note.
`;

function pageOf(name: string): string {
  return readFileSync(new URL(`pages/${name}.md`, import.meta.url), 'utf8');
}

/** Both ways to lay a post out, on half a page of Letter. */
function bothWays(markdown: string): readonly [DisplayList, DisplayList] {
  const lists = (['left', 'right'] as const).map(
    (startsAt) => layOutPost(markdown, { assets, heightPt: 396, startsAt }).list,
  );
  const [left, right] = lists;
  if (!left || !right) throw new Error('There are two ways');
  return [left, right];
}

type Area = Exclude<Mark, { readonly type: 'anchor' }>;

function widthOf(mark: Area): number {
  return mark.type === 'run' ? widthOfRuns(mark.runs, mark.sizePt) : mark.widthPt;
}

function textOf(run: RunMark): string {
  return run.runs.map(({ text }) => text).join('');
}

/** Where the words of a run end, the spaces after them left out. */
function wordsEnd(run: RunMark): number {
  const glyphs = run.runs.flatMap((part) => part.glyphs);
  const last = glyphs.findLastIndex(({ text }) => text !== ' ');
  const spaces = glyphs.slice(last + 1).reduce((sum, { advance }) => sum + advance, 0);
  return run.x + widthOf(run) - (spaces * run.sizePt) / 1000;
}

/** The groups of marks that move together: what a unit places, and each line of the furniture. */
function groupsOf({ pages }: DisplayList): readonly (readonly Mark[])[] {
  return pages.flatMap(({ placed, header, footer }) => [
    ...placed.map(({ marks, top }) => marks.map((mark) => ({ ...mark, y: mark.y + top }))),
    ...[...header, ...footer].map((mark) => [mark]),
  ]);
}

/** What in the second list is not the mirror image of the first: of marks, or of the line that they are part of. */
function flaws(left: DisplayList, right: DisplayList): readonly string[] {
  const { widthPt } = left;
  const mirrored = (x: number, width: number): number => widthPt - x - width;
  const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;
  const others = groupsOf(right);
  return groupsOf(left).flatMap((marks, group) => {
    const moved: { readonly mark: Area; readonly shift: number; readonly alone: boolean }[] = [];
    const found: string[] = [];
    marks.forEach((mark, index) => {
      const other = others[group]?.[index];
      if (other?.type !== mark.type || !same(other.y, mark.y)) found.push(`${mark.type} is missing`);
      else if (mark.type !== 'anchor' && other.type !== 'anchor') {
        if (!same(widthOf(other), widthOf(mark))) found.push(`${mark.type} of another width`);
        const alone = same(other.x, mirrored(mark.x, widthOf(mark)));
        moved.push({ mark, shift: other.x - mark.x, alone });
      }
    });
    // What is no mirror image by itself is part of a line, and all that moves by as much with it.
    const inLine = moved.filter(({ alone }) => !alone);
    const shift = inLine[0]?.shift;
    if (shift === undefined) return found;
    if (inLine.some((part) => !same(part.shift, shift))) return [...found, 'a line is torn'];
    const words = moved.flatMap(({ mark, ...part }) =>
      same(part.shift, shift) && (mark.type === 'run' || mark.type === 'image') ? [mark] : [],
    );
    const start = Math.min(...words.map(({ x }) => x));
    const end = Math.max(
      ...words.map((mark) => (mark.type === 'run' ? wordsEnd(mark) : mark.x + mark.widthPt)),
    );
    // A number moves as far as those of its column do together, so that their points stay under each other.
    const [only, ...more] = words;
    const isFigure = more.length === 0 && only?.type === 'run' && /^\d+$/u.test(textOf(only));
    return isFigure || same(start + shift, mirrored(start, end - start))
      ? found
      : [...found, 'a line is misplaced'];
  });
}

describe('a page whose lines start at the right', () => {
  test.each(['blocks', 'notes', 'pictures', 'table', 'words'])('mirrors %s', (name) => {
    const [left, right] = bothWays(pageOf(name));
    expect(flaws(left, right)).toEqual([]);
  });

  test('mirrors boxes, bars, labels, cells, notes, links and furniture', () => {
    const [left, right] = bothWays(together);
    expect(flaws(left, right)).toEqual([]);
    const kinds = new Set(groupsOf(right).flatMap((marks) => marks.map(({ type }) => type)));
    expect([...kinds].toSorted()).toEqual(['anchor', 'link', 'rect', 'run', 'shape']);
  });

  test.each(['title-page', 'imprint', 'contents', 'division'] as const)(
    'mirrors the %s of a collection',
    (kind) => {
      expect(flaws(layOutPart(kind), layOutPart(kind, 'right'))).toEqual([]);
    },
  );

  test('leaves lines of code at the left of their box', () => {
    const [left, right] = bothWays('---\ntitle: A post\nlang: en\n---\n\n```\none\n  two\n```\n');
    const fromBox = (list: DisplayList): readonly number[] => {
      const marks = groupsOf(list).flat();
      const box = marks.find((mark) => mark.type === 'rect');
      const rows = marks.filter((mark) => mark.type === 'run' && /one|two/u.test(mark.runs[0]?.text ?? ''));
      return rows.map((row) => (row as RunMark).x - (box?.x ?? Number.NaN));
    };
    expect(fromBox(left)).toHaveLength(2);
    fromBox(right).forEach((x, index) => expect(x).toBeCloseTo(fromBox(left)[index] ?? Number.NaN));
  });

  test('has its destinations where they were', () => {
    const [left, right] = bothWays(together);
    const anchors = (list: DisplayList): readonly Mark[] =>
      groupsOf(list).flatMap((marks) => marks.filter(({ type }) => type === 'anchor'));
    expect(anchors(left).length).toBeGreaterThan(0);
    expect(anchors(right)).toEqual(anchors(left));
  });
});

describe('what is no mirror image is seen', () => {
  const [left, right] = bothWays(together);
  const changed = (change: (mark: Area) => Area, only: Mark['type']): DisplayList => ({
    ...right,
    pages: right.pages.map((page) => ({
      ...page,
      placed: page.placed.map((placed) => ({
        ...placed,
        marks: placed.marks.map((mark) =>
          mark.type !== 'anchor' && mark.type === only ? change(mark) : mark,
        ),
      })),
    })),
  });

  test('the page itself', () => {
    expect(flaws(left, left)).toContain('a line is misplaced');
  });

  test.each(['rect', 'run', 'link', 'shape'] as const)('a %s that is moved', (type) => {
    expect(
      flaws(
        left,
        changed((mark) => ({ ...mark, x: mark.x + 1 }), type),
      ),
    ).not.toEqual([]);
  });

  test('a rect that is wider', () => {
    const wider = changed(
      (mark) => (mark.type === 'rect' ? { ...mark, widthPt: mark.widthPt + 1 } : mark),
      'rect',
    );
    expect(flaws(left, wider)).toContain('rect of another width');
  });
});

describe('placeMarks', () => {
  const rect: FlowMark = {
    type: 'rect',
    start: 10,
    y: 5,
    widthPt: 30,
    heightPt: 2,
    colour: [0, 0, 0],
    under: true,
  };
  const xs = (marks: readonly FlowMark[], startsAt: 'left' | 'right'): readonly unknown[] =>
    placeMarks(marks, { widthPt: 100, startsAt }).map((mark) => ('x' in mark ? mark.x : undefined));

  test('counts from the edge at which lines start', () => {
    expect(xs([rect], 'left')).toEqual([10]);
    expect(xs([rect], 'right')).toEqual([60]);
  });

  test('keeps the order of what is part of a line', () => {
    const line = { start: 10, widthPt: 50 };
    const marks = [rect, { ...rect, start: 40, widthPt: 20 }].map((mark) => ({ ...mark, line }));
    expect(xs(marks, 'left')).toEqual([10, 40]);
    expect(xs(marks, 'right')).toEqual([40, 70]);
  });

  test('loses nothing of a run', () => {
    const run: Required<Omit<RunMark, 'x'>> = {
      type: 'run',
      y: 5,
      runs: [],
      sizePt: 9,
      colour: [0, 0, 0],
      slot: null,
      actualText: 'a',
      asShapes: true,
      rightToLeft: true,
      offset: 3,
    };
    expect(placeMarks([{ ...run, start: 10 }], { widthPt: 100, startsAt: 'left' })).toStrictEqual([
      { ...run, x: 10 },
    ]);
  });

  test('changes nothing of a mark but its place', () => {
    const [placed] = placeMarks([{ ...rect, line: { start: 0, widthPt: 0 } }], {
      widthPt: 100,
      startsAt: 'left',
    });
    const { start: x, ...rest } = rect;
    expect(placed).toStrictEqual({ ...rest, x });
  });
});
