import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { Position } from 'unist';
import type { Message } from '../../diagnostics/message.ts';
import { reportRule } from '../rules.ts';
import { declaredFacts } from './facts.ts';
import { isForbidden, isPictureData, type PageAddress, resolveLink } from './links.ts';
import { readMetadata } from './metadata.ts';
import { withoutLayoutSpaces } from './layout-spaces.ts';
import { prepareHtml, type Preparation } from './prepare.ts';
import { joinedParts } from './joined-parts.ts';
import { withoutRepeated } from './repeated-blocks.ts';
import { findShownFacts, type ShownFacts } from './shown-facts.ts';
import type { ReadInputOptions, Report } from './report.ts';
import { readStream, spansOf, type StreamNode, type Use, type UsedPart } from './stream.ts';
import { undoPlayback } from './undo-playback.ts';
import { findTitle, type FoundTitle } from './title.ts';
import {
  attribute,
  elementsOf,
  fieldElements,
  oneLine,
  parseHtml,
  unspokenElements,
  wordsOf,
} from './tree.ts';
import type { InputRecord } from '../input/input-record.ts';
import { lineRanges } from '../input/line-ranges.ts';
import { findMainContent, type MainContent } from './main-content.ts';
import { toMarkdownTree } from './to-markdown-tree.ts';

/**
 * A saved page or fragment: its main content as Markdown, the facts that it declares or shows, and what became of each
 * of its words. The words of the body are those of its `body` spans with a space between the spans. Nothing runs, nothing is fetched.
 */
export function readHtml(html: string, given: ReadInputOptions): InputRecord {
  const { tree: parsed, flattened, flattenedAt } = parseHtml(html);
  const { tree, original } = undoPlayback(parsed, [given.url]);
  const options: ReadInputOptions =
    original === undefined ? given : { ...given, url: original.address, captured: { on: original.on } };
  const messages: Message[] = [];
  const report: Report = (ruleId, reason, node) => {
    messages.push(
      reportRule(ruleId, { reason, file: options.file, place: flattened ? undefined : placeOf(node) }),
    );
  };
  if (flattened) {
    const place = flattenedAt && { start: flattenedAt, end: flattenedAt };
    const reason = 'Elements nest too deeply; the tags beyond were left out, their words kept';
    messages.push(reportRule('intake-repaired', { reason, file: options.file, place: placeFrom(place) }));
  }
  const found = findMainContent(tree);
  const metadata = readMetadata(tree);
  const title = findTitle(tree, { main: found, metadata });
  const shown = findShownFacts(bodyOf(tree), {
    creator: metadata.creator,
    dateOrder: options.dateOrder,
    isBody: isInside(found),
    heading: title.heading,
  });
  const declared = declaredFacts({ tree, main: found, metadata, title, shown, options, report });
  const uses = new Map<StreamNode, readonly UsedPart[]>();
  const taken = markFacts(uses, { title, shown });
  const { isRepeated } = options;
  const main = isRepeated ? withoutRepeated(found, { isRepeated, facts: new Set(taken) }) : found;
  const leftOut = new Set<ElementContent>([...main.leftOut, ...taken]);
  mark(main.root, { use: 'body' }, { uses, except: leftOut });
  const body = toMarkdownTree(
    contentOf(main.root, { leftOut, page: declared.page, lang: declared.facts.lang, report }),
  );
  const parts = readStream(tree);
  reportLeftOut(tree, { main, uses, report });
  reportBold(main.root, leftOut, report);
  const usesOf = (node: StreamNode): readonly UsedPart[] => uses.get(node) ?? [];
  return {
    facts: declared.facts,
    body,
    stream: parts.map(({ value }) => value).join(''),
    spans: spansOf(parts, usesOf),
    messages,
  };
}

function placeOf(node: Nodes | undefined): Message['place'] {
  return placeFrom(node?.position);
}

function placeFrom(position: Position | undefined): Message['place'] {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  return {
    start: { line: start.line, column: start.column, offset: start.offset },
    end: { line: end.line, column: end.column, offset: end.offset },
  };
}

