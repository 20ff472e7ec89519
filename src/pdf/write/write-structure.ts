import type { AttributeValue, Attributes, Slot, StructElem } from '../structure/struct-elem.ts';
import type { PageContent } from './draw-page.ts';
import type { PdfFile, PdfReference } from './pdfkit-adapter.ts';

/** Elements that mean something even without content. */
const keptEmpty = new Set(['TD', 'TH']);

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

/** An element of the tree to which further ones can be added until the tree is finished. */
export interface TreeNode {
  readonly ref: PdfReference;
  /** Where its own content begins. */
  readonly page: PdfReference | undefined;
  readonly kids: readonly unknown[];
  /** Elements after its own kids, by the place that they take among each other. */
  readonly added: Map<number, PdfReference>;
}

/** Where an element stands: below another, at this place among those that are added to it. */
export interface TreePlace {
  readonly parent: TreeNode;
  readonly order: number;
}

/** The structure tree while it is written: chapter by chapter, so that what is drawn can be forgotten. */
export interface StructureWriter {
  /** The number of the next page in the parent tree. */
  readonly nextPage: () => number;
  /** Writes the tags of some pages: all below one element, which stays open. Gives back the element of each link. */
  readonly add: (
    root: StructElem,
    pages: readonly PageContent[],
    place?: TreePlace,
  ) => { readonly node: TreeNode; readonly linkElems: readonly (PdfReference | undefined)[] };
  /** Counts pages that no element has anything on. */
  readonly addUntagged: (pages: number) => void;
  /** Ends the tree; `links` have the annotations of all pages with their elements. */
  readonly finish: (
    links: readonly { readonly annotation: PdfReference; readonly elem: PdfReference | undefined }[],
  ) => void;
}

/** Writes the structure tree, its parent tree and IDTree (ISO 32000-1 §14.7), and ties annotations into it. */
export function openStructure(file: PdfFile, roleMap: Readonly<Record<string, string>>): StructureWriter {
  let treeRoot: PdfReference | undefined;
  let top: TreeNode | undefined;
  const nodes: TreeNode[] = [];
  const ids: [string, PdfReference][] = [];
  /** The element of each MCID of each page. */
  const parents: (readonly (PdfReference | undefined)[])[] = [];
  return {
    nextPage: () => parents.length,
    add: (root, pages, place) => {
      treeRoot ??= file.ref({ Type: 'StructTreeRoot' });
      const drawn = collectDrawn(pages);
      const refs = new Map<StructElem, PdfReference>();
      const node = openNode(root, place?.parent.ref ?? treeRoot, { file, drawn, refs, ids });
      nodes.push(node);
      if (place) place.parent.added.set(place.order, node.ref);
      else top = node;
      for (const page of pages) parents.push(page.marked.map((slot) => refs.get(slot.elem)));
      return { node, linkElems: pages.flatMap((page) => page.links.map(({ elem }) => refs.get(elem))) };
    },
    addUntagged: (pages) => {
      for (let page = 0; page < pages; page += 1) parents.push([]);
    },
    finish: (links) => {
      if (!treeRoot || !top) return;
      for (const node of nodes) closeNode(node);
      const nums: unknown[] = parents.flatMap((elems, index) => [index, elems]);
      links.forEach(({ annotation, elem }, index) => {
        annotation.data['StructParent'] = parents.length + index;
        nums.push(parents.length + index, elem);
      });
      const parentTree = file.ref({ Nums: nums });
      parentTree.end();
      ids.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      treeRoot.data = {
        ...treeRoot.data,
        K: top.ref,
        RoleMap: roleMap,
        ParentTree: parentTree,
        ParentTreeNextKey: parents.length + links.length,
        ...(ids.length > 0 && { IDTree: { Names: ids.flatMap(([id, ref]) => [new String(id), ref]) } }),
      };
      treeRoot.end();
      file.catalog['StructTreeRoot'] = treeRoot;
      file.catalog['MarkInfo'] = { Marked: true };
    },
  };
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

/** Writes the kids of an element and leaves the element itself open. */
function openNode(elem: StructElem, parent: PdfReference, writing: Writing): TreeNode {
  const ref = writing.file.ref({ Type: 'StructElem', S: elem.role, P: parent });
  const { page, kids } = writeKids(elem, ref, writing);
  Object.assign(ref.data, entries(elem, writing.drawn));
  register(elem, ref, writing);
  return { ref, page, kids, added: new Map() };
}

function closeNode({ ref, page, kids, added }: TreeNode): void {
  const inOrder = [...added].toSorted(([a], [b]) => a - b).map(([, elem]) => elem);
  const all = [...kids, ...inOrder];
  Object.assign(ref.data, page && { Pg: page }, all.length > 0 && { K: all });
  endElem(ref);
}

/** Writes an element after its kids; `undefined` for one that holds nothing and means nothing. */
function writeElem(elem: StructElem, parent: PdfReference, writing: Writing): PdfReference | undefined {
  if (isEmpty(elem, writing.drawn)) return undefined;
  const ref = writing.file.ref({ Type: 'StructElem', S: elem.role, P: parent });
  const { page, kids } = writeKids(elem, ref, writing);
  Object.assign(ref.data, entries(elem, writing.drawn), page && { Pg: page }, kids.length > 0 && { K: kids });
  endElem(ref);
  register(elem, ref, writing);
  return ref;
}

/** An element that is written is only pointed at: what it held can be forgotten, for books have very many. */
function endElem(ref: PdfReference): void {
  ref.end();
  ref.data = {};
}

function register(elem: StructElem, ref: PdfReference, writing: Writing): void {
  writing.refs.set(elem, ref);
  if (elem.id !== undefined) writing.ids.push([elem.id, ref]);
}

function writeKids(
  elem: StructElem,
  ref: PdfReference,
  writing: Writing,
): { readonly page: PdfReference | undefined; readonly kids: readonly unknown[] } {
  const { drawn } = writing;
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
  return { page, kids };
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
