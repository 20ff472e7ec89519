import type { Element } from 'hast';
import type { Block, CalloutKind } from '../../document/document.ts';
import type { Inline } from '../../document/inline.ts';
import type { StringKey } from '../../document/strings.ts';
import { generatedLabel, splitLabel } from './labels.ts';
import { captioned } from './build-figure.ts';
import { withRowHeaders } from './build-table.ts';
import { baseOf, type Builder, type Surroundings } from './builder.ts';
import { factOf } from '../html/markers.ts';
import { report } from '../context/post-context.ts';
import { tidyInlines } from './tidy-inlines.ts';

interface CalloutWord {
  readonly kind: CalloutKind;
  readonly key: StringKey;
}

const callouts: Readonly<Record<string, CalloutWord>> = {
  note: { kind: 'note', key: 'calloutNote' },
  tip: { kind: 'tip', key: 'calloutTip' },
  important: { kind: 'important', key: 'calloutImportant' },
  warning: { kind: 'warning', key: 'calloutWarning' },
  caution: { kind: 'caution', key: 'calloutCaution' },
  danger: { kind: 'danger', key: 'calloutDanger' },
};

/** A callout; without a label of the author's, the product's word for its kind. */
export function buildCallout(element: Element, builder: Builder, around: Surroundings): readonly Block[] {
  const base = baseOf(element, builder);
  const { kind, key } = callouts[factOf(builder.context, element, 'kind') ?? 'note'] ?? {
    kind: 'note',
    key: 'calloutNote',
  };
  const { label, content } = splitLabel(element, builder);
  const children = builder.blocks(content, around);
  return [{ type: 'callout', ...base, kind, label: label ?? generatedLabel(key, builder), children }];
}

/** Verse or an address: every line of the source is a line, every paragraph a block. */
export function buildVerse(element: Element, builder: Builder, around: Surroundings): readonly Block[] {
  const base = baseOf(element, builder);
  const kind = factOf(builder.context, element, 'kind') === 'address' ? 'address' : 'verse';
  const { label, content } = splitLabel(element, builder);
  const blocks = content.flatMap((node): readonly Block[] => {
    if (node.type !== 'element' || node.tagName !== 'p')
      return builder.blocks([node], { ...around, holdsNotes: true });
    const lines = splitLines(builder.inlines(node.children))
      .map(tidyInlines)
      .filter((line) => line.length > 0);
    return lines.length === 0 ? [] : [{ type: 'verse', ...baseOf(node, builder), kind, lines }];
  });
  const all = [...(label ? [label] : []), ...blocks];
  const says = base.lang !== undefined || base.dir !== undefined || base.id !== undefined;
  return says && all.length > 0 ? [{ type: 'group', ...base, children: all }] : all;
}

/** Splits at hard breaks and at line ends, also inside spans and links. */
function splitLines(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]];
  const add = (inline: Inline): void => void lines.at(-1)?.push(inline);
  for (const inline of inlines) {
    if (inline.type === 'break') lines.push([]);
    else if (inline.type === 'text') {
      inline.value.split(/\r\n?|\n/u).forEach((value, index) => {
        if (index > 0) lines.push([]);
        add({ ...inline, value });
      });
    } else if ((inline.type === 'span' && inline.kind !== 'code') || inline.type === 'link') {
      splitLines(inline.children).forEach((children, index) => {
        if (index > 0) lines.push([]);
        // Only the first piece keeps the id: it must stay unique.
        const { id, ...rest } = inline;
        if (children.length > 0)
          add(index === 0 && id !== undefined ? { ...rest, id, children } : { ...rest, children });
      });
    } else add(inline);
  }
  return lines;
}

/** A picture with a caption, or a picture that the author calls decorative. */
export function buildDirectiveFigure(
  element: Element,
  builder: Builder,
  around: Surroundings,
): readonly Block[] {
  const base = baseOf(element, builder);
  const { label, content } = splitLabel(element, builder);
  const decorative = factOf(builder.context, element, 'decorative') === 'yes';
  const blocks = builder.blocks(content, { ...around, holdsNotes: true }).map((block): Block => {
    if (!decorative || block.type !== 'figure' || block.image.type !== 'image') return block;
    return { ...block, image: { ...block.image, decorative } };
  });
  return captioned(blocks, label ? [label] : [], base);
}

/** A table with a caption, or with row headers in its first column. */
export function buildDirectiveTable(
  element: Element,
  builder: Builder,
  around: Surroundings,
): readonly Block[] {
  const base = baseOf(element, builder);
  const { label, content } = splitLabel(element, builder);
  const rowHeaders = factOf(builder.context, element, 'rowheaders') === 'yes';
  const blocks = builder
    .blocks(content, { ...around, holdsNotes: true })
    .map((block) => (rowHeaders && block.type === 'table' ? withRowHeaders(block) : block));
  if (!blocks.some((block) => block.type === 'table')) {
    report(builder.context, 'directive-unknown', { reason: '“:::table” holds no table', place: base.place });
  }
  return captioned(blocks, label ? [label] : [], base);
}
