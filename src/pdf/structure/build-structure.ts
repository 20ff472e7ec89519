import type {
  Block,
  CodeBlock,
  Document,
  Figure,
  List,
  Note,
  Paragraph,
  Section,
  Table,
  TableCell,
  TableRow,
} from '../../document/document.ts';
import type { NodeBase } from '../../document/node-base.ts';
import { listNumbering } from '../../document/list-label.ts';
import { fillString } from '../../document/strings.ts';
import { inlineText } from '../../document/plain-text.ts';
import { addAddress, addInlines } from './add-inlines.ts';
import { printedAddressOf } from './printed-address.ts';
import {
  closeBindings,
  openBindings,
  type BackLink,
  type Bindings,
  type Structure,
  type TagSetting,
} from './bindings.ts';
import {
  addSlot,
  languageOptions,
  name,
  openElem,
  writingMode,
  type Attributes,
  type ElemOptions,
  type OpenElem,
} from './struct-elem.ts';

/** Builds the structure tree of a post from its meaning alone, before anything is laid out (clause by clause: `pdf/PDF-UA-1.md`). */
export function buildStructure(document: Document, setting: TagSetting): Structure {
  const bindings = openBindings(setting);
  const root = openElem('Document', languageOptions(document.metadata.lang));
  addBlocks(root, document.titleBlock, bindings);
  addBlocks(root, document.body, bindings);
  return closeBindings(root, bindings);
}

/** Adds blocks below an element. PDF 1.7 has no type for a thematic break, which ends a group: where there is one, each group stands in a `Div`. */
export function addBlocks(parent: OpenElem, blocks: readonly Block[], bindings: Bindings): void {
  if (!blocks.some((block) => block.type === 'thematic-break')) {
    for (const block of blocks) addBlock(parent, block, bindings);
    return;
  }
  let group = openElem('Div');
  const close = (): void => {
    if (group.kids.length > 0) parent.kids.push(group);
    group = openElem('Div');
  };
  for (const block of blocks) {
    if (block.type === 'thematic-break') {
      close();
    } else if (block.type === 'section') {
      close();
      addBlock(parent, block, bindings);
    } else {
      addBlock(group, block, bindings);
    }
  }
  close();
}

function addBlock(parent: OpenElem, block: Block, bindings: Bindings): void {
  switch (block.type) {
    case 'section':
      return addSection(parent, block, bindings);
    case 'heading':
      return addLine(parent, headingRole(block.level, bindings), { node: block, bindings });
    case 'paragraph':
      return addLine(parent, 'P', { node: block, bindings });
    case 'quote':
      return addBlocks(child(parent, 'BlockQuote', langOf(block)), block.children, bindings);
    case 'group':
      return addBlocks(child(parent, 'Div', langOf(block)), block.children, bindings);
    case 'callout': {
      const aside = child(parent, 'Aside', { ...langOf(block), title: inlineText(block.label.children) });
      addInlines(child(child(aside, 'P', langOf(block.label)), 'Strong'), block.label.children, bindings);
      return addBlocks(aside, block.children, bindings);
    }
    case 'code-block':
      return addCode(parent, block, bindings);
    case 'list':
      return addList(parent, block, bindings);
    case 'definition-list': {
      const list = child(parent, 'L', langOf(block, [{ O: 'List', ListNumbering: name('None') }]));
      for (const item of block.items) {
        const li = child(list, 'LI');
        const label = child(li, 'Lbl');
        for (const term of item.terms) addLine(label, 'Span', { node: term, bindings });
        const body = openElem('LBody');
        for (const definition of item.definitions) addBlocks(body, definition, bindings);
        if (body.kids.length > 0) li.kids.push(body);
      }
      return;
    }
    case 'table':
      return addTable(parent, block, bindings);
    case 'figure':
      return addFigure(parent, block, bindings);
    case 'verse': {
      const div = child(parent, 'Div', langOf(block));
      for (const line of block.lines) addInlines(child(div, 'Sub'), line, bindings);
      return;
    }
    case 'note':
      return addNote(parent, block, bindings);
    case 'thematic-break':
      return;
    default:
      return block satisfies never;
  }
}

function child(parent: OpenElem, role: string, options: ElemOptions = {}): OpenElem {
  const elem = openElem(role, options);
  parent.kids.push(elem);
  return elem;
}

/** Language and direction of a node, and what else its element says: one object for each owner. */
function langOf({ lang, dir }: NodeBase, others: readonly Attributes[] = []): ElemOptions {
  const layout = dir && others.find(({ O }) => O === 'Layout');
  const rest = others.filter((attributes) => attributes !== layout);
  const attributes = dir ? [{ ...layout, ...writingMode(dir) }, ...rest] : rest;
  return { ...(lang !== undefined && { lang }), ...(attributes.length > 0 && { attributes }) };
}

/** Levels below the deepest one of the profile share its role: what PDF/UA-1 asks there is not met (`pdf/PDF-UA-1.md`, 7.4.3). */
function headingRole(level: number, { setting }: Bindings): string {
  return `H${Math.min(level, setting.profile.deepestHeading)}`;
}

function addLine(
  parent: OpenElem,
  role: string,
  line: { node: Pick<Paragraph, 'children' | 'lang' | 'dir'>; bindings: Bindings },
): void {
  if (line.node.children.length === 0) return;
  addInlines(child(parent, role, langOf(line.node)), line.node.children, line.bindings);
}

