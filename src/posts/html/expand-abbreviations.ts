import type { Element, ElementContent, Text } from 'hast';
import { parseEntities } from 'parse-entities';
import type { Abbreviation } from '../constructs/nodes.d.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import { type FoundWord, wordFinder } from './find-words.ts';
import { cleanString } from './clean-html.ts';
import { spendShared } from './spend-shared.ts';
import type { HtmlTree } from './to-html-tree.ts';

interface Meaning {
  readonly title: string;
  readonly definition: Abbreviation;
}

/**
 * The tree with `<abbr title>` around each whole word that the post says the meaning of; in code and in an `<abbr>` of the author's own no
 * word is one. Of two meanings the last counts (kramdown, Python-Markdown); the other is told, as is one whose word the post has not.
 */
export function expandAbbreviations(tree: HtmlTree, context: PostContext): HtmlTree {
  if (tree.abbreviations.length === 0) return tree;
  const table = meaningsOf(tree.abbreviations, context);
  const find = wordFinder(table);
  const used = new Set<Meaning>();
  const expand = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'element')
        return [verbatim.has(node.tagName) ? node : { ...node, children: expand(node.children) }];
      const words = node.type === 'text' ? find(node.value) : [];
      if (node.type !== 'text' || words.length === 0) return [node];
      for (const { value } of words) used.add(value);
      return split(node, words, context);
    });
  const body = expand(tree.body);
  const notes = tree.notes.map((note) => {
    const { element } = note;
    return { ...note, element: { ...element, children: expand(element.children) } };
  });
  for (const meaning of table.values()) {
    if (!used.has(meaning)) tell(meaning, 'stands nowhere in the text', context);
  }
  return { ...tree, body, notes };
}

const verbatim: ReadonlySet<string> = new Set('abbr code kbd pre samp script style textarea var'.split(' '));

function meaningsOf(
  definitions: readonly Abbreviation[],
  context: PostContext,
): ReadonlyMap<string, Meaning> {
  const table = new Map<string, Meaning>();
  for (const definition of definitions) {
    const { label, meaning } = definition;
    const title = cleanString(parseEntities(meaning, { nonTerminated: false }), placeOf(definition), context);
    const key = label.trim().replace(/\s+/gu, ' ');
    const before = table.get(key);
    if (before) tell(before, 'is given another meaning further down', context);
    table.set(key, { title, definition });
  }
  return table;
}

function tell({ title, definition }: Meaning, what: string, context: PostContext): void {
  const reason = `The abbreviation “${definition.label}” ${what}: “${title}” left out`;
  report(context, 'abbreviation-unused', { reason, place: placeOf(definition) });
}

/** A text in parts, each in its place where the text stands in the source as it is. */
function split(text: Text, words: readonly FoundWord<Meaning>[], context: PostContext): ElementContent[] {
  const place = placeOf(text);
  const start = place?.start.offset ?? 0;
  const isWritten = place !== undefined && context.source.startsWith(text.value, start);
  const part = (from: number, to: number): Text => {
    const position = isWritten ? placeAt(context, start + from, start + to) : place;
    return { type: 'text', value: text.value.slice(from, to), ...(position && { position }) };
  };
  const out: ElementContent[] = [];
  let from = 0;
  for (const { start: begin, end, value } of words) {
    if (begin > from) out.push(part(from, begin));
    spendShared(value.title, context);
    const word = part(begin, end);
    const { position } = word;
    const element: Element = {
      type: 'element',
      tagName: 'abbr',
      properties: { title: value.title },
      children: [word],
      ...(position && { position }),
    };
    out.push(element);
    from = end;
  }
  if (from < text.value.length) out.push(part(from, text.value.length));
  return out;
}
