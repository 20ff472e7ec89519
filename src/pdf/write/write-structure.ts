import type { AttributeValue, Attributes, Slot, StructElem } from '../structure/struct-elem.ts';
import type { PageContent } from './draw-page.ts';
import type { PdfFile, PdfReference } from './pdfkit-adapter.ts';

/** The role map of profile P1, complete (mapping §0): no standard type is remapped (ISO 14289-1 §7.1). */
const roleMap: Readonly<Record<string, string>> = {
  Aside: 'Div',
  Em: 'Span',
  Strong: 'Span',
  Sub: 'P',
  FENote: 'Note',
  H7: 'P',
};

/** Elements that mean something even without content. */
const keptEmpty = new Set(['TD', 'TH', 'Document']);

interface MarkedContent {
  readonly page: PdfReference;
  readonly mcid: number;
}

/** Where the content of each slot and the annotations of each element were drawn. */
interface Drawn {
  readonly marked: ReadonlyMap<Slot, readonly MarkedContent[]>;
  readonly annotations: ReadonlyMap<StructElem, readonly { annotation: PdfReference; page: PdfReference }[]>;
  readonly pictures: ReadonlyMap<StructElem, readonly number[]>;
}

/** Writes the structure tree, its parent tree and IDTree (ISO 32000-1 §14.7), and ties annotations into it. */
export function writeStructure(file: PdfFile, root: StructElem, pages: readonly PageContent[]): void {
  const drawn = collectDrawn(pages);
  const treeRoot = file.ref({ Type: 'StructTreeRoot' });
  const refs = new Map<StructElem, PdfReference>();
  const ids: [string, PdfReference][] = [];
  const top = writeElem(root, treeRoot, { file, drawn, refs, ids });
  const links = pages.flatMap((page) => page.links);
  const nums: unknown[] = pages.flatMap((page, index) => [
    index,
    page.marked.map((slot) => refs.get(slot.elem)),
  ]);
  links.forEach((link, index) => {
    link.annotation.data['StructParent'] = pages.length + index;
    nums.push(pages.length + index, refs.get(link.elem));
  });
  const parentTree = file.ref({ Nums: nums });
  parentTree.end();
  ids.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  treeRoot.data = {
    ...treeRoot.data,
    K: top,
    RoleMap: roleMap,
    ParentTree: parentTree,
    ParentTreeNextKey: pages.length + links.length,
    ...(ids.length > 0 && { IDTree: { Names: ids.flatMap(([id, ref]) => [new String(id), ref]) } }),
  };
  treeRoot.end();
  file.catalog['StructTreeRoot'] = treeRoot;
  file.catalog['MarkInfo'] = { Marked: true };
}

function collectDrawn(pages: readonly PageContent[]): Drawn {
  const marked = new Map<Slot, MarkedContent[]>();
  const annotations = new Map<StructElem, { annotation: PdfReference; page: PdfReference }[]>();
  const pictures = new Map<StructElem, readonly number[]>();
  for (const content of pages) {
    content.marked.forEach((slot, mcid) => {
      const list = marked.get(slot);
      if (list) list.push({ page: content.page, mcid });
      else marked.set(slot, [{ page: content.page, mcid }]);
    });
    for (const { annotation, elem } of content.links) {
      annotations.set(elem, [...(annotations.get(elem) ?? []), { annotation, page: content.page }]);
    }
    for (const [elem, area] of content.pictures) if (!pictures.has(elem)) pictures.set(elem, area);
  }
  return { marked, annotations, pictures };
}

interface Writing {
  readonly file: PdfFile;
  readonly drawn: Drawn;
  readonly refs: Map<StructElem, PdfReference>;
  readonly ids: [string, PdfReference][];
}

/** Writes an element after its kids; `undefined` for one that holds nothing and means nothing. */
function writeElem(elem: StructElem, parent: PdfReference, writing: Writing): PdfReference | undefined {
  const { file, drawn } = writing;
  if (isEmpty(elem, drawn)) return undefined;
  const ref = file.ref({ Type: 'StructElem', S: elem.role, P: parent });
  let page: PdfReference | undefined;
  const kids: unknown[] = [];
  for (const kid of elem.kids) {
    if (kid.kind === 'elem') {
      const written = writeElem(kid, ref, writing);
      if (written) kids.push(written);
      continue;
    }
    for (const content of drawn.marked.get(kid) ?? []) {
      page ??= content.page;
      kids.push(content.page === page ? content.mcid : { Type: 'MCR', Pg: content.page, MCID: content.mcid });
    }
  }
  // The page of the annotation, not the page that is current when the element is written.
  for (const { annotation, page: own } of drawn.annotations.get(elem) ?? []) {
    kids.push({ Type: 'OBJR', Obj: annotation, Pg: own });
  }
  Object.assign(ref.data, entries(elem, drawn), page && { Pg: page }, kids.length > 0 && { K: kids });
  ref.end();
  writing.refs.set(elem, ref);
  if (elem.id !== undefined) writing.ids.push([elem.id, ref]);
  return ref;
}

/** Whether nothing of an element was drawn and it means nothing by itself. */
function isEmpty(elem: StructElem, drawn: Drawn): boolean {
  if (keptEmpty.has(elem.role) || drawn.annotations.has(elem)) return false;
  return elem.kids.every((kid) => (kid.kind === 'elem' ? isEmpty(kid, drawn) : !drawn.marked.has(kid)));
}

function entries(elem: StructElem, drawn: Drawn): Record<string, unknown> {
  const picture = drawn.pictures.get(elem);
  const attributes = elem.attributes.map((owner) => ({
    ...writeAttributes(owner),
    ...(picture && owner.O === 'Layout' && { BBox: picture }),
  }));
  const text = (value: string | undefined): unknown => (value === undefined ? undefined : new String(value));
  return {
    T: text(elem.title),
    Lang: text(elem.lang),
    Alt: text(elem.alt),
    E: text(elem.expansion),
    ID: text(elem.id),
    A: attributes.length > 1 ? attributes : attributes[0],
  };
}

function writeAttributes(attributes: Attributes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, writeValue(value)]));
}

function writeValue(value: AttributeValue | string): unknown {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if ('name' in value) return value.name;
  return 'text' in value ? new String(value.text) : value;
}
