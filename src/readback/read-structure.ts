import { numberPages } from './list-pages.ts';
import type { PdfFile } from './open-pdf.ts';
import { nameOf, numberOf, decodedText, type PdfValue } from './pdf-value.ts';
import { readDestination, type NumberedPages } from './read-outline.ts';
import type { PageText } from './read-page-text.ts';
import type { StructureChild, StructureNode } from './structure-node.ts';

/** The tree, and what does not fit together between it and the pages. */
export interface StructureReadback {
  readonly root: StructureNode;
  readonly problems: readonly string[];
}

interface State extends NumberedPages {
  readonly pageTexts: readonly PageText[];
  readonly roleMap: ReadonlyMap<string, PdfValue> | undefined;
  /** How often each MCID is referred to, by page. */
  readonly uses: readonly Map<number, number>[];
  readonly seen: Set<ReadonlyMap<string, PdfValue>>;
  /** The element that holds each MCID, by page, for the parent tree. */
  readonly owners: readonly Map<number, ReadonlyMap<string, PdfValue>>[];
  readonly problems: string[];
}

/** Reads the tree from `StructTreeRoot` in tree order and joins it with the pages by MCID (ISO 32000-1 §14.7.4). */
export function readStructure(
  file: PdfFile,
  pages: readonly PdfValue[],
  pageTexts: readonly PageText[],
): StructureReadback {
  const catalog = file.entries(file.trailer.get('Root'));
  const treeRoot = file.entries(catalog?.get('StructTreeRoot'));
  const state: State = {
    file,
    numbers: numberPages(file, pages),
    pageTexts,
    roleMap: file.entries(treeRoot?.get('RoleMap')),
    uses: pages.map(() => new Map()),
    seen: new Set(),
    owners: pages.map(() => new Map()),
    problems: treeRoot ? [] : ['the file has no structure tree'],
  };
  const children = treeRoot ? readKids(state, treeRoot, undefined) : [];
  const root: StructureNode = {
    type: 'element',
    role: 'StructTreeRoot',
    standardRole: 'StructTreeRoot',
    attributes: [],
    children,
  };
  reportUses(state);
  reportParentTree(state, pages, treeRoot);
  return { root, problems: state.problems };
}

function readKids(
  state: State,
  entries: ReadonlyMap<string, PdfValue>,
  page: PdfValue | undefined,
): readonly StructureChild[] {
  const kids = entries.get('K');
  if (kids === undefined) return [];
  const list = state.file.items(kids) ?? [kids];
  return list.flatMap((kid) => readKid(state, kid, { parent: entries, page }) ?? []);
}

interface KidContext {
  readonly parent: ReadonlyMap<string, PdfValue>;
  readonly page: PdfValue | undefined;
}

function readKid(state: State, kid: PdfValue, context: KidContext): StructureChild | undefined {
  const value = state.file.resolve(kid);
  if (value?.type === 'number') return readMarkedContent(state, value.value, context);
  const entries = state.file.entries(value);
  if (!entries) {
    state.problems.push('a kid of the structure tree is neither an element nor a reference');
    return undefined;
  }
  const page = entries.get('Pg') ?? context.page;
  const type = nameOf(entries.get('Type'));
  if (type === 'MCR') {
    const mcid = numberOf(entries.get('MCID'));
    if (mcid === undefined) state.problems.push('a marked-content reference has no MCID');
    return mcid === undefined ? undefined : readMarkedContent(state, mcid, { ...context, page });
  }
  if (type === 'OBJR') return readObjectReference(state, entries, page);
  if (state.seen.has(entries)) {
    state.problems.push(`a ${nameOf(entries.get('S')) ?? '?'} element stands in the tree twice`);
    return undefined;
  }
  state.seen.add(entries);
  return readElement(state, entries, page);
}

function pageNumberOf(state: State, page: PdfValue | undefined): number | undefined {
  const entries = state.file.entries(page);
  return entries && state.numbers.get(entries);
}

function readMarkedContent(state: State, mcid: number, context: KidContext): StructureChild | undefined {
  const page = pageNumberOf(state, context.page);
  if (page === undefined) {
    state.problems.push(`MCID ${mcid} is referred to without its page`);
    return undefined;
  }
  const uses = state.uses[page - 1];
  uses?.set(mcid, (uses.get(mcid) ?? 0) + 1);
  state.owners[page - 1]?.set(mcid, context.parent);
  const text = state.pageTexts[page - 1]?.marked.get(mcid);
  if (text === undefined) {
    state.problems.push(`page ${page}: MCID ${mcid} is referred to but not drawn`);
    return undefined;
  }
  return { type: 'marked-content', page, mcid, text };
}