function addSection(parent: OpenElem, section: Section, bindings: Bindings): void {
  const sect = child(parent, 'Sect', langOf(section));
  addBlock(sect, section.heading, bindings);
  addBlocks(sect, section.children, bindings);
}

function addCode(parent: OpenElem, block: CodeBlock, bindings: Bindings): void {
  const holder = block.title ? child(parent, 'Div', langOf(block)) : parent;
  if (block.title) addInlines(child(holder, 'P'), block.title, bindings);
  const code = child(holder, 'Code', {
    ...langOf(block, [{ O: 'Layout', Placement: name('Block') }]),
    ...(block.language === undefined ? {} : { title: block.language }),
  });
  for (const line of block.lines) {
    if (line.value !== '') bindings.slots.set(line, addSlot(child(code, 'Sub')));
  }
}

function addList(parent: OpenElem, list: List, bindings: Bindings): void {
  const elem = child(parent, 'L', langOf(list, [{ O: 'List', ListNumbering: name(listNumbering(list)) }]));
  for (const item of list.items) {
    const li = child(elem, 'LI', langOf(item));
    bindings.labels.set(item, addSlot(child(li, 'Lbl')));
    const body = openElem('LBody');
    addBlocks(body, item.children, bindings);
    if (body.kids.length > 0) li.kids.push(body);
  }
}

function addTable(parent: OpenElem, table: Table, bindings: Bindings): void {
  const elem = child(parent, 'Table', langOf(table));
  if (table.caption) addLine(child(elem, 'Caption'), 'P', { node: table.caption, bindings });
  // A table has a body (ISO 32000-1 Table 337): rows of headers alone are one.
  const headRole = table.body.length + table.foot.length > 0 ? 'THead' : 'TBody';
  const parts: readonly (readonly [string, readonly TableRow[]])[] = [
    [headRole, table.head],
    ['TBody', table.body],
    ['TFoot', table.foot],
  ];
  for (const [role, rows] of parts) {
    if (rows.length === 0) continue;
    const part = child(elem, role);
    for (const row of rows) {
      const tr = child(part, 'TR', langOf(row));
      for (const cell of row.cells) addCell(tr, cell, bindings);
    }
  }
}

function addCell(row: OpenElem, cell: TableCell, bindings: Bindings): void {
  // An empty header cell heads nothing: it is a data cell, and a reader hears no empty name.
  const isHeader = cell.header !== undefined && cell.children.length > 0;
  const tableAttributes = {
    ...(isHeader && { Scope: name(cell.header === 'row' ? 'Row' : 'Column') }),
    ...(cell.colSpan > 1 && { ColSpan: cell.colSpan }),
    ...(cell.rowSpan > 1 && { RowSpan: cell.rowSpan }),
  };
  const align = cell.align && { start: 'Start', center: 'Center', end: 'End' }[cell.align];
  const attributes = [
    ...(Object.keys(tableAttributes).length > 0 ? [{ O: 'Table' as const, ...tableAttributes }] : []),
    ...(align ? [{ O: 'Layout' as const, TextAlign: name(align) }] : []),
  ];
  addBlocks(child(row, isHeader ? 'TH' : 'TD', langOf(cell, attributes)), cell.children, bindings);
}

function addFigure(parent: OpenElem, figure: Figure, bindings: Bindings): void {
  const { image, caption } = figure;
  const linked = figure.link && child(child(parent, 'P', langOf(figure)), 'Link');
  if (linked) bindings.links.set(figure, linked);
  const holder = linked ?? parent;
  if (image.type === 'missing-image') {
    const own = image.lang !== undefined && child(holder, linked ? 'Span' : 'P', langOf(image));
    const words = own || (linked ?? child(holder, 'P', langOf(figure)));
    addInlines(words, image.children, bindings);
  } else if (!image.decorative) {
    const elem = child(holder, 'Figure', {
      ...langOf(image, [{ O: 'Layout', Placement: name('Block') }]),
      ...(image.alt === undefined ? {} : { alt: image.alt }),
    });
    bindings.slots.set(image, addSlot(elem));
    if (caption && !linked) return addLine(child(elem, 'Caption'), 'P', { node: caption, bindings });
  }
  if (linked) addAddress(linked, { link: figure, address: printedAddressOf(figure) }, bindings);
  if (caption) addLine(parent, 'P', { node: caption, bindings });
}

/** A note: its label, its blocks, and at the end of its last paragraph a way back to each reference (ISO 14289-1 §7.9). */
function addNote(parent: OpenElem, note: Note, bindings: Bindings): void {
  const elem = child(parent, 'FENote', { ...langOf(note), id: note.id });
  bindings.labels.set(note, addSlot(child(elem, 'Lbl')));
  addBlocks(elem, note.children, bindings);
  const last = elem.kids.at(-1);
  const isParagraph =
    last?.kind === 'elem' && last.role === 'P' && note.children.at(-1)?.type === 'paragraph';
  // The element was opened just above, so its kids can still be added to.
  const holder = isParagraph ? (last as OpenElem) : child(elem, 'P');
  const title = fillString(bindings.setting.strings, 'backToReference', { label: note.label });
  const backLinks = note.references.map((target): BackLink => {
    const link = child(holder, 'Link', { title });
    return { elem: link, slot: addSlot(link), target };
  });
  bindings.backLinks.set(note, backLinks);
}
