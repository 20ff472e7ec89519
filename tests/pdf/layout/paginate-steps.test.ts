import { describe, expect, test } from 'vitest';
import { nextChunk } from '../../../src/pdf/layout/pages/next-chunk.ts';
import {
  freePt,
  hasBody,
  openPage,
  put,
  ruleRoom,
  type Filling,
} from '../../../src/pdf/layout/pages/open-page.ts';
import { addNotes, carryNotesOn, leastNotesPt, notesOf } from '../../../src/pdf/layout/pages/page-notes.ts';
import { frame, note, pageHeight, stack, unit } from './units.ts';

function filling(lines: Readonly<Record<string, number>> = {}): Filling {
  return { frame: frame(lines), full: [], page: openPage(), pending: [] };
}

describe('what belongs together', () => {
  const idsOf = (chunk: ReturnType<typeof nextChunk>): number => chunk.length;

  test('ends with the first unit after which a page may end', () => {
    const units = [...stack(2, { keepWithNext: true }), unit('c', 10), unit('d', 10)];
    expect(idsOf(nextChunk(units.toReversed(), pageHeight))).toBe(3);
  });

  test('is one unit where a page may end after it', () => {
    expect(idsOf(nextChunk(stack(3, {}), pageHeight))).toBe(1);
  });

  test('ends once it is higher than a page', () => {
    const units = stack(9, { heightPt: 90, keepWithNext: true });
    expect(idsOf(nextChunk(units, pageHeight))).toBe(4);
  });
});

describe('the room of a page', () => {
  test('is what text and notes leave', () => {
    const own = filling({ n: 2 });
    put(own.page, unit('a', 60, { gapPt: 9 }));
    put(own.page, unit('b', 60, { gapPt: 9 }));
    expect(freePt(own)).toBe(pageHeight - 60 - 69);
    addNotes([own.frame.layoutNote(note('n'))], own);
    expect(freePt(own)).toBe(pageHeight - 60 - 69 - 25);
  });

  test('holds the line above the notes once', () => {
    const own = filling({ n: 1 });
    expect(ruleRoom(own)).toBe(5);
    addNotes([own.frame.layoutNote(note('n'))], own);
    expect(ruleRoom(own)).toBe(0);
  });

  test('has no text where only a head is repeated', () => {
    const page = openPage();
    put(page, unit('head', 10), true);
    expect(hasBody(page)).toBe(false);
    put(page, unit('a', 10));
    expect(hasBody(page)).toBe(true);
  });
});

describe('notes', () => {
  test('are found with those that they refer to, in the order of their numbers', () => {
    const own = frame({ m: 1, n: 1 });
    const layoutNote: typeof own.layoutNote = (found) =>
      found.id === 'l' ? [unit('l.0', 10, { notes: [note('n')] })] : own.layoutNote(found);
    const units = [unit('a', 10, { notes: [note('l'), note('m')] })];
    const found = notesOf(units, { ...own, layoutNote }).flat();
    expect(found.map(({ marks }) => marks)).toEqual(
      ['l.0', 'm.0', 'n.0'].map((id) => [{ type: 'anchor', id, y: 0 }]),
    );
  });

  test.each([
    ['none', [], 0],
    ['the only one: its beginning', [5], 20],
    ['several: all but the last whole', [5, 5], 70],
    ['more than half of the page: the beginning of the first', [9, 9], 20],
    ['half of the page', [8, 9], 100],
  ])('must at least stand on the page of their reference: %s', (_name, counts, expected) => {
    const lines = counts.map((count) => stack(count, {}));
    expect(leastNotesPt(lines, frame())).toBe(expected);
  });

  test('that wait take their share of a page that has text to come, else all of it', () => {
    const carried = (textFollows: boolean): number => {
      const own = filling();
      own.pending.push(...stack(40, {}));
      carryNotesOn(own, { textFollows });
      return own.page.notes.length;
    };
    expect(carried(true)).toBe(9);
    expect(carried(false)).toBe(19);
  });

  test('that are higher than a page are placed all the same', () => {
    const own = filling();
    own.pending.push(unit('n', pageHeight * 2));
    carryNotesOn(own, { textFollows: true });
    expect(own.pending).toEqual([]);
    expect(own.page.notes).toHaveLength(1);
  });
});
