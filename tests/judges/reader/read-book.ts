import type { Element, ElementContent, Root } from 'xast';
import { strFromU8, unzipSync } from 'fflate';
import { fromXml } from 'xast-util-from-xml';

/** What an EPUB says by its bytes, to be held against what the reader shows. Texts are without white space. */
export interface BookText {
  /** The linear content documents, in order. */
  readonly files: readonly FileText[];
}

/** One content document. A picture stands as its alternative text in brackets. */
export interface FileText {
  /** Path in the container. */
  readonly file: string;
  readonly text: string;
  /** The page-break markers by label, each with where its page begins in the text. */
  readonly marks: ReadonlyMap<string, number>;
  readonly references: readonly Reference[];
  readonly tables: readonly Table[];
  /** Where each element with an id begins in the text, and where it ends. */
  readonly places: ReadonlyMap<string, readonly [number, number]>;
}

/** The size of a table: cells of its longest row, characters of its words. */
export interface Table {
  readonly columns: number;
  readonly length: number;
}

/** A reference to a note. */
export interface Reference {
  readonly id: string;
  readonly href: string;
  readonly text: string;
}

export const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** What a reference in `file` leads to, as a path in the container; names with `..` do not occur. */
export function inFolderOf(file: string, href: string): string {
  return file.replace(/[^/]*$/u, href);
}

/** The linear content documents of an EPUB. */
export function readBook(epub: Uint8Array): BookText {
  const parts = unzipSync(epub);
  const parse = (name: string): Root => fromXml(strFromU8(parts[name] ?? new Uint8Array()));
  const packagePath = attribute(find(parse('META-INF/container.xml'), 'rootfile')[0], 'full-path');
  const folder = packagePath.replace(/[^/]*$/u, '');
  const packageDocument = parse(packagePath);
  const paths = new Map(
    find(packageDocument, 'item').map((item) => [
      attribute(item, 'id'),
      `${folder}${attribute(item, 'href')}`,
    ]),
  );
  const linear = find(packageDocument, 'itemref').filter((item) => attribute(item, 'linear') !== 'no');
  return {
    files: linear.map((item) => {
      const file = paths.get(attribute(item, 'idref')) ?? '';
      return readFile(file, find(parse(file), 'body')[0]);
    }),
  };
}

function readFile(file: string, body: Element | undefined): FileText {
  const marks = new Map<string, number>();
  const references: Reference[] = [];
  const places = new Map<string, readonly [number, number]>();
  const tables: Table[] = [];
  let text = '';
  const read = (node: ElementContent): void => {
    if (node.type === 'text') text += withoutSpace(node.value);
    if (node.type !== 'element' || node.attributes['hidden'] != null) return;
    const start = text.length;
    const roles = attribute(node, 'role').split(' ');
    if (roles.includes('doc-pagebreak')) marks.set(attribute(node, 'aria-label').trim(), start);
    if (node.name === 'img') text += withoutSpace(`[${attribute(node, 'alt')}]`);
    for (const child of node.children) read(child);
    const id = attribute(node, 'id');
    if (id !== '') places.set(id, [start, text.length]);
    if (node.name === 'table')
      tables.push({ columns: Math.max(0, ...find(node, 'tr').map(countCells)), length: text.length - start });
    if (roles.includes('doc-noteref'))
      references.push({ id, href: attribute(node, 'href'), text: text.slice(start) });
  };
  if (body) read(body);
  return { file, text, marks, references, tables, places };
}

function countCells({ children }: Element): number {
  return children.filter((child) => child.type === 'element').length;
}

function find(tree: Root | Element, name: string): readonly Element[] {
  return tree.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.name === name ? [child, ...find(child, name)] : find(child, name);
  });
}

function attribute(element: Element | undefined, name: string): string {
  return element?.attributes[name] ?? '';
}
