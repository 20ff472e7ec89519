import { expect, test } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import { linePlaces } from '../../src/document/line-places.ts';
import { walkDocument } from '../../src/document/walk.ts';
import { readDocument } from './read-text.ts';

/** The source at the place of each text that has one. */
function writtenAt(document: Document): readonly (string | undefined)[] {
  return [...walkDocument(document)].flatMap(({ type, place }) =>
    type === 'text' && place ? [document.source?.slice(place.start.offset, place.end.offset)] : [],
  );
}

/** Places whose line and column are not those of their offset. */
function crooked(document: Document): readonly unknown[] {
  const { pointAt } = linePlaces(document.source ?? '');
  const points = [...walkDocument(document)].flatMap(({ place }) => (place ? [place.start, place.end] : []));
  return points.filter(({ line, column, offset }) => {
    const point = pointAt(offset);
    return point.line !== line || point.column !== column;
  });
}

test.each([
  ['front matter', '---\ntitle: 🎉 T\nlang: en\n---\n\nWords *here*.\n'],
  [
    'a mark on its own line',
    '---\ntitle: T\nlang: en\n---\n\n:::{note} Label 🎉\n:class: x\nIn\n:::\n\nWords *here*.\n',
  ],
])('characters of two units in %s move nothing behind them', (_, post) => {
  const document = readDocument(post);
  expect(writtenAt(document).slice(-3)).toEqual(['Words ', 'here', '.']);
  expect(crooked(document)).toEqual([]);
});

test.each(['', '\n<b>raw</b>\n'])(
  'code keeps its first empty lines and their places, with “%s” behind it',
  (behind) => {
    const document = readDocument(
      `---\ntitle: T\nlang: en\n---\n\n\`\`\`\n\n\nalpha\n\nbeta\n\`\`\`\n${behind}`,
    );
    const [block] = document.body;
    const lines = block?.type === 'code-block' ? block.lines.map(({ value }) => value) : [];
    expect(lines).toEqual(['', '', 'alpha', '', 'beta']);
    expect(writtenAt(document).slice(0, 5)).toEqual(lines);
  },
);