function bodyOf(tree: Root): Element {
  const body = elementsOf(tree).find(({ tagName }) => tagName === 'body');
  return body ?? { type: 'element', tagName: 'body', properties: {}, children: [] };
}

function isInside({ root, leftOut }: MainContent): (element: Element) => boolean {
  const inside = new Set<Element>();
  const visit = (element: Element): void => {
    if (leftOut.has(element)) return;
    inside.add(element);
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  visit(root);
  return (element) => inside.has(element);
}

/** Marks what facts say and gives the elements that leave the body with them. */
function markFacts(
  uses: Map<StreamNode, readonly UsedPart[]>,
  { title, shown }: { readonly title: FoundTitle; readonly shown: ShownFacts },
): readonly Element[] {
  const taken: Element[] = [];
  const take = (element: Element | undefined, use: Use): void => {
    if (element === undefined || taken.includes(element)) return;
    mark(element, use, { uses, except: new Set() });
    taken.push(element);
  };
  for (const { node, parts } of title.inHead) uses.set(node, parts);
  take(title.heading, { use: 'field', field: 'title' });
  if (shown.joined !== undefined) {
    for (const [node, parts] of joinedParts(shown.joined)) uses.set(node, parts);
    taken.push(shown.joined.element);
  }
  take(shown.byline?.element, { use: 'field', field: 'byline' });
  take(shown.released?.element, { use: 'field', field: 'released_as_shown' });
  take(shown.updated?.element, { use: 'field', field: 'updated_as_shown' });
  take(shown.archived?.label.element, { use: 'label' });
  take(shown.archived?.notice.element, { use: 'field', field: 'archived.notice' });
  return taken;
}

interface Marking {
  readonly uses: Map<StreamNode, readonly UsedPart[]>;
  readonly except: ReadonlySet<ElementContent>;
}

function mark(node: ElementContent, use: Use, { uses, except }: Marking): void {
  if (except.has(node)) return;
  if (node.type === 'text') uses.set(node, [{ ...use, length: node.value.length }]);
  if (node.type !== 'element' || unspokenElements.has(node.tagName)) return;
  const alt = node.tagName === 'img' ? (attribute(node, 'alt') ?? '') : '';
  if (alt !== '') uses.set(node, [{ ...use, length: alt.length }]);
  for (const child of node.children) mark(child, use, { uses, except });
}

interface BodyScope {
  readonly leftOut: ReadonlySet<ElementContent>;
  readonly page: PageAddress;
  readonly lang: string | undefined;
  readonly report: Report;
}

function contentOf(root: Element, { leftOut, page, lang, report }: BodyScope): readonly ElementContent[] {
  const targets = targetsOf(root, leftOut);
  const resolve: Preparation['resolve'] = (address, of) => {
    if (of === 'picture' && (!isForbidden(address) || isPictureData(address))) return address;
    if (of === 'link' && !isForbidden(address)) return resolveLink(address, page, targets);
    const what = of === 'link' ? 'Link to' : 'Picture';
    report('intake-left-out', `${what} “${firstWords(address)}”; its words were kept`);
    return undefined;
  };
  const prepared = prepareHtml(root, { leftOut, resolve, targets }, lang ?? '');
  const { children, changed } = withoutLayoutSpaces(prepared);
  const lines = changed.flatMap(({ position }) => position?.start.line ?? []);
  if (changed.length > 0) {
    // The place of the message says a single line.
    const where = new Set(lines).size < 2 ? '' : ` in lines ${lineRanges(lines)}`;
    const first = changed.find(({ position }) => position !== undefined);
    report('intake-repaired', `No-break spaces that only lay out taken away${where}`, first);
  }
  return children;
}

/** The names of places in the body that links of the body lead to. */
function targetsOf(root: Element, leftOut: ReadonlySet<ElementContent>): ReadonlySet<string> {
  const wanted = new Set<string>();
  const found = new Set<string>();
  const visit = (element: Element): void => {
    if (leftOut.has(element)) return;
    const href = element.tagName === 'a' ? attribute(element, 'href')?.trim() : undefined;
    if (href?.startsWith('#') === true) wanted.add(href.slice(1));
    for (const name of [attribute(element, 'id'), attribute(element, 'name')]) if (name) found.add(name);
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  visit(root);
  return new Set([...wanted].filter((name) => found.has(name)));
}

interface LeftOutScope {
  readonly main: MainContent;
  readonly uses: ReadonlyMap<StreamNode, readonly UsedPart[]>;
  readonly report: Report;
}

/** One message for each region that is in neither the body nor a fact. */
function reportLeftOut(tree: Root, { main, uses, report }: LeftOutScope): void {
  const path = new Set<Nodes>([tree]);
  const mayHold = (node: Nodes): boolean => {
    if (node === main.root) return true;
    const holds = 'children' in node && node.children.some(mayHold);
    if (holds) path.add(node);
    return holds;
  };
  mayHold(tree);
  const tell = (node: Nodes): void => {
    const words = oneLine(furnitureOf(node, uses));
    const name = node.type === 'element' ? `<${node.tagName}>` : 'text';
    if (words !== '') report('intake-left-out', `Left out: ${name} “${firstWords(words)}”`, node);
    for (const embedded of embeddedIn(node)) {
      const said = `<${embedded.element.tagName}> “${firstWords(embedded.says)}”`;
      report('intake-left-out', `Left out: ${said}`, embedded.element);
    }
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'element' && main.leftOut.has(node)) tell(node);
    else if (path.has(node) || isWithin(node, main)) ('children' in node ? node.children : []).forEach(visit);
    else if (node.type === 'element' && /^(?:head|body|html)$/u.test(node.tagName))
      node.children.forEach(visit);
    else tell(node);
  };
  visit(tree);
}

/** Films, sound, frames and drawings in what is left out, each with its address or name. */
function embeddedIn(node: Nodes): readonly { readonly element: Element; readonly says: string }[] {
  const all = node.type === 'element' ? [node, ...elementsOf(node)] : elementsOf(node);
  return all.flatMap((element) => {
    if (!/^(?:iframe|video|audio|object|embed|source|svg|canvas)$/u.test(element.tagName)) return [];
    const says = ['src', 'data', 'ariaLabel']
      .map((key) => attribute(element, key)?.trim() ?? '')
      .find((value) => value !== '');
    return says === undefined ? [] : [{ element, says }];
  });
}

function isWithin(node: Nodes, main: MainContent): boolean {
  return node === main.root || (node.type === 'element' && withinOf(main).has(node));
}

const withins = new WeakMap<MainContent, ReadonlySet<Element>>();

function withinOf(main: MainContent): ReadonlySet<Element> {
  const known = withins.get(main);
  if (known !== undefined) return known;
  const made = new Set(elementsOf(main.root));
  withins.set(main, made);
  return made;
}

function furnitureOf(node: Nodes, uses: ReadonlyMap<StreamNode, readonly UsedPart[]>): string {
  return readStream({ type: 'root', children: node.type === 'root' ? node.children : [node] }, fieldElements)
    .map(({ node: part, value, apart }) => {
      const used = (uses.get(part) ?? []).reduce(
        (sum, { use, length }) => sum + (use === 'furniture' ? 0 : length),
        0,
      );
      return `${apart ? ' ' : ''}${value.slice(used)}`;
    })
    .join('');
}

/** The first words of a text. */
function firstWords(text: string): string {
  const words = text.split(' ');
  const first = words.slice(0, 8).join(' ');
  return first.length > 80 ? `${first.slice(0, 80)}…` : words.length > 8 ? `${first} …` : first;
}

function reportBold(root: Element, leftOut: ReadonlySet<ElementContent>, report: Report): void {
  const visit = (element: Element): void => {
    if (leftOut.has(element)) return;
    if (element.tagName === 'p') {
      const saying = element.children.filter(
        (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
      );
      const [only] = saying;
      if (
        saying.length === 1 &&
        only?.type === 'element' &&
        /^(?:b|strong)$/u.test(only.tagName) &&
        wordsOf(only) !== ''
      )
        report(
          'intake-suspect',
          `Paragraph in bold type, perhaps a heading: “${firstWords(wordsOf(only))}”`,
          element,
        );
    }
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  visit(root);
}
