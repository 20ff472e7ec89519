import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { raw } from 'hast-util-raw';
import type {
  Blockquote,
  Break,
  Delete,
  FootnoteDefinition,
  FootnoteReference,
  Image,
  Link,
  List,
  ListItem,
  Paragraph,
  Root,
  Table,
  TableRow,
  Code,
} from 'mdast';
import { defaultHandlers, type Handlers, type State, toHast } from 'mdast-util-to-hast';
import { VFile } from 'vfile';
import { alertOf } from './alerts.ts';
import { containerElement } from './container-directives.ts';
import { countElements } from './count-elements.ts';
import type {
  Abbreviation,
  Citation,
  DescriptionList,
  Doubled,
  InlineNote,
  Script,
  WikiLink,
} from '../constructs/nodes.d.ts';
import { countReferences } from './count-references.ts';
import { directiveHandlers } from './directives.ts';
import { limitRawNesting } from './limit-raw-nesting.ts';
import { reportOpenHeadings } from './report-open-heading.ts';
import { markerElement, markerFacts } from './markers.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { causeOf } from '../context/work.ts';
import { reportUnread } from './report-html.ts';
import { deletion } from './deletion.ts';
import { citationElement } from './citation.ts';
import { codeElement } from './code-element.ts';
import { closeTokens } from './close-tokens.ts';
import { linkElement } from './link-element.ts';
import { inlineNote } from './inline-note.ts';
import { wikiLinkText } from './wiki-link.ts';

/** The definition of a footnote, its content as HTML tree. */
export interface NoteDefinition {
  readonly identifier: string;
  readonly element: Element;
}

/** A post as HTML tree: raw HTML is parsed; footnote definitions and meanings of abbreviations stand apart in source order. */
export interface HtmlTree {
  readonly body: readonly ElementContent[];
  readonly notes: readonly NoteDefinition[];
  readonly abbreviations: readonly Abbreviation[];
}

/** Turns mdast into hast; what HTML cannot say becomes marker elements. */
export function toHtmlTree(tree: Root, context: PostContext): HtmlTree {
  const found: FoundNote[] = [];
  const abbreviations: Abbreviation[] = [];
  const handlers = {
    ...markdownHandlers(context, found),
    ...directiveHandlers(context),
    abbreviation: (_state: State, node: Abbreviation) => void abbreviations.push(node),
    inlineNote: (state: State, node: InlineNote) => inlineNote(state, context, node),
    citation: (state: State, node: Citation) => citationElement(state, context, node),
    subscript: (state: State, node: Script) => scriptElement(state, node),
    superscript: (state: State, node: Script) => scriptElement(state, node),
    mark: (state: State, node: Doubled) => scriptElement(state, node),
    insertion: (state: State, node: Doubled) => scriptElement(state, node),
    wikiLink: (_state: State, node: WikiLink) => wikiLinkText(node, context),
  };
  countReferences(tree, context);
  const html = toHast(tree, { allowDangerousHtml: true, handlers });
  const body = html.type === 'root' ? contentOf(html.children) : [];
  return {
    abbreviations,
    body: parseRaw(body, context),
    notes: found.map(({ identifier, element }) => ({
      identifier,
      element: { ...element, children: [...parseRaw(element.children, context)] },
    })),
  };
}

interface FoundNote {
  readonly identifier: string;
  readonly element: Element;
}

/** Parses the raw HTML among the nodes, where there is any; open elements end with the post or the note. */
function parseRaw(children: ElementContent[], context: PostContext): readonly ElementContent[] {
  if (!hasRaw(children)) return children;
  reportUnread(children, context);
  const closed = closeTokens(children);
  keepFirstLines(closed);
  const root: HtmlRoot = { type: 'root', children: limitRawNesting(closed, context) };
  const file = new VFile(context.source);
  const cause = causeOf(context.work, 'elements of HTML, those opened again among them');
  const parsed = countElements(cause, children, () => raw(root, { file }));
  return 'children' in parsed ? contentOf(parsed.children) : [];
}

/** An HTML parser takes the line end after `<pre>` away (HTML §13.2.6.4.7), code inside it or not. */
function keepFirstLines(nodes: readonly ElementContent[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    if (node.tagName !== 'pre') {
      keepFirstLines(node.children);
      continue;
    }
    const [code] = node.children;
    const text = code?.type === 'element' ? code.children[0] : undefined;
    if (text?.type === 'text' && text.value.startsWith('\n')) text.value = `\n${text.value}`;
  }
}

function contentOf(children: readonly (ElementContent | { readonly type: 'doctype' })[]): ElementContent[] {
  return children.filter((child) => child.type !== 'doctype');
}

function hasRaw(children: readonly ElementContent[]): boolean {
  return children.some(
    (child) => child.type === 'raw' || (child.type === 'element' && hasRaw(child.children)),
  );
}

