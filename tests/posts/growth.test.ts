import type { Element } from 'hast';
import type { Code, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../src/document/dialect.ts';
import type { Inline } from '../../src/document/inline.ts';
import { tidyInlines } from '../../src/posts/blocks/tidy-inlines.ts';
import { createContext, defaultPostLimits, type PostContext } from '../../src/posts/context/post-context.ts';
import { createWork, workWeights } from '../../src/posts/context/work.ts';
import { collectAnchors } from '../../src/posts/html/anchors.ts';
import { settleMarkdown } from '../../src/posts/source/settle-markdown.ts';
import { createOpenStack } from '../../src/posts/generators/open-stack.ts';
import { growth, growthOfSquare, mostGrowth } from '../growth.ts';
import { isLong } from '../how-long.ts';
import { readText, strings } from './read-text.ts';
import { workOf } from './work-of.ts';

const shared = 'addresses, titles and meanings of what uses them';

const head = '---\ntitle: T\nlang: en\n---\n\n';

/** So long, made of a sign. */
function filled(sign: string, size: number): string {
  return sign.repeat(Math.ceil(size / sign.length)).slice(0, size);
}

describe.runIf(isLong)('reading takes time that grows with the size of', () => {
  test.each<[string, (size: number) => string, number]>([
    ['words in a label that is open', (size) => `[${filled('a ', size)}`, 8_000],
    ['words in the label of a picture', (size) => `![${filled('a ', size)}](b.png)`, 8_000],
    ['closing brackets', (size) => filled(']', size), 8_000],
    ['ends of marks that none opened', (size) => openAndClose('{% ', ' %}', size), 40_000],
    ['ends of elements that none opened', (size) => `<div markdown="1">${filled('</p>', size)}`, 40_000],
    ['tags in elements that want Markdown', nestedElements, 40_000],
    ['underlined headings', (size) => filled('Heading\n---\n\nA paragraph.\n\n', size), 60_000],
    ['short lists', (size) => filled('A paragraph.\n\n- one\n- two\n\n', size), 60_000],
    ['quotations that empty lines end', (size) => filled('> a\n> x\n\n', size), 60_000],
    ['quotations and lists in turn', (size) => filled('> a\n\n- b\n\n', size), 60_000],
    ['items of lists', (size) => filled('- a\n', size), 60_000],
  ])('%s', async (_name, source, size) => {
    expect(await growth((count) => readText(head + source(count)), size)).toBeLessThan(mostGrowth);
  });

  test('lines with hard breaks', async () => {
    const line: readonly Inline[] = [{ type: 'text', value: 'a ', offset: 0 }, { type: 'break' }];
    const work = (count: number): unknown => tidyInlines(Array.from({ length: count }, () => line).flat());
    expect(await growth(work, 100_000)).toBeLessThan(mostGrowth);
  });
});

function openAndClose(start: string, end: string, size: number): string {
  let source = '';
  for (let index = 0; source.length < size / 2; index += 1) source += `${start}a${index}${end}`;
  return source + filled(`${start}endb${end}`, size / 2);
}

function nestedElements(size: number): string {
  let source = '';
  for (let index = 0; source.length < size / 2; index += 1) source += `<x${index} markdown="1">`;
  return source + filled('<p></q>', size / 2);
}

test.runIf(isLong)('putting markup back into code takes time that grows with both', async () => {
  const piece = 'x\n\n    a\n\n{: .b}\n\n';
  const options = { file: 'post.md', path: 'post.md', strings: () => strings, limits: defaultPostLimits };
  const prepare = (count: number): { readonly context: PostContext; readonly tree: Root } => {
    const source = piece.repeat(count);
    const context = createContext(source, { options, messages: [], work: createWork(Infinity) });
    const children = Array.from({ length: count }, (_, index): Code => {
      const start = index * piece.length + piece.indexOf('a');
      return { type: 'code', value: 'a', position: context.places.placeAt(start, start + 1) };
    });
    return { context, tree: { type: 'root', children } };
  };
  const prepared = new Map([20_000, 40_000].map((count) => [count, prepare(count)]));
  const work = (count: number): unknown => {
    const { tree, context } = prepared.get(count) ?? prepare(count);
    expect(context.masked.blank).toHaveLength(count);
    return settleMarkdown(tree, context);
  };
  expect(await growth(work, 20_000)).toBeLessThan(mostGrowth);
});

describe('what is open', () => {
  test('is closed with all that was opened in it, and is left alone by an end of none', () => {
    const stack = createOpenStack<{ readonly name: string; readonly id: number }>();
    expect([stack.isEmpty(), stack.close('a')]).toEqual([true, undefined]);
    ['a', 'b', 'a', 'c'].forEach((name, id) => stack.open({ name, id }));
    expect(stack.close('d')).toBe(undefined);
    expect(['a', 'b', 'c', 'd'].map(stack.isOpen)).toEqual([true, true, true, false]);
    expect(stack.close('a')).toEqual({ name: 'a', id: 2 });
    expect(['a', 'b', 'c'].map(stack.isOpen)).toEqual([true, true, false]);
    expect(stack.close('a')).toEqual({ name: 'a', id: 0 });
    expect([stack.isEmpty(), stack.isOpen('b')]).toEqual([true, false]);
  });
});

describe('what the parser goes over again and again is counted as often:', () => {
  test.each<[string, (size: number) => string]>([
    ['lines that go on without the mark of their quotation', (size) => `> a\n${filled('b\n', size)}`],
    ['lines that go on without the mark of their item', (size) => `- a\n${filled('b\n', size)}`],
    ['brackets', (size) => filled('[a]', size)],
    ['closing brackets behind the one of a picture', (size) => `![${filled(']', size)}`],
    ['signs of emphasis that have no fellow', (size) => filled('a* ', size)],
    ['emphasis', (size) => filled('*_', size)],
  ])('%s', (_name, source) => {
    // Without what grows with the size: each character, and each node.
    const repeated = (size: number): number => {
      const { weight, counts } = workOf(source(size));
      return weight - workWeights.nodes * counts.nodes - 10 * workWeights.bytes * size;
    };
    expect(repeated(4000) / repeated(2000)).toBeGreaterThan(2.9);
  });
});

test('a line without the mark of what it goes on in is counted, and refused before it is read', () => {
  const { value, messages } = readText(`${head}- a\n${'b\n'.repeat(20_000)}`);
  expect(value).toBeUndefined();
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['post-too-laborious']);
  expect(messages[0]?.reason).toContain('most of it for lines behind quotations and lists');
});

