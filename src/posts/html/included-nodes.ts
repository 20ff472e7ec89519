import type { Element, ElementContent } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import { freeNames } from '../../lists/free-names.ts';
import type { Abbreviation } from '../constructs/nodes.d.ts';
import { findFrontMatter } from '../front-matter/find-front-matter.ts';
import { moveTo } from './inline-markdown.ts';
import { elementName, factOf, markerElement, markerFacts } from './markers.ts';
import type { HtmlTree, NoteDefinition } from './to-html-tree.ts';
import type { PostContext } from '../context/post-context.ts';

declare module 'hast' {
  interface Data {
    /** Whether a node was brought by another file. */
    isIncluded?: boolean;
  }
}

/** Reads the Markdown of a file as that of a post is read; its places are those of that file. */
export type ReadIncluded = (markdown: string, position: Place, context: PostContext) => HtmlTree;

/** What included files bring beside the blocks that stand where they are included; grows while a post is settled. */
export interface IncludedParts {
  readonly read: ReadIncluded;
  readonly notes: NoteDefinition[];
  readonly abbreviations: Abbreviation[];
  /** The identifiers of all notes so far. */
  readonly identifiers: Set<string>;
  /** Another identifier for a note whose own is among them. */
  readonly identifierFor: (taken: string) => string;
}

/** What there is before any file is included: the notes and abbreviations of the post itself. */
export function startIncluded(post: HtmlTree, read: ReadIncluded): IncludedParts {
  const identifiers = new Set(post.notes.map(({ identifier }) => identifier));
  const identifierFor = freeNames({
    taken: identifiers,
    firstNumber: 2,
    numbered: (identifier, number) => `${identifier} ${number}`,
  });
  return { read, notes: [], abbreviations: [...post.abbreviations], identifiers, identifierFor };
}

/** The HTML of an included file, all of it at the place of the tag; its notes and abbreviations become those of the post. */
export function includedNodes(
  value: string,
  position: Place,
  { context, included }: { readonly context: PostContext; readonly included: IncludedParts },
): ElementContent[] {
  const matter = findFrontMatter(value)?.close ?? 0;
  const { body, notes, abbreviations } = included.read(value.slice(matter), position, context);
  const names = namesOf(notes, included);
  const children = [...body];
  for (const node of [...children, ...notes.map(({ element }) => element)]) {
    renameReferences(node, names, context);
    markIncluded(node, context);
    moveTo(node, position);
  }
  for (const { identifier, element } of notes)
    included.notes.push({ identifier: names.get(identifier) ?? identifier, element });
  for (const abbreviation of abbreviations) included.abbreviations.push({ ...abbreviation, position });
  const [only] = children;
  // A few words of a file are part of the line that includes them.
  if (children.length === 1 && only?.type === 'element' && only.tagName === 'p') return only.children;
  return [{ ...markerElement(context, 'group', { children }), position }];
}

/** Other identifiers for the notes whose own are taken by the post, or by a file that it includes before. */
function namesOf(
  notes: readonly NoteDefinition[],
  { identifiers, identifierFor }: IncludedParts,
): ReadonlyMap<string, string> {
  const own = new Set(notes.map(({ identifier }) => identifier));
  const twice = [...own].filter((identifier) => identifiers.has(identifier));
  // Those that keep theirs come first, so that none of the others is called so.
  for (const identifier of own) identifiers.add(identifier);
  return new Map(twice.map((identifier) => [identifier, identifierFor(identifier)]));
}

function renameReferences(
  node: ElementContent,
  names: ReadonlyMap<string, string>,
  context: PostContext,
): void {
  if (names.size === 0 || node.type !== 'element') return;
  if (elementName(context, node) === 'tagleaf:note-reference') rename(node, names, context);
  for (const child of node.children) renameReferences(child, names, context);
}

/** Words of another file are none of the post's; code has places by its lines, and these are lines of that file. */
function markIncluded(node: ElementContent, context: PostContext): void {
  node.data = { ...node.data, isIncluded: true };
  if (node.type !== 'element') return;
  if (node.tagName === 'pre')
    node.properties = { ...node.properties, ...markerFacts(context, { included: 'true' }) };
  for (const child of node.children) markIncluded(child, context);
}

function rename(node: Element, names: ReadonlyMap<string, string>, context: PostContext): void {
  const identifier = names.get(factOf(context, node, 'identifier') ?? '');
  if (identifier !== undefined)
    node.properties = { ...node.properties, ...markerFacts(context, { identifier }) };
}
