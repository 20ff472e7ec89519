import type { Element, Nodes, Root } from 'hast';
import { isHidden } from '../../document/is-hidden.ts';
import { isCommentsName, isControlLine, isKeptLine, leads, leadsToOthers } from './furniture-lines.ts';
import { isPlaybackBar } from './undo-playback.ts';
import { attribute, elementsOf, unspokenElements, wordsOf } from './tree.ts';

/** Where the text of a page is, and what is left out of it. */
export interface MainContent {
  readonly root: Element;
  /** The outermost elements inside `root` that are no part of the text. */
  readonly leftOut: ReadonlySet<Element>;
}

/** Words of an element: all, those of links, and those of neither links nor controls. */
interface Measure {
  readonly all: number;
  readonly link: number;
  readonly prose: number;
}

interface Measured {
  readonly measures: ReadonlyMap<Element, Measure>;
  readonly total: number;
}

const noWords: Measure = { all: 0, link: 0, prose: 0 };

/** Finds the main content by landmark (`main`, a lone `article`), else where the words are that are not links. */
export function findMainContent(tree: Root): MainContent {
  const body = elementsOf(tree).find(({ tagName }) => tagName === 'body' || tagName === 'frameset');
  const start: Element = body ?? { type: 'element', tagName: 'body', properties: {}, children: [] };
  const measures = new Map<Element, Measure>();
  measure(start, measures);
  const root =
    landmark(start, measures) ?? densest(start, { measures, total: wordsIn(start, measures).prose });
  const leftOut = new Set<Element>();
  prune(root, { measures, total: wordsIn(root, measures).prose }, leftOut);
  return { root, leftOut };
}

function wordsIn(element: Element, measures: ReadonlyMap<Element, Measure>): Measure {
  return measures.get(element) ?? noWords;
}

function measure(node: Nodes, measures: Map<Element, Measure>): Measure {
  if (node.type === 'text') {
    const count = node.value.match(/\S+/gu)?.length ?? 0;
    return { all: count, link: 0, prose: count };
  }
  if (node.type !== 'element' || unspokenElements.has(node.tagName)) return noWords;
  let [all, link, prose] = [0, 0, 0];
  for (const child of node.children) {
    const inner = measure(child, measures);
    all += inner.all;
    link += inner.link;
    prose += inner.prose;
  }
  if (node.tagName === 'a' && attribute(node, 'href') !== undefined) link = all;
  if (node.tagName === 'a' || alwaysLeftOut.has(node.tagName) || node.tagName === 'nav') prose = 0;
  if (isPlaybackBar(node)) [all, link, prose] = [0, 0, 0];
  const found = { all, link, prose };
  measures.set(node, found);
  return found;
}

function landmark(body: Element, measures: ReadonlyMap<Element, Measure>): Element | undefined {
  const says = (element: Element): boolean => wordsIn(element, measures).all > 0;
  const all = elementsOf(body).filter(says);
  const mains = all.filter(({ tagName, properties }) => tagName === 'main' || properties['role'] === 'main');
  if (mains[0] !== undefined) return mains[0];
  const articles = all.filter(
    ({ tagName, properties }) => tagName === 'article' || properties['role'] === 'article',
  );
  const [only] = articles;
  return articles.length === 1 ? only : undefined;
}

/** Goes down while one child holds nearly all words and its siblings no text of their own. */
function densest(start: Element, measured: Measured): Element {
  let root = start;
  // Rows are no content by themselves: their table goes with them.
  let found = start;
  for (;;) {
    if (!/^(?:table|tbody|tr)$/u.test(root.tagName)) found = root;
    const { prose } = wordsIn(root, measured.measures);
    const children = root.children.filter((child): child is Element => child.type === 'element');
    const inside = children.find(
      (child) => containers.has(child.tagName) && wordsIn(child, measured.measures).prose >= 0.75 * prose,
    );
    if (inside === undefined || prose === 0 || holdsHeaderCell(inside)) return found;
    const bare = root.children.some((child) => child.type === 'text' && child.value.trim() !== '');
    const others = children.filter((child) => child !== inside);
    if (bare || others.some((other) => isText(other, measured))) return found;
    root = inside;
  }
}

function holdsHeaderCell(element: Element): boolean {
  return (
    element.tagName === 'table' &&
    elementsOf(element).some(({ tagName }) => tagName === 'th' || tagName === 'caption')
  );
}

const containers = new Set('div section center form table tbody tr td blockquote font article'.split(' '));

function isText(element: Element, measured: Measured): boolean {
  if (isFurniture(element, measured)) return false;
  const blocks = [element, ...elementsOf(element)];
  return blocks.some(
    (block) =>
      /^(?:h[1-6]|blockquote|figure)$/u.test(block.tagName) ||
      (/^(?:p|li|dd|td|div)$/u.test(block.tagName) && wordsIn(block, measured.measures).prose >= 20),
  );
}