function markdownHandlers(context: PostContext, found: FoundNote[]): Handlers {
  return {
    blockquote: (state: State, node: Blockquote): Element => {
      const alert = alertOf(node, context);
      return alert ? containerElement(state, context, alert) : defaultHandlers.blockquote(state, node);
    },
    break: (state: State, node: Break) => hardBreak(state, node),
    code: (_state: State, node: Code) => codeElement(node, context),
    delete: (state: State, node: Delete) => deletion(state, context, node),
    descriptionList: (state: State, node: DescriptionList) => descriptionList(state, node),
    image: (state: State, node: Image) => image(state, node),
    link: (state: State, node: Link) => linkElement(state, node),
    list: (state: State, node: List) => list(state, context, node),
    paragraph: (state: State, node: Paragraph) => {
      reportOpenHeadings(node, context);
      return defaultHandlers.paragraph(state, node);
    },
    table: (state: State, node: Table) => table(state, node),
    footnoteReference: (state: State, node: FootnoteReference) => {
      const facts = { identifier: node.identifier.toUpperCase(), label: node.label ?? node.identifier };
      return patched(state, node, markerElement(context, 'note-reference', { facts, children: [] }));
    },
    footnoteDefinition: (state: State, node: FootnoteDefinition) => {
      const element = markerElement(context, 'group', { children: state.all(node) });
      found.push({ identifier: node.identifier.toUpperCase(), element: patched(state, node, element) });
      return undefined;
    },
  };
}

function patched(state: State, from: Parameters<State['patch']>[0], to: Element): Element {
  state.patch(from, to);
  return to;
}

const tagNames = { subscript: 'sub', superscript: 'sup', mark: 'mark', insertion: 'ins' } as const;

function scriptElement(state: State, node: Script | Doubled): Element {
  const tagName = tagNames[node.type];
  return patched(state, node, { type: 'element', tagName, properties: {}, children: state.all(node) });
}

/** The line end behind a break has a place too: the HTML parser joins it with the text that follows, and takes its place for both. */
function hardBreak(state: State, node: Break): ElementContent[] {
  const line: ElementContent = { type: 'text', value: '\n' };
  if (node.position) line.position = { start: node.position.end, end: node.position.end };
  return [patched(state, node, { type: 'element', tagName: 'br', properties: {}, children: [] }), line];
}

/** `![](x)` says nothing about the picture: it has no `alt` at all, unlike `<img alt="">`. */
function image(state: State, node: Image): Element {
  const properties = {
    src: node.url,
    ...(node.alt ? { alt: node.alt } : {}),
    ...(node.title ? { title: node.title } : {}),
  };
  return patched(state, node, { type: 'element', tagName: 'img', properties, children: [] });
}

function descriptionList(state: State, node: DescriptionList): Element {
  const children = node.children.map((part): Element => {
    const tagName = part.type === 'description' ? 'dd' : 'dt';
    return patched(state, part, { type: 'element', tagName, properties: {}, children: state.all(part) });
  });
  return patched(state, node, { type: 'element', tagName: 'dl', properties: {}, children });
}

function list(state: State, context: PostContext, node: List): Element {
  const loose = node.spread === true || node.children.some((item) => item.spread === true);
  const properties = {
    ...markerFacts(context, { tight: loose ? 'no' : 'yes' }),
    ...(node.ordered && typeof node.start === 'number' ? { start: node.start } : {}),
  };
  if (node.ordered) tellNumbers(node, context);
  const children = node.children.map((item) => listItem(state, context, item));
  return patched(state, node, { type: 'element', tagName: node.ordered ? 'ol' : 'ul', properties, children });
}

/** CommonMark counts on from the first number; one number for all items is a way of writing that says nothing else. */
function tellNumbers(node: List, context: PostContext): void {
  const written = node.children.map((item) => {
    const start = placeOf(item)?.start.offset ?? 0;
    return Number(/^\d{1,9}(?=[.)])/u.exec(context.source.slice(start, start + 10))?.[0] ?? NaN);
  });
  const [first = NaN] = written;
  if (written.every((number) => number === first)) return;
  const index = written.findIndex((number, position) => number !== first + position);
  if (index < 0 || Number.isNaN(written[index])) return;
  const reason = `Item ${written[index]} is printed as ${first + index}`;
  report(context, 'list-number-mismatch', { reason, place: placeOf(node.children[index] ?? node) });
}

function listItem(state: State, context: PostContext, node: ListItem): Element {
  const task = typeof node.checked === 'boolean' ? { task: node.checked ? 'done' : 'open' } : {};
  const properties = markerFacts(context, task);
  return patched(state, node, { type: 'element', tagName: 'li', properties, children: state.all(node) });
}

function table(state: State, node: Table): Element {
  const headRows = node.data?.headRows ?? 1;
  const rows = node.children.map((row, index) =>
    tableRow(state, { row, header: index < headRows, table: node }),
  );
  const section = (tagName: string, children: Element[]): Element[] =>
    children.length === 0 ? [] : [{ type: 'element', tagName, properties: {}, children }];
  const children = [...section('thead', rows.slice(0, headRows)), ...section('tbody', rows.slice(headRows))];
  return patched(state, node, { type: 'element', tagName: 'table', properties: {}, children });
}

function tableRow(state: State, part: { row: TableRow; header: boolean; table: Table }): Element {
  const cells = part.row.children.map((cell, column): Element => {
    const align = part.table.align?.[column];
    const properties = align ? { align } : {};
    const tagName = part.header ? 'th' : 'td';
    return patched(state, cell, { type: 'element', tagName, properties, children: state.all(cell) });
  });
  return patched(state, part.row, { type: 'element', tagName: 'tr', properties: {}, children: cells });
}
