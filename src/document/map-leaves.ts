import type { Direction } from '../characters/strong-letters.ts';
import type {
  Block,
  DefinitionItem,
  Document,
  Figure,
  ListItem,
  Paragraph,
  Table,
  TableRow,
} from './document.ts';
import type { Image, Inline, Link, LinkTarget, MissingImage, Text } from './inline.ts';
import type { Node } from './walk.ts';
import { wordsOnly } from './words-only.ts';

/** How leaves are replaced: each function sees its leaves once, in reading order; those of a kind without one stay. */
export interface LeafMapper {
  readonly text?: (text: Text) => Text;
  readonly image?: (image: Image) => Image | MissingImage;
  /** Where links lead; a link without a target becomes its words. */
  readonly target?: (target: LinkTarget, node: Link | Figure) => LinkTarget | undefined;
  /** Called for each link that is left out because its only picture is. */
  readonly emptied?: (target: LinkTarget, node: Link | Figure) => void;
  /** The words of a link whose own only name its place, once it is known where that is; `undefined` leaves it its own. */
  readonly words?: (target: LinkTarget, link: Link) => string | undefined;
  /** The id of what may have a caption; its own where that is `undefined`. */
  readonly idOf?: (node: Figure | Table) => string | undefined;
  /** The direction of a block, an item, a cell or a span; its own where that is `undefined`. */
  readonly directionOf?: (node: Node) => Direction | undefined;
}

/**
 * The same document with its texts and images replaced; everything else is kept as it is. A picture that cannot be shown
 * and has no words leaves nothing behind: neither an empty paragraph nor a link that shows nothing.
 */
export function mapLeaves(document: Document, mapper: LeafMapper): Document {
  const titleBlock = mapBlocks(document.titleBlock, mapper);
  return { ...document, titleBlock, body: mapBlocks(document.body, mapper) };
}

function mapBlocks(blocks: readonly Block[], mapper: LeafMapper): readonly Block[] {
  return blocks.flatMap((block) => {
    if (block.type === 'figure') return mapFigure(block, mapper);
    const mapped = mapBlock(block, mapper);
    const emptied =
      mapped.type === 'paragraph' && block.type === 'paragraph' && isEmptied(block.children, mapped.children);
    return emptied ? [] : [withDirection(mapped, block, mapper)];
  });
}

function mapInlines(inlines: readonly Inline[], mapper: LeafMapper): readonly Inline[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'link') return mapLink(inline, mapper);
    const mapped = mapInline(inline, mapper);
    return isWordless(mapped) ? [] : [mapped];
  });
}

function isWordless(node: { readonly type: string; readonly children?: readonly unknown[] }): boolean {
  return node.type === 'missing-image' && node.children?.length === 0;
}

/** Whether the pictures that were left out were all that these words showed. */
function isEmptied(before: readonly Inline[], after: readonly Inline[]): boolean {
  if (after.length >= before.length) return false;
  return after.every((node) => node.type === 'break' || (node.type === 'text' && node.value.trim() === ''));
}

function mapLink(link: Link, mapper: LeafMapper): readonly Inline[] {
  const children = mapInlines(link.children, mapper);
  const target = mapper.target ? mapper.target(link.target, link) : link.target;
  if (target === undefined) return wordsOnly(link, children);
  if (link.isOpen && mapper.words) return [named(link, target, { mapper, children })];
  if (!isEmptied(link.children, children)) return [{ ...link, target, children }];
  mapper.emptied?.(target, link);
  return [];
}

/** A link with the words of the place that it leads to. */
function named(
  { isOpen: _isOpen, ...link }: Link,
  target: LinkTarget,
  { mapper, children }: { readonly mapper: LeafMapper; readonly children: readonly Inline[] },
): Link {
  const value = mapper.words?.(target, link);
  if (value === undefined) return { ...link, target, children };
  const { place } = link;
  return { ...link, target, children: [{ type: 'text', value, offset: 0, ...(place && { place }) }] };
}

/** A figure; what is left of it where its picture is not there and has no words. */
function mapFigure(figure: Figure, mapper: LeafMapper): readonly Block[] {
  const image = mapImage(figure.image, mapper);
  const caption = figure.caption && mapParagraph(figure.caption, mapper);
  const { link: written, ...rest } = withId(figure, mapper);
  const link = written && mapper.target ? mapper.target(written, figure) : written;
  if (!isWordless(image)) return [{ ...rest, image, ...(link && { link }), ...(caption && { caption }) }];
  if (link) mapper.emptied?.(link, figure);
  const { place, lang, id } = rest;
  const at = {
    ...(place && { place }),
    ...(lang !== undefined && { lang }),
    ...(id !== undefined && { id }),
  };
  const { role: _role, ...words } = caption ?? { children: [] };
  return caption ? [{ ...at, type: 'paragraph', ...words }] : [];
}

