import type { Element, ElementContent, Properties } from 'hast';
import { hasConstruct } from '../dialects/dialect.ts';
import { appendAll } from '../../lists/append-all.ts';
import type { AttributeList, Markup } from '../generators/markup.ts';
import { isMasked, splitMasked } from '../generators/mask-markup.ts';
import { takeAlternative } from './keep-caption.ts';
import { isHeading, textContent } from './anchors.ts';
import { elementName, factOf, markerFacts } from './markers.ts';
import { nameHeading, nameTable } from './name-blocks.ts';
import { includedNodes, startIncluded, type IncludedParts, type ReadIncluded } from './included-nodes.ts';
import { nameLabelled } from './labels.ts';
import { mathElement, reportMath } from './math.ts';
import { meaningNodes } from './markup-nodes.ts';
import { roleNode } from './role-nodes.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import {
  addressOf,
  countUnknown,
  reportUnknownMarkup,
  restore,
  restoreCode,
  wordsOf,
} from '../source/restore-markup.ts';
import {
  attributeCount,
  attributesOf,
  type BlockAttributes,
  blockAttributes,
  contents,
  languageClass,
  reportLeft,
  reportUntaken,
  takeAttributes,
} from './block-attributes.ts';
import { asBlock, flowElements, splitParagraph } from './split-paragraph.ts';
import { takeBrackets } from './take-brackets.ts';
import type { HtmlTree, NoteDefinition } from './to-html-tree.ts';
import { rangesByNote, wrapRanges } from './wrap-ranges.ts';

/** Makes elements of what the markup of generators says in prose and in raw HTML, and tells of what is not known. */
export function settleHtml(tree: HtmlTree, context: PostContext, read: ReadIncluded): HtmlTree {
  const { markup } = context.masked;
  if (markup.length === 0) {
    if (mayRefer(context)) nameLabelled(allOf(tree), context);
    return tree;
  }
  const blocks = blockAttributes(context);
  const included = startIncluded(tree, read);
  const ranges = rangesByNote(tree.notes, context);
  const settle = (nodes: readonly ElementContent[], note?: NoteDefinition): ElementContent[] =>
    wrapRanges(
      settleTop(nodes, { context, blocks, included, inCode: false, inHeading: false, inTable: false }),
      ranges.get(note) ?? [],
      context,
    );
  const body = settle(tree.body);
  const own = tree.notes.map((note) => ({
    ...note,
    element: { ...note.element, children: settle(note.element.children, note) },
  }));
  const notes = [...own, ...included.notes];
  nameLabelled(allOf({ body, notes }), context);
  for (const left of [...blocks.ends.values(), ...blocks.starts.values()]) reportUntaken(left, context);
  for (const found of markup) {
    if (found.start === found.end) countUnknown(found, 'text', context);
    else if (found.content.type === 'edge' && !context.markupInCode.has(found))
      countUnknown(found, 'unwrapped', context);
    else if (found.content.type === 'left' && !context.markupInCode.has(found)) {
      const { reason, ruleId = 'html-attr-dropped', to = found.end } = found.content;
      report(context, ruleId, { reason, place: placeAt(context, found.start, to) });
    }
  }
  reportUnknownMarkup(context);
  reportMath(context);
  return { body, notes, abbreviations: included.abbreviations };
}

/** A note itself is named by its number. */
function allOf({ body, notes }: Pick<HtmlTree, 'body' | 'notes'>): readonly ElementContent[] {
  return [...body, ...notes.flatMap(({ element }) => element.children)];
}

/** Without markup there is no label, but a link may have no words. */
function mayRefer({ source, dialect }: PostContext): boolean {
  if (hasConstruct(dialect, 'citations') && source.includes('@')) return true;
  return source.includes('[](') || (dialect === 'myst' && source.includes(']('));
}

interface Scope {
  readonly context: PostContext;
  readonly blocks: BlockAttributes;
  readonly included: IncludedParts;
  readonly inCode: boolean;
  readonly inHeading: boolean;
  /** Whether the element around is a table with a label. */
  readonly inTable: boolean;
}

