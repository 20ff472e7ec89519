import type { Element, ElementContent } from 'hast';
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type {
  BlockContent,
  Html,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
  TableRow,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { rawHtml, startTag } from './raw.ts';
import { plainTable, type PlainTable } from './table.ts';
import { attribute, elementsOf, oneLine, textOf, wordsOf } from './tree.ts';

/** Turns prepared HTML into the Markdown tree of a post; what Markdown cannot say stays HTML. */
export function toMarkdownTree(children: readonly ElementContent[]): Root {
  const tree = toMdast({ type: 'root', children: [...children] }, { handlers });
  return tidied(tree.type === 'root' ? tree : { type: 'root', children: [] });
}

const inlineHtml =
  'abbr bdi bdo cite dfn ins kbd mark q ruby samp small sub sup time u var rt rb rp rtc'.split(' ');

const blocks: Readonly<Record<string, Handle>> = {
  h1: defaultHandlers.h1,
  h2: defaultHandlers.h2,
  h3: defaultHandlers.h3,
  h4: defaultHandlers.h4,
  h5: defaultHandlers.h5,
  h6: defaultHandlers.h6,
  p: defaultHandlers.p,
  blockquote: defaultHandlers.blockquote,
  pre: defaultHandlers.pre,
  ul: defaultHandlers.ul,
  figure,
  dl: (_state: State, node: Element) => block(node),
  table,
  div: languageGroup,
  ol: (state: State, node: Element) =>
    attribute(node, 'type') === undefined || attribute(node, 'type') === '1'
      ? defaultHandlers.ol(state, node)
      : block(node),
};

/** A block without words still stands between those beside it. */
function unlessEmpty(handle: Handle): Handle {
  return (state, node, parent) => {
    const inside = elementsOf(node).map(({ tagName }) => tagName);
    const says =
      textOf(node).replace(/[\t\n\f\r ]+/gu, '') !== '' ||
      inside.some((name) => name === 'img' || name === 'hr') ||
      holdsAnchor(node);
    return says ? handle(state, node, parent) : { type: 'html', value: '' };
  };
}

function holdsAnchor(node: Element): boolean {
  return elementsOf(node).some(({ properties }) => 'id' in properties);
}

const handlers: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(Object.entries(blocks).map(([name, handle]) => [name, unlessEmpty(handle)])),
  ...Object.fromEntries(inlineHtml.map((name) => [name, keptInline])),
  span: (state: State, node: Element) =>
    Object.keys(node.properties).length > 0 ? keptInline(state, node) : phrases(state, node),
  code: inlineCode,
  img: (_state: State, node: Element) => picture(node),
};

// Sound: what is made of a phrase is phrases, for `prepareHtml` leaves no block in one.
function phrases(state: State, node: Element): PhrasingContent[] {
  return state.all(node) as PhrasingContent[];
}

/** HTML in a phrase; `hast-util-to-mdast` takes it for a block unless it is told. */
function html(value: string): Html {
  return { type: 'html', value, data: { hName: 'span' } };
}

function keptInline(state: State, node: Element): PhrasingContent[] {
  return [html(startTag(node.tagName, node)), ...phrases(state, node), html(`</${node.tagName}>`)];
}

function block(node: Element): Html {
  return { type: 'html', value: rawHtml(node).trim() };
}

function inlineCode(state: State, node: Element): PhrasingContent[] {
  const plain = node.children.every((child) => child.type === 'text');
  const value = wordsOfCode(node);
  if (value.trim() === '') return phrases(state, node);
  return plain ? [{ type: 'inlineCode', value }] : keptInline(state, node);
}

function wordsOfCode(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .replace(/[\t\n\f\r ]+/gu, ' ');
}

function picture(node: Element): PhrasingContent[] {
  const url = attribute(node, 'src');
  const alt = attribute(node, 'alt');
  if (url === undefined || url === '') return alt ? [{ type: 'text', value: alt }] : [];
  // An empty text alternative calls the picture decorative, an absent one says nothing.
  if (alt?.trim() === '') return [html(startTag('img', node))];
  return [{ type: 'image', url, ...(alt === undefined ? {} : { alt }) }];
}

