import { EditMap } from 'micromark-util-edit-map';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { afterEach, expect, test } from 'vitest';
import { editInPlace } from '../../src/posts/source/edit-in-place.ts';

const sources: readonly (readonly [name: string, source: string])[] = [
  ['headings with both signs', 'One\n===\n\nTwo\n---\nthree\n\n---\n'],
  ['headings of several lines and with emphasis', 'One *two\nthree*\n-  \n\n  four\n   =====\n'],
  ['definitions before the words of a heading', '[a]: b\n[c]: d "e"\nWords of [a]\n===\n\nmore\n---\n'],
  ['definitions that a line is under', '[a]: b\n===\n\n[c]: d\n---\n'],
  ['headings in quotations and lists', '> One\n> ---\n> two\n\n- three\n  ===\n- four\n---\n\n> five\n---\n'],
  [
    'lines under what is no heading',
    '\n---\n\n===\n\n# One\n---\n\n    code\n---\n\n| a |\n| - |\n| b |\n---\n',
  ],
  ['lists that paragraphs and quotations end', '- a\n- b\n\nc\n\n> d\n> e\n\n1. f\n\n   g\n2. h\n> i\n\nj\n'],
  [
    'lines without the mark of their quotation',
    '> a\nb\n> c\n\n> - d\ne\n\n- f\ng\n  - h\n\n    i\n\n  j\nk\n',
  ],
  ['lists in each other', '- a\n  - b\n    - c\n\n      d\n  - e\n\nf\n\n- > g\n  h\n- i\n'],
  [
    'tables behind each other',
    '| a | b |\n| - | - |\n| c |\n\nd\n\n> | e |\n> | - |\n> | f |\ng\n\n- | h |\n  | - |\n  | i |\n',
  ],
  ['calls of notes', 'a[^1]\n\n[^1]: b\n    - c\n\n    d\ne\n\n[^2]: f\n'],
];

/** The edits as they are shipped: other tests in this process have put ours in their place. */
const shipped: typeof import('micromark-util-edit-map') = await import(
  `${import.meta.resolve('micromark-util-edit-map')}?shipped`
);
const { consume } = shipped.EditMap.prototype;

const plain = unified().use(remarkParse).use(remarkGfm);
const treeWith = (edits: EditMap['consume'], source: string): unknown => {
  EditMap.prototype.consume = edits;
  return plain.parse(source);
};
unified().use(editInPlace).freeze();
const ours = EditMap.prototype.consume;
afterEach(() => {
  EditMap.prototype.consume = ours;
});

test('the edits of the parser are replaced where a processor has the plugin', () => {
  EditMap.prototype.consume = consume;
  unified().use(editInPlace).freeze();
  expect(EditMap.prototype.consume).toBe(ours);
  expect(ours).not.toBe(consume);
});

test.each(sources)('%s are as before', (_name, source) => {
  const tree = treeWith(consume, source);
  expect(treeWith(ours, source)).toEqual(tree);
  expect(JSON.stringify(tree)).not.toBe(JSON.stringify(plain.parse(source.replaceAll(/[>=|-]+/gu, 'x'))));
});

test.each<[string, readonly [at: number, removed: number, added: number][]]>([
  ['none', []],
  ['at the begin', [[0, 1, 2]]],
  ['at the end', [[9, 0, 1]]],
  [
    'in any order',
    [
      [6, 2, 0],
      [2, 1, 3],
      [4, 0, 1],
    ],
  ],
  [
    'at one place',
    [
      [3, 1, 1],
      [3, 1, 2],
    ],
  ],
  [
    'within what another removes',
    [
      [2, 5, 1],
      [4, 1, 1],
    ],
  ],
])('edits come to the same: %s', (_name, edits) => {
  type Event = Parameters<EditMap['consume']>[0][number];
  // Sound: edits look into no event.
  const eventsOf = (name: string, count: number): Event[] =>
    Array.from({ length: count }, (_, index) => `${name}${index}` as unknown as Event);
  const edited = (run: EditMap['consume']): readonly Event[] => {
    const map = new EditMap();
    const events = eventsOf('e', 9);
    for (const [index, [at, removed, added]] of edits.entries())
      map.add(at, removed, eventsOf(`a${index}-`, added));
    run.call(map, events);
    expect(map.map).toEqual([]);
    return events;
  };
  expect(edited(ours)).toEqual(edited(consume));
});