test('lists and quotations that end one after another are read however many there are', () => {
  const { value, messages } = readText(`${head}${'> a\n> x\n\n- b\n\nA paragraph.\n\n'.repeat(1500)}`);
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(value?.body).toHaveLength(4500);
});

test.each(['[a] ', ...(isLong ? ['[^1] ', '![a] '] : [])])(
  'many %s in one paragraph are refused before they take the parser long',
  (sign) => {
    const read = (count: number): ReturnType<typeof readText> => readText(head + sign.repeat(count));
    const { value, messages } = read(30_000);
    expect([value, messages.map(({ ruleId }) => ruleId)]).toEqual([undefined, ['post-too-laborious']]);
    expect(messages[0]?.reason).toContain('most of it for labels in brackets');
    expect(read(300).value).toBeDefined();
  },
);

describe('what is written once and stands at all that uses it is counted each time', () => {
  const long = (count: number): string => 'x'.repeat(count / 2);
  const all: readonly [string, (size: number) => string, string, Dialect?][] = [
    ['an address', (size) => `[a]: https://a.example/${long(size)}\n\n${'[a] '.repeat(size / 8)}`, shared],
    ['a title', (size) => `[a]: https://a.example "${long(size)}"\n\n${'[a] '.repeat(size / 8)}`, shared],
    ['a picture', (size) => `[a]: ${long(size)}.png\n\n${'![a] '.repeat(size / 10)}`, shared],
    ['a meaning', (size) => `*[ABC]: ${long(size)}\n\n${'ABC '.repeat(size / 8)}`, shared, 'kramdown'],
    [
      'cells that short rows lack',
      (size) => `|${'a|'.repeat(size / 8)}\n|${'-|'.repeat(size / 8)}\n${'|x\n'.repeat(size / 6)}`,
      'nodes of its tree',
    ],
    [
      'columns of HTML',
      (size) => `<table><tr>${'<td>a'.repeat(size / 10)}</tr>${'<tr><td>a'.repeat(size / 18)}</table>`,
      'columns of tables',
    ],
    [
      'columns that cells reach into',
      (size) =>
        `<table><tr>${'<td rowspan=0>a'.repeat(size / 30)}</tr>${'<tr><td>a'.repeat(size / 18)}</table>`,
      'columns of tables',
    ],
  ];
  test.each(all.filter((_one, index) => isLong || index % 5 === 0))('%s', (_name, source, cause, dialect) => {
    const read = (size: number): ReturnType<typeof readText> =>
      readText(head + source(size), dialect && { dialect });
    const { value, messages } = read(60_000);
    expect([value, messages.at(-1)?.ruleId]).toEqual([undefined, 'post-too-laborious']);
    expect(messages.at(-1)?.reason).toContain(`most of it for ${cause}`);
    expect(read(1000).value).toBeDefined();
  });
});

test.runIf(isLong)('ids whose words are the same are told apart in time that grows with them', async () => {
  const context = createContext('', {
    options: { file: 'post.md', path: 'post.md', strings: () => strings, limits: defaultPostLimits },
    messages: [],
    work: createWork(Infinity),
  });
  const heading = (): Element => ({ type: 'element', tagName: 'h2', properties: {}, children: [] });
  const named = (index: number): Element => ({
    type: 'element',
    tagName: 'p',
    properties: { id: `a${String.fromCodePoint(0x2200 + (index % 1000))}${'!'.repeat(index / 1000)}` },
    children: [],
  });
  const made = (size: number): readonly string[] => {
    const nodes = Array.from({ length: size }, (_, index) => (index % 2 === 0 ? heading() : named(index)));
    return [...collectAnchors([nodes], context).idOf.values()];
  };
  expect(made(6)).toEqual(['section', 'a', 's--1', 'a-1', 's--2', 'a-2']);
  expect(new Set(made(4000)).size).toBe(4000);
  expect(await growth(made, 4000)).toBeLessThan(mostGrowth);
  const counted = (size: number): unknown => {
    const used = new Set<string>();
    for (let number = 0; number < size; number += 1) {
      let id = 'a';
      for (let count = 1; used.has(id); count += 1) id = `a-${count}`;
      used.add(id);
    }
    return used;
  };
  expect(await growthOfSquare(counted, 500)).toBeGreaterThan(mostGrowth);
});