function prune(element: Element, measured: Measured, leftOut: Set<Element>): void {
  const children = element.children.filter((child): child is Element => child.type === 'element');
  let afterLead = false;
  const others = othersOf(children, measured);
  for (const [index, child] of children.entries()) {
    if (others.has(child)) {
      leftOut.add(child);
      continue;
    }
    const words = wordsIn(child, measured.measures);
    const lead = isLead(child, words);
    const list: boolean = afterLead && words.link > 0 && words.link >= 0.8 * words.all;
    const next = children[index + 1];
    if (isFurniture(child, measured) || list || (lead && next !== undefined && isLinkList(next, measured)))
      leftOut.add(child);
    else prune(child, measured, leftOut);
    afterLead = (lead || (afterLead && words.all === 0) || list) && leftOut.has(child);
  }
}

/** What stands behind a line such as “You might also like” to the end of what holds it, where it leads to two pages or more. */
function othersOf(children: readonly Element[], { measures, total }: Measured): ReadonlySet<Element> {
  const filled = children.filter((child) => wordsIn(child, measures).all > 0);
  const at = filled.findIndex((child) => wordsIn(child, measures).all <= 8 && leadsToOthers(wordsOf(child)));
  const others = at < 0 || filled.length - at > 4 ? [] : filled.slice(at);
  const isOther = holdsTwoLinks(others) && sumOf(others, measures) < 0.25 * total;
  return new Set(isOther && !others.some((other) => isKeptLine(wordsOf(other))) ? others : []);
}

function sumOf(elements: readonly Element[], measures: ReadonlyMap<Element, Measure>): number {
  return elements.reduce((sum, element) => sum + wordsIn(element, measures).prose, 0);
}

function holdsTwoLinks(elements: readonly Element[]): boolean {
  const links = elements.flatMap(elementsOf).filter(({ tagName }) => tagName === 'a');
  return links.length >= 2;
}

/** A line that says that furniture follows. */
function isLead(element: Element, words: Measure): boolean {
  return words.all > 0 && words.all <= 8 && leads.test(wordsOf(element));
}

function isLinkList(element: Element, { measures }: Measured): boolean {
  const { all, link } = wordsIn(element, measures);
  return link > 0 && link >= 0.8 * all;
}

/** Controls, and what shows no text of its own. */
const alwaysLeftOut = new Set(
  (
    'button input select textarea label legend datalist option optgroup output meter progress ' +
    'iframe object embed applet svg canvas video audio map area frame noframes noembed dialog title xmp link meta base rp'
  ).split(' '),
);

const furnitureRoles = new Set(
  'navigation search menu menubar toolbar banner contentinfo alertdialog dialog tablist'.split(' '),
);

const furnitureNames =
  /(?:^|[-_])(?:nav|navbar|navigation|sidenav|mininav|menu|breadcrumbs?|share|sharing|sharedaddy|social|addthis|addtoany|skip-?(?:link|nav|to-content)|cookies?|pagination|pager|back-?to-?top|related|overlay|modal|popup|newsletter|subscribe|sidebar|print-?(?:link|button))(?:$|[-_])/iu;

function isFurniture(element: Element, measured: Measured): boolean {
  const { tagName } = element;
  const words = wordsIn(element, measured.measures);
  if (alwaysLeftOut.has(tagName) || tagName === 'nav' || isHidden(element.properties)) return true;
  if (isPlaybackBar(element)) return true;
  const minor = words.prose < 0.25 * measured.total;
  if (tagName === 'form') return minor || words.prose < 0.5 * measured.total;
  if (!minor || words.all === 0) return false;
  const role = attribute(element, 'role') ?? '';
  if (furnitureRoles.has(role)) return true;
  const links = words.link > 0.5 * words.all;
  if (tagName === 'aside' || tagName === 'footer' || role === 'complementary') return links;
  if (/^h[1-6]$/u.test(tagName)) return false;
  const isShort = words.all <= 60;
  if (isShort && words.link <= 0.5 * words.all && isKeptLine(wordsOf(element))) return false;
  if (isShort && isControlLine(wordsOf(element))) return true;
  const names = namesOf(element);
  if (names.some((name) => !name.startsWith('js-') && (furnitureNames.test(name) || isCommentsName(name))))
    return true;
  if (isHiddenFieldLabel(element)) return true;
  return isSkipLink(element) || isLeadingList(element, words);
}

function namesOf(element: Element): readonly string[] {
  const names = `${attribute(element, 'className') ?? ''} ${attribute(element, 'id') ?? ''}`;
  return names.split(/\s+/u).filter((name) => name !== '');
}

/** The name that a content management system gives the field that holds the text. */
function isHiddenFieldLabel(element: Element): boolean {
  const names = namesOf(element);
  return (
    names.some((name) => /^field_+label$/u.test(name)) &&
    names.some((name) => /^(?:visually-hidden|sr-only|element-invisible)$/u.test(name))
  );
}

function isSkipLink(element: Element): boolean {
  const href = attribute(element, 'href');
  return (
    element.tagName === 'a' &&
    href?.startsWith('#') === true &&
    /^(?:skip to|jump to|back to top|return to top|top of page)/iu.test(wordsOf(element))
  );
}

/** A box of links under a line such as "More from …". */
function isLeadingList(element: Element, words: Measure): boolean {
  if (!/^(?:div|section|ul|ol|p|dl)$/u.test(element.tagName) || words.link < 0.5 * words.all) return false;
  const first = element.children.find(
    (child) => (child.type === 'element' || child.type === 'text') && wordsOf(child) !== '',
  );
  return first !== undefined && words.link > 0 && leads.test(wordsOf(first));
}
