import type { Element, ElementContent, Properties } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import type { MarkupMeaning } from '../generators/markup.ts';
import { sitePath } from '../generators/site-path.ts';
import { referenceElement } from './reference-element.ts';
import { mathElement } from './math.ts';
import { pictureElement } from './picture-element.ts';
import { inlineMarkdown } from './inline-markdown.ts';
import { tableElement } from './list-table.ts';
import { isMissingPost } from '../source/restore-markup.ts';
import { markerElement, markerFacts } from './markers.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';

/** The HTML of what one use of markup means; all of it stands where the markup stands. Files are included elsewhere. */
export function meaningNodes(
  meaning: Exclude<MarkupMeaning, { readonly type: 'included' }>,
  position: Place,
  context: PostContext,
): ElementContent[] {
  const { text, element } = nodesAt(position);
  switch (meaning.type) {
    case 'text':
      return meaning.isMarkdown ? inlineMarkdown(meaning.value, position, context) : text(meaning.value);
    case 'address':
      return addressNodes(meaning, position, context);
    case 'link':
      return [element('a', { href: meaning.href }, text(meaning.text))];
    case 'image':
      return [pictureElement(meaning, position, context)];
    case 'code':
      return [codeElement(meaning, position, context)];
    case 'math': {
      const made = mathElement(meaning.value, true, position);
      const properties = meaning.name === undefined ? {} : markerFacts(context, { labels: meaning.name });
      return [{ ...made, properties }];
    }
    case 'frame': {
      const { src, title } = meaning;
      report(context, 'html-dropped', {
        reason: `A link to “${src.slice(0, 200)}” stands for what a page shows there`,
        place: position,
      });
      return [element('a', { href: src }, text(title ?? src))];
    }
    case 'reference':
      report(context, 'html-dropped', {
        reason: `A link to “#${meaning.label}” stands for what a page repeats there`,
        place: position,
      });
      return [referenceElement({ href: `#${meaning.label}`, text: undefined }, position, context)];
    case 'table':
      return [valueTable(meaning, position, context)];
    case 'callout': {
      const { kind, label, text: words } = meaning;
      const labels = label ? [labelElement(label, position, context)] : [];
      const children = [
        ...labels,
        ...(words ? [element('p', {}, inlineMarkdown(words, position, context))] : []),
      ];
      return [{ ...markerElement(context, 'callout', { facts: { kind }, children }), position }];
    }
    default:
      return [];
  }
}

/** What makes nodes at a place. */
function nodesAt(position: Place): {
  readonly text: (value: string) => ElementContent[];
  readonly element: (tagName: string, properties: Properties, children: ElementContent[]) => Element;
} {
  return {
    text: (value) => (value === '' ? [] : [{ type: 'text', value, position }]),
    element: (tagName, properties, children) => ({
      type: 'element',
      tagName,
      properties,
      children,
      position,
    }),
  };
}

type MeaningOf<Type extends MarkupMeaning['type']> = Extract<MarkupMeaning, { readonly type: Type }>;

function addressNodes(
  meaning: MeaningOf<'address'>,
  position: Place,
  context: PostContext,
): ElementContent[] {
  const { text, element } = nodesAt(position);
  if (isMissingPost(meaning, context)) {
    const reason = `Post “${meaning.path}” is not part of the site`;
    report(context, 'link-target-missing', { reason, place: position });
    return text(meaning.path);
  }
  const href = sitePath(meaning.path, context.options.links);
  return meaning.isPage ? [element('a', { href }, text(href))] : text(href);
}

function codeElement(
  { value, language, title, firstOffset, name }: MeaningOf<'code'>,
  position: Place,
  context: PostContext,
): Element {
  const { text, element } = nodesAt(position);
  const line = firstOffset === undefined ? undefined : placeAt(context, firstOffset, firstOffset).start.line;
  const facts = markerFacts(context, {
    ...(line !== undefined && { line: String(line) }),
    ...(language && { language }),
    ...(title && { title }),
    ...(name && { labels: name }),
  });
  return element('pre', facts, [element('code', {}, text(value))]);
}

/** A table of values; each of its cells is a few words of Markdown. */
function valueTable(
  { rows, headRows, headColumns, align = [], spans = [], caption, name }: MeaningOf<'table'>,
  position: Place,
  context: PostContext,
): Element {
  const cells = rows.map((row, index) => {
    let column = 0;
    return row.map((cell, at) => {
      const colSpan = spans[index]?.[at] ?? 1;
      const aligned = align[column];
      column += colSpan;
      const properties = { ...(aligned && { align: aligned }), ...(colSpan > 1 && { colSpan }) };
      return { children: inlineMarkdown(cell, position, context), position, properties };
    });
  });
  const table: Element = { ...tableElement(cells, { headRows, headColumns }), position };
  const label = caption === undefined ? [] : [labelElement(caption, position, context)];
  const facts = name === undefined ? {} : { labels: name };
  return { ...markerElement(context, 'table', { facts, children: [...label, table] }), position };
}

/** The label of a callout, from the words of its tag. */
export function labelElement(label: string, position: Place, context: PostContext): Element {
  return {
    ...markerElement(context, 'label', { children: inlineMarkdown(label, position, context) }),
    position,
  };
}