/** What a block, an item, a cell or a span has become, in the direction that is its own. */
function withDirection<T extends Node>(mapped: T, from: Node, { directionOf }: LeafMapper): T {
  const dir = directionOf?.(from);
  return dir === undefined ? mapped : { ...mapped, dir };
}

function withId<T extends Figure | Table>(node: T, { idOf }: LeafMapper): T {
  const id = idOf?.(node);
  return id === undefined ? node : { ...node, id };
}

function mapInline(inline: Exclude<Inline, Link>, mapper: LeafMapper): Inline {
  switch (inline.type) {
    case 'text':
      return mapper.text?.(inline) ?? inline;
    case 'image':
      return mapImage(inline, mapper);
    case 'missing-image':
      return mapImage(inline, mapper);
    case 'span':
      return withDirection({ ...inline, children: mapInlines(inline.children, mapper) }, inline, mapper);
    case 'ruby': {
      const base = mapInlines(inline.base, mapper);
      return { ...inline, base, annotation: mapInlines(inline.annotation, mapper) };
    }
    case 'break':
    case 'note-reference':
      return inline;
  }
}

function mapImage(image: Image | MissingImage, mapper: LeafMapper): Image | MissingImage {
  if (image.type === 'missing-image') return { ...image, children: mapTexts(image.children, mapper) };
  const mapped = mapper.image?.(image) ?? image;
  return mapped.type === 'missing-image'
    ? { ...mapped, children: mapTexts(mapped.children, mapper) }
    : mapped;
}

function mapTexts(texts: readonly Text[], { text }: LeafMapper): readonly Text[] {
  return text ? texts.map((own) => text(own)) : texts;
}

function mapParagraph(paragraph: Paragraph, mapper: LeafMapper): Paragraph {
  return withDirection({ ...paragraph, children: mapInlines(paragraph.children, mapper) }, paragraph, mapper);
}

function mapRow(row: TableRow, mapper: LeafMapper): TableRow {
  return {
    ...row,
    cells: row.cells.map((cell) =>
      withDirection({ ...cell, children: mapBlocks(cell.children, mapper) }, cell, mapper),
    ),
  };
}

function mapListItem(item: ListItem, mapper: LeafMapper): ListItem {
  return withDirection({ ...item, children: mapBlocks(item.children, mapper) }, item, mapper);
}

function mapDefinitionItem(item: DefinitionItem, mapper: LeafMapper): DefinitionItem {
  const terms = item.terms.map((term) => mapParagraph(term, mapper));
  return { ...item, terms, definitions: item.definitions.map((blocks) => mapBlocks(blocks, mapper)) };
}

function mapBlock(block: Exclude<Block, Figure>, mapper: LeafMapper): Block {
  switch (block.type) {
    case 'section': {
      const children = mapInlines(block.heading.children, mapper);
      const heading = withDirection({ ...block.heading, children }, block.heading, mapper);
      return { ...block, heading, children: mapBlocks(block.children, mapper) };
    }
    case 'heading':
    case 'paragraph':
      return { ...block, children: mapInlines(block.children, mapper) };
    case 'quote':
    case 'group':
    case 'note':
      return { ...block, children: mapBlocks(block.children, mapper) };
    case 'callout': {
      const label = mapParagraph(block.label, mapper);
      return { ...block, label, children: mapBlocks(block.children, mapper) };
    }
    case 'code-block': {
      const title = block.title && mapInlines(block.title, mapper);
      return { ...block, ...(title && { title }), lines: mapTexts(block.lines, mapper) };
    }
    case 'list':
      return { ...block, items: block.items.map((item) => mapListItem(item, mapper)) };
    case 'definition-list':
      return { ...block, items: block.items.map((item) => mapDefinitionItem(item, mapper)) };
    case 'table': {
      const caption = block.caption && mapParagraph(block.caption, mapper);
      const rows = (part: readonly TableRow[]): readonly TableRow[] => part.map((row) => mapRow(row, mapper));
      const head = rows(block.head);
      const body = rows(block.body);
      return { ...withId(block, mapper), ...(caption && { caption }), head, body, foot: rows(block.foot) };
    }
    case 'verse':
      return { ...block, lines: block.lines.map((line) => mapInlines(line, mapper)) };
    case 'thematic-break':
      return block;
  }
}
