import type {
  Block,
  DefinitionItem,
  Document,
  Figure,
  Image,
  Inline,
  Link,
  LinkTarget,
  ListItem,
  MissingImage,
  Paragraph,
  TableRow,
  Text,
} from './document.ts';

/** How leaves are replaced: each function sees its leaves once, in reading order. */
export interface LeafMapper {
  readonly text: (text: Text) => Text;
  readonly image: (image: Image) => Image | MissingImage;
  /** Where links lead; a link without a target becomes its words. */
  readonly target?: (target: LinkTarget, node: Link | Figure) => LinkTarget | undefined;
}

/** The same document with its texts and images replaced; everything else is kept as it is. */
export function mapLeaves(document: Document, mapper: LeafMapper): Document {
  const titleBlock = document.titleBlock.map((block) => mapBlock(block, mapper));
  return { ...document, titleBlock, body: document.body.map((block) => mapBlock(block, mapper)) };
}

function mapBlocks(blocks: readonly Block[], mapper: LeafMapper): readonly Block[] {
  return blocks.map((block) => mapBlock(block, mapper));
}

function mapInlines(inlines: readonly Inline[], mapper: LeafMapper): readonly Inline[] {
  return inlines.flatMap((inline) =>
    inline.type === 'link' ? mapLink(inline, mapper) : [mapInline(inline, mapper)],
  );
}

function mapLink(link: Link, mapper: LeafMapper): readonly Inline[] {
  const children = mapInlines(link.children, mapper);
  const target = mapper.target ? mapper.target(link.target, link) : link.target;
  return target === undefined ? children : [{ ...link, target, children }];
}

function mapInline(inline: Exclude<Inline, Link>, mapper: LeafMapper): Inline {
  switch (inline.type) {
    case 'text':
      return mapper.text(inline);
    case 'image':
      return mapImage(inline, mapper);
    case 'missing-image':
      return mapImage(inline, mapper);
    case 'span':
      return { ...inline, children: mapInlines(inline.children, mapper) };
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
  if (image.type === 'missing-image') return { ...image, children: image.children.map(mapper.text) };
  const mapped = mapper.image(image);
  return mapped.type === 'missing-image' ? { ...mapped, children: mapped.children.map(mapper.text) } : mapped;
}

function mapParagraph(paragraph: Paragraph, mapper: LeafMapper): Paragraph {
  return { ...paragraph, children: mapInlines(paragraph.children, mapper) };
}

function mapRow(row: TableRow, mapper: LeafMapper): TableRow {
  return {
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, children: mapBlocks(cell.children, mapper) })),
  };
}

function mapListItem(item: ListItem, mapper: LeafMapper): ListItem {
  return { ...item, children: mapBlocks(item.children, mapper) };
}

function mapDefinitionItem(item: DefinitionItem, mapper: LeafMapper): DefinitionItem {
  const terms = item.terms.map((term) => mapParagraph(term, mapper));
  return { ...item, terms, definitions: item.definitions.map((blocks) => mapBlocks(blocks, mapper)) };
}

function mapBlock(block: Block, mapper: LeafMapper): Block {
  switch (block.type) {
    case 'section': {
      const heading = { ...block.heading, children: mapInlines(block.heading.children, mapper) };
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
      return { ...block, ...(title && { title }), lines: block.lines.map(mapper.text) };
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
      return { ...block, ...(caption && { caption }), head, body, foot: rows(block.foot) };
    }
    case 'figure': {
      const image = mapImage(block.image, mapper);
      const caption = block.caption && mapParagraph(block.caption, mapper);
      const { link: target, ...rest } = block;
      const link = target && mapper.target ? mapper.target(target, block) : target;
      return { ...rest, image, ...(link && { link }), ...(caption && { caption }) };
    }
    case 'verse':
      return { ...block, lines: block.lines.map((line) => mapInlines(line, mapper)) };
    case 'thematic-break':
      return block;
  }
}