/** Most blocks of most posts hold no markup: they stay as they are. */
function settleTop(nodes: readonly ElementContent[], scope: Scope): ElementContent[] {
  return nodes.flatMap((node) => (isTouched(node, scope) ? settleNodes([node], scope) : [node]));
}

function isTouched(node: ElementContent, scope: Scope): boolean {
  const { masked } = scope.context;
  if (node.type === 'text') return isMasked(node.value, masked);
  if (node.type !== 'element') return false;
  for (const name in node.properties) {
    const value = node.properties[name];
    if (typeof value === 'string' && isMasked(value, masked)) return true;
  }
  const { ends, starts } = scope.blocks;
  if (ends.size + starts.size > 0) {
    const place = placeOf(node);
    if (place && (ends.has(place.end.offset) || starts.has(place.start.offset))) return true;
  }
  return node.children.some((child) => isTouched(child, scope));
}

function settleNodes(nodes: readonly ElementContent[], scope: Scope): ElementContent[] {
  const out: ElementContent[] = [];
  let role: Markup | undefined;
  for (const node of nodes) {
    const named = role;
    role = undefined;
    if (named !== undefined && settleRole(named, node, { out, context: scope.context })) continue;
    if (node.type === 'text') role = settleText(node, out, scope);
    else if (node.type !== 'element') out.push(node);
    else settleElement(node, out, scope);
  }
  if (role !== undefined) settleRole(role, undefined, { out, context: scope.context });
  return out;
}

function settleElement(node: Element, out: ElementContent[], scope: Scope): void {
  const { context, blocks } = scope;
  const inCode = scope.inCode || node.tagName === 'code' || node.tagName === 'pre';
  let properties = settleProperties(node.properties, context);
  const attributes = takeAttributes(node, blocks);
  if (attributes !== undefined) {
    if (contents.test(attributes.markup.written) && ['ul', 'ol'].includes(node.tagName)) {
      const { start, end: last, written } = attributes.markup;
      const words = textContent(node.children, context).replace(/\s+/gu, ' ').trim();
      const reason = `List “${words}” before “${written}” left out: it stands for contents that a site makes`;
      const from = placeOf(node)?.start.offset ?? start;
      report(context, 'html-attr-dropped', { reason, place: placeAt(context, from, last) });
      return;
    }
    properties = { ...properties, ...attributesOf(attributes.attributes) };
    const language = languageClass(attributes.attributes);
    if (node.tagName === 'pre' && language && factOf(context, node, 'language') === undefined)
      properties = { ...properties, ...markerFacts(context, { language }) };
  }
  const isNamed = isHeading(node) || (scope.inTable && elementName(context, node) === 'tagleaf:label');
  const children = settleNodes(node.children, {
    ...scope,
    inCode,
    inHeading: scope.inHeading || isNamed,
    inTable: elementName(context, node) === 'tagleaf:table',
  });
  const element: Element = { ...node, properties, children };
  if (isNamed) nameHeading(element, node, context);
  if (elementName(context, node) === 'tagleaf:table') nameTable(element, context);
  if (flowElements.has(element.tagName)) element.children = children.map(asBlock);
  if (element.tagName === 'p') appendAll(out, splitParagraph(element, context));
  else out.push(element);
}

/** Adds what a role makes of the code span behind it; without one it is the sign that it is. */
function settleRole(
  markup: Markup,
  code: ElementContent | undefined,
  { out, context }: { readonly out: ElementContent[]; readonly context: PostContext },
): boolean {
  const { content, start, end, written } = markup;
  if (content.type !== 'role' || code?.type !== 'element' || code.tagName !== 'code') {
    countUnknown(markup, 'text', context);
    return false;
  }
  const last = out.at(-1);
  if (last?.type === 'text' && last.value === written) out.pop();
  const words = restoreCode(textContent(code.children, context), context);
  const position = placeAt(context, start, placeOf(code)?.end.offset ?? end);
  const { node, isKnown } = roleNode({ name: content.name, content: words, position }, context);
  if (!isKnown) countUnknown(markup, 'unwrapped', context);
  if (content.name === 'math') context.math.add({ ...markup, written: words, end: position.end.offset });
  out.push(node);
  return true;
}

