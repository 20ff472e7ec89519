import { describe, expect, test } from 'vitest';
import { linkAreas } from '../../../src/pdf/layout/inline/link-areas.ts';
import type { InlineTag, LinkRef } from '../../../src/pdf/layout/inline/inline-tag.ts';

const newLink = (name: string): LinkRef => ({
  elem: { kind: 'elem', role: 'Link', attributes: [], kids: [] },
  target: { kind: 'internal', id: name },
  contents: name,
  underlined: true,
});
const tag = (link?: LinkRef): InlineTag => ({
  slot: null,
  colour: [0, 0, 0],
  risePt: 0,
  underline: false,
  strike: false,
  ...(link && { link }),
});
const piece = (x: number, widthPt: number, link?: LinkRef): Parameters<typeof linkAreas>[0][number] => ({
  tag: tag(link),
  start: 0,
  x,
  widthPt,
  level: 0,
});
const areas = (pieces: Parameters<typeof linkAreas>[0], endPt = 100): readonly string[] =>
  linkAreas(pieces, endPt, { linkPt: 1, wideLinkPt: 12 }).map(
    ({ link, from, to }) => `${link.contents} ${from}–${to}`,
  );

describe('the area of a link', () => {
  test('is that of its words, however many pieces they are', () => {
    const link = newLink('a');
    expect(areas([piece(0, 10), piece(10, 20, link), piece(30, 15, link), piece(45, 10)])).toEqual([
      'a 10–45',
    ]);
  });

  test('is as wide as a finger, over the words beside it', () => {
    expect(areas([piece(0, 40), piece(40, 4, newLink('a')), piece(44, 20)])).toEqual(['a 36–48']);
  });

  test('goes on to its other side at the edge of the line', () => {
    expect(areas([piece(0, 4, newLink('a')), piece(4, 60)])).toEqual(['a 0–12']);
    expect(areas([piece(0, 96), piece(96, 4, newLink('a'))])).toEqual(['a 88–100']);
  });

  test('takes half of the room to the next link at most', () => {
    const pieces = [piece(40, 4, newLink('a')), piece(44, 2), piece(46, 4, newLink('b')), piece(50, 30)];
    expect(areas(pieces)).toEqual(['a 33–45', 'b 45–57']);
  });

  test('never shrinks, nor leaves its words, where there is no room', () => {
    const pieces = [piece(0, 4, newLink('a')), piece(4, 4, newLink('b')), piece(8, 4, newLink('c'))];
    expect(areas(pieces, 12)).toEqual(['a 0–4', 'b 4–8', 'c 8–12']);
  });

  test('leaves out the space that hangs over the end, and is a point wide where nothing else is there', () => {
    expect(areas([piece(80, 25, newLink('a'))])).toEqual(['a 80–100']);
    expect(areas([piece(0, 0, newLink('a'))], 0)).toEqual(['a 0–1']);
  });
});