function readObjectReference(
  state: State,
  entries: ReadonlyMap<string, PdfValue>,
  pageValue: PdfValue | undefined,
): StructureChild | undefined {
  const page = pageNumberOf(state, pageValue);
  const annotation = state.file.entries(entries.get('Obj'));
  const onPage = state.file.items(state.file.entries(pageValue)?.get('Annots')) ?? [];
  if (page === undefined || !annotation || !onPage.some((item) => state.file.entries(item) === annotation)) {
    state.problems.push('an object reference names a page that does not hold the annotation');
    return undefined;
  }
  const contents = decodedText(state.file.resolve(annotation.get('Contents')));
  const action = state.file.entries(annotation.get('A'));
  const url = decodedText(state.file.resolve(action?.get('URI')));
  const { targetPage } = readDestination(state, action?.get('D') ?? annotation.get('Dest'));
  return {
    type: 'object-reference',
    page,
    ...(contents === undefined ? {} : { contents }),
    ...(url === undefined ? {} : { url }),
    ...(targetPage === undefined ? {} : { targetPage }),
  };
}

function readElement(
  state: State,
  entries: ReadonlyMap<string, PdfValue>,
  page: PdfValue | undefined,
): StructureNode {
  const role = nameOf(state.file.resolve(entries.get('S'))) ?? '?';
  const text = (key: string): string | undefined => decodedText(state.file.resolve(entries.get(key)));
  const optional = {
    title: 'T',
    lang: 'Lang',
    alt: 'Alt',
    actualText: 'ActualText',
    expansion: 'E',
    id: 'ID',
  };
  const found = Object.entries(optional).flatMap(([name, key]) => {
    const value = text(key);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    type: 'element',
    role,
    standardRole: standardRole(state, role),
    ...Object.fromEntries(found),
    attributes: readAttributes(state.file, entries.get('A')),
    children: readKids(state, entries, page),
  };
}

/** Follows the role map to its end; a circle ends where it began. */
function standardRole(state: State, role: string): string {
  const seen = new Set<string>();
  let mapped = role;
  while (!seen.has(mapped)) {
    seen.add(mapped);
    mapped = nameOf(state.file.resolve(state.roleMap?.get(mapped))) ?? mapped;
  }
  return mapped;
}

function readAttributes(
  file: PdfFile,
  value: PdfValue | undefined,
): readonly ReadonlyMap<string, PdfValue>[] {
  if (value === undefined) return [];
  const list = file.items(value) ?? [value];
  return list.flatMap((item) => file.entries(item) ?? []);
}

function reportUses(state: State): void {
  for (const [index, pageText] of state.pageTexts.entries()) {
    const uses = state.uses[index];
    for (const mcid of pageText.marked.keys()) {
      const count = uses?.get(mcid) ?? 0;
      if (count === 0) state.problems.push(`page ${index + 1}: MCID ${mcid} is not in the structure tree`);
      if (count > 1)
        state.problems.push(`page ${index + 1}: MCID ${mcid} is in the structure tree ${count} times`);
    }
  }
}

/** A reader that goes from the page to the tree must find the same element (ISO 32000-1 §14.7.4.4). */
function reportParentTree(
  state: State,
  pages: readonly PdfValue[],
  treeRoot: ReadonlyMap<string, PdfValue> | undefined,
): void {
  const numbers = new Map<number, PdfValue>();
  collectNumbers(state.file, treeRoot?.get('ParentTree'), numbers);
  for (const [index, page] of pages.entries()) {
    const key = numberOf(state.file.entries(page)?.get('StructParents'));
    const parents = key === undefined ? undefined : state.file.items(numbers.get(key));
    for (const [mcid, owner] of state.owners[index] ?? []) {
      if (state.file.entries(parents?.[mcid]) !== owner)
        state.problems.push(`page ${index + 1}: the parent tree names another element for MCID ${mcid}`);
    }
  }
}

function collectNumbers(
  file: PdfFile,
  node: PdfValue | undefined,
  numbers: Map<number, PdfValue>,
  depth = 0,
): void {
  const entries = file.entries(node);
  if (!entries || depth > 20) return;
  const pairs = file.items(entries.get('Nums')) ?? [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const key = numberOf(pairs[index]);
    const value = pairs[index + 1];
    if (key !== undefined && value) numbers.set(key, value);
  }
  for (const kid of file.items(entries.get('Kids')) ?? []) collectNumbers(file, kid, numbers, depth + 1);
}