function figure(state: State, node: Element): Nodes | (Nodes & RootContent)[] {
  const inside = elementsOf(node);
  const caption = inside.find(({ tagName }) => tagName === 'figcaption');
  if (caption === undefined || wordsOf(caption) === '') return flow(state, node);
  return captionedPicture(node, caption) ?? block(node);
}

/** A picture with a caption of mere words after it. */
function captionedPicture(node: Element, caption: Element): Paragraph | undefined {
  const inside = elementsOf(node);
  const pictures = inside.filter(({ tagName }) => tagName === 'img');
  const [image] = pictures;
  const others = { ...node, children: node.children.filter((child) => child !== caption) };
  const plain =
    caption.children.every((child) => child.type === 'text') && !wordsTextOf(caption).includes('\u{a0}');
  if (image === undefined || pictures.length > 1 || !plain || !node.children.includes(caption))
    return undefined;
  if (inside.indexOf(image) > inside.indexOf(caption) || wordsOf(others) !== '') return undefined;
  const [made] = picture(image);
  if (made?.type !== 'image') return undefined;
  const titled: PhrasingContent = { ...made, title: oneLine(wordsTextOf(caption)) };
  const link = inside.find(({ tagName }) => tagName === 'a');
  const url = link && attribute(link, 'href');
  if (link !== undefined && !elementsInclude(link, image)) return undefined;
  return {
    type: 'paragraph',
    children: url === undefined ? [titled] : [{ type: 'link', url, children: [titled] }],
  };
}

function elementsInclude(element: Element, inner: Element): boolean {
  return elementsOf(element).includes(inner);
}

function wordsTextOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

// Sound: the flow of a page is blocks, which may stand at the root.
function flow(state: State, node: Element): (Nodes & RootContent)[] {
  return state.toFlow(state.all(node)) as (Nodes & RootContent)[];
}

function languageGroup(state: State, node: Element): Nodes | (Nodes & RootContent)[] {
  const attributes = Object.fromEntries(
    ['lang', 'dir'].flatMap((name) => {
      const value = attribute(node, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const children = flow(state, node);
  if (Object.keys(attributes).length === 0) return children;
  // Sound: blocks, as above.
  const group: ContainerDirective = {
    type: 'containerDirective',
    name: 'lang',
    attributes,
    children: children as BlockContent[],
  };
  return group;
}

function table(state: State, node: Element): Nodes {
  const plain = plainTable(node);
  return plain === undefined ? block(node) : markdownTable(state, plain);
}

function markdownTable(state: State, { rows, caption, rowHeaders }: PlainTable): Nodes {
  const children = rows.map((row): TableRow => ({
    type: 'tableRow',
    children: row.map((cell): TableCell => ({ type: 'tableCell', children: inCell(phrases(state, cell)) })),
  }));
  const made: BlockContent = { type: 'table', children };
  const label: Paragraph | undefined =
    caption && wordsOf(caption) !== ''
      ? { type: 'paragraph', data: { directiveLabel: true }, children: phrases(state, caption) }
      : undefined;
  if (label === undefined && !rowHeaders) return made;
  return {
    type: 'containerDirective',
    name: 'table',
    attributes: rowHeaders ? { rowheaders: '' } : {},
    children: label === undefined ? [made] : [label, made],
  };
}

/** A cell is one line: a break is written as HTML. */
function inCell(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'break') return html('<br>');
    // Sound: only children are replaced, phrases by phrases.
    return 'children' in node
      ? ({ ...node, children: inCell(node.children as PhrasingContent[]) } as PhrasingContent)
      : node;
  });
}

/** Emphasis in the same emphasis is said once; what only this module needed to know is taken away. */
function tidied(root: Root): Root {
  // Sound: a node keeps its type.
  return tidiedNode(root, []) as Root;
}

function tidiedNode(node: Nodes, marksAround: readonly string[]): Nodes {
  if (node.type === 'html') return { type: 'html', value: node.value };
  if (!('children' in node)) return node;
  const isMark = /^(?:emphasis|strong|delete)$/u.test(node.type);
  const marks = isMark ? [...marksAround, node.type] : marksAround;
  const children = node.children.flatMap((child): readonly Nodes[] => {
    if (child.type === 'html' && child.value === '') return [];
    const made = tidiedNode(child, marks);
    return marks.includes(child.type) && 'children' in made ? made.children : [made];
  });
  // Sound: as in `tidied`.
  return { ...node, children } as Nodes;
}