function settleProperties(properties: Properties, context: PostContext): Properties {
  let settled = properties;
  for (const name in properties) {
    const value = properties[name];
    if (typeof value !== 'string' || !isMasked(value, context.masked)) continue;
    if (settled === properties) settled = { ...properties };
    const address = name === 'href' || name === 'src' ? addressOf(value, context) : restore(value, context);
    if (address !== undefined) settled[name] = address;
    else if (name === 'href') delete settled[name];
    else
      settled[name] = name === 'alt' || name === 'title' ? wordsOf(value, context) : restore(value, context);
  }
  return settled;
}

type TextNode = Extract<ElementContent, { readonly type: 'text' }>;

/** Adds the parts of a text; the role at its end, which belongs to what follows, where it ends with one. */
function settleText(node: TextNode, out: ElementContent[], scope: Scope): Markup | undefined {
  const { context } = scope;
  if (!isMasked(node.value, context.masked)) {
    out.push(node);
    return undefined;
  }
  if (scope.inCode) {
    out.push({ ...node, value: restoreCode(node.value, context) });
    return undefined;
  }
  const parts = splitMasked(node.value, context.masked);
  const place = placeOf(node);
  let from = place?.start.offset;
  parts.forEach((part, index) => {
    if (typeof part !== 'string') {
      settleMarkup(part, out, scope);
      if (part.content.type === 'role' && index < parts.length - 1) countUnknown(part, 'text', context);
      from = part.end;
      return;
    }
    const next = parts[index + 1];
    const end = next === undefined || typeof next === 'string' ? place?.end.offset : next.start;
    const position = from === undefined || end === undefined ? {} : { position: placeAt(context, from, end) };
    out.push({ type: 'text', value: part, ...position });
  });
  const last = parts.at(-1);
  return typeof last === 'object' && last.content.type === 'role' ? last : undefined;
}

/** Adds what one use of markup says behind the nodes before it. */
function settleMarkup(markup: Markup, out: ElementContent[], scope: Scope): void {
  const { context, inHeading } = scope;
  const { content, written } = markup;
  const position = placeAt(context, markup.start, markup.end);
  switch (content.type) {
    case 'edge':
    case 'left':
      return;
    case 'role':
      out.push({ type: 'text', value: written, position });
      return;
    case 'attributes':
      takeBrackets(out, written, position);
      settleAttributes(markup, content.attributes, {
        last: inHeading ? undefined : out.at(-1),
        inHeading,
        context,
      });
      return;
    case 'math':
      context.math.add(markup);
      out.push(mathElement(written, content.isBlock, position));
      return;
    case 'meaning':
      if (content.meaning.type === 'included') {
        appendAll(out, includedNodes(content.meaning.value, position, scope));
        return;
      }
      if (content.meaning.type === 'math') context.math.add({ ...markup, written: content.meaning.value });
      appendAll(out, meaningNodes(content.meaning, position, context));
      return;
    default:
      countUnknown(markup, 'text', context);
      out.push({ type: 'text', value: written, position });
  }
}

function settleAttributes(
  markup: Markup,
  attributes: AttributeList,
  {
    last,
    inHeading,
    context,
  }: {
    readonly last: ElementContent | undefined;
    readonly inHeading: boolean;
    readonly context: PostContext;
  },
): void {
  const isPicture = last?.type === 'element' && last.tagName === 'img';
  const given = isPicture ? takeAlternative(last, attributes, context) : {};
  const kept = last?.type === 'element' ? { ...attributesOf(attributes), ...given } : {};
  if (last?.type === 'element') last.properties = { ...last.properties, ...kept };
  const named = inHeading && attributes.id !== undefined ? 1 : 0;
  if (Object.keys(kept).length + named < attributeCount(attributes)) reportLeft(markup, context);
}
