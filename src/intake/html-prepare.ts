import type { Element, ElementContent, Text } from 'hast';
import {
  attribute,
  blockElements,
  elementsOf,
  holdsBlock,
  languageOf,
  textOf,
  unspokenElements,
  wordsOf,
} from './html-tree.ts';
import { isLayoutTable, cellsOf } from './html-table.ts';

/** How the elements of a page are made ready for Markdown. */
export interface Preparation {
  /** Elements and text nodes that are no part of the body. */
  readonly leftOut: ReadonlySet<ElementContent>;
  /** The address of a link or a picture as the post has it; `undefined` where it must not stand in a post. */
  readonly resolve: (address: string) => string | undefined;
  /** Names of places that links of the page lead to. */
  readonly targets: ReadonlySet<string>;
}

interface Around {
  readonly lang: string;
  readonly dir: string;
}

/**
 * The children of the main content without what is left out, in a shape that Markdown can say: elements of phrases hold
 * no blocks, languages stand on `span` and `div`, tables that only lay out are unfolded.
 */
export function prepareHtml(
  root: Element,
  preparation: Preparation,
  lang: string,
): readonly ElementContent[] {
  return childrenOf(root, preparation, { lang, dir: 'ltr' });
}

function childrenOf(element: Element, preparation: Preparation, around: Around): ElementContent[] {
  const source = element.tagName === 'dl' ? element.children.flatMap(termsInside) : element.children;
  const children = source.flatMap((child) => prepared(child, preparation, around));
  if (/^(?:ul|ol|menu|dir)$/u.test(element.tagName)) return inItems(children);
  if (/^(?:figure|table)$/u.test(element.tagName) || isTermList(element.tagName, children)) return children;
  return children.map(outsideItsList);
}

/** In a list of terms, `div` only groups. */
function termsInside(node: ElementContent): readonly ElementContent[] {
  return node.type === 'element' && node.tagName === 'div' ? node.children : [node];
}

/** Whether a list of terms holds terms of mere phrases, each with what is said of it, and nothing else. */
function isTermList(tagName: string, children: readonly ElementContent[]): boolean {
  const parts = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (tagName !== 'dl' || parts.length === 0) return false;
  return parts.every((part, index) => {
    if (part.type !== 'element' || wordsOf(part) === '') return false;
    if (part.tagName === 'dt') return !holdsBlock(part) && index < parts.length - 1;
    return part.tagName === 'dd' && index > 0;
  });
}

/** The children of a list: what is no item becomes one. */
function inItems(children: readonly ElementContent[]): ElementContent[] {
  const items: Element[] = [];
  let loose: ElementContent[] = [];
  const end = (): void => {
    const says = loose.some(
      (node) => textOf(node).trim() !== '' || (node.type === 'element' && holdsPicture(node)),
    );
    if (says)
      items.push({ type: 'element', tagName: 'li', properties: {}, children: loose.map(outsideItsList) });
    loose = [];
  };
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'li') {
      end();
      items.push(child);
    } else loose.push(child);
  }
  end();
  return items;
}

function holdsPicture(element: Element): boolean {
  return element.tagName === 'img' || elementsOf(element).some(({ tagName }) => tagName === 'img');
}

/** An item without a list is a block like others. */
function outsideItsList(node: ElementContent): ElementContent {
  const isLost = node.type === 'element' && /^(?:li|dt|dd|figcaption|caption)$/u.test(node.tagName);
  return isLost ? { ...node, tagName: 'div' } : node;
}

function prepared(node: ElementContent, preparation: Preparation, around: Around): ElementContent[] {
  if (preparation.leftOut.has(node)) return replacement(node);
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element' || unspokenElements.has(node.tagName) || node.tagName === 'wbr') return [];
  const inner: Around = {
    lang: languageOf(node) || around.lang,
    dir: /^(?:ltr|rtl)$/iu.exec(attribute(node, 'dir') ?? '')?.[0]?.toLowerCase() ?? around.dir,
  };
  const children = childrenOf(node, preparation, inner);
  const name = renamed[node.tagName] ?? node.tagName;
  // Asked of the source: tables inside are unfolded by now.
  const isLayout = node.tagName === 'table' && isLayoutTable(node);
  const element: Element = {
    type: 'element',
    tagName: isSayable(name, children) ? name : 'div',
    properties: propertiesOf(node, preparation),
    children,
  };
  return withLanguage(isLayout ? unfolded(element) : shaped(element), { around, inner }).flatMap((made) =>
    withAnchor(made, node, preparation),
  );
}

/** Whether Markdown can say a paragraph, a list of terms or a text as it is typed; else it is a block like others. */
function isSayable(name: string, children: readonly ElementContent[]): boolean {
  if (name === 'dl') return isTermList(name, children);
  const elements = children.flatMap((child) =>
    child.type === 'element' ? [child, ...elementsOf(child)] : [],
  );
  const blocks = elements.some(({ tagName }) => blockElements.has(tagName));
  if (name === 'p') return !blocks;
  return name !== 'pre' || (!blocks && !elements.some(({ tagName }) => tagName === 'img'));
}

// Where something was taken out, the words beside it must not join.
function replacement(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || node.tagName === 'rp' || partsOfLists.has(node.tagName)) return [];
  if (blockElements.has(node.tagName) || holdsBlock(node))
    return [{ type: 'element', tagName: 'div', properties: {}, children: [] }];
  const parts = elementsOf(node).some(({ tagName }) => /^(?:br|img)$/u.test(tagName));
  return wordsOf(node) === '' && !parts ? [] : [text(' ')];
}

const partsOfLists = new Set(
  'li dt dd caption colgroup col thead tbody tfoot tr td th figcaption'.split(' '),
);

function text(value: string): Text {
  return { type: 'text', value };
}

const renamed: Readonly<Record<string, string>> = {
  tt: 'code',
  strike: 's',
  acronym: 'abbr',
  ...Object.fromEntries(
    'address article body center details dialog dir fieldset footer form header hgroup main menu nav search section aside summary'
      .split(' ')
      .map((name) => [name, 'div']),
  ),
  dir: 'ul',
  menu: 'ul',
  listing: 'pre',
  xmp: 'pre',
  plaintext: 'pre',
};

const keptProperties = 'colSpan rowSpan scope headers start type dateTime cite title alt className'.split(
  ' ',
);

function propertiesOf(element: Element, { resolve }: Preparation): Element['properties'] {
  const kept = Object.fromEntries(
    keptProperties.flatMap((name) => {
      const value = element.properties[name];
      return value === undefined || (name === 'className' && element.tagName !== 'code')
        ? []
        : [[name, value]];
    }),
  );
  const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
  const link = href === undefined ? undefined : resolve(href);
  const source = element.tagName === 'img' ? pictureSource(element) : undefined;
  return {
    ...kept,
    ...(link === undefined ? {} : { href: link }),
    ...(source === undefined || /^\s*(?:javascript|vbscript):/iu.test(source) ? {} : { src: source.trim() }),
  };
}

/** The address of a picture; of one that scripts load later, the one that they load. */
function pictureSource(element: Element): string | undefined {
  const source = attribute(element, 'src');
  const later = attribute(element, 'dataSrc') ?? attribute(element, 'dataLazySrc');
  return later !== undefined && (source === undefined || source.startsWith('data:')) ? later : source;
}

/** The cells of a table in reading order. */
function unfolded(table: Element): ElementContent[] {
  const cells = cellsOf(table);
  return (cells.length > 0 ? cells : [{ ...table, children: [] }]).map((cell) => ({
    ...cell,
    tagName: 'div',
  }));
}

const phraseElements = new Set(
  'a abbr b i em strong del ins s u mark small sub sup kbd samp var code q cite span bdi bdo time dfn font big'.split(
    ' ',
  ),
);

/** An element in the shape that Markdown can say; more than one where it had to be taken apart. */
function shaped(element: Element): ElementContent[] {
  const { tagName, children } = element;
  if (tagName === 'a' && attribute(element, 'href') === undefined) return children;
  if (/^h[1-6]$/u.test(tagName)) return [{ ...element, children: flattened(children) }];
  if (!phraseElements.has(tagName)) return [element];
  if (holdsBlock(element)) return pushedDown(element, children);
  if (wordsOf(element) === '' && !holdsPicture(element)) return children;
  return tagName === 'code' ? [element] : spacesOutside(element);
}

/** Puts an element of phrases inside the blocks that it holds. */
function pushedDown(element: Element, children: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  let phrase: ElementContent[] = [];
  const end = (): void => {
    if (phrase.length > 0) out.push(...shaped({ ...element, children: phrase }));
    phrase = [];
  };
  for (const child of children) {
    const block = child.type === 'element' && (blockElements.has(child.tagName) || holdsBlock(child));
    if (!block || child.type !== 'element') {
      phrase.push(child);
      continue;
    }
    end();
    out.push({ ...child, children: pushedDown(element, child.children) });
  }
  end();
  return out;
}

/** `<b> x<br></b>` says the same as ` <b>x</b><br>`, which Markdown can say too. */
function spacesOutside(element: Element): ElementContent[] {
  const inside = [...element.children];
  const before: ElementContent[] = [];
  const after: ElementContent[] = [];
  for (let first = inside[0]; first !== undefined; first = inside[0]) {
    const space = first.type === 'text' ? /^\s*/u.exec(first.value)?.[0] : undefined;
    if (first.type === 'text' && space !== '' && space !== undefined) before.push(text(space));
    if (first.type === 'text' && space !== first.value) {
      inside[0] = text(first.value.slice(space?.length));
      break;
    }
    if (first.type === 'element' && first.tagName !== 'br') break;
    if (first.type === 'element') before.push(first);
    inside.shift();
  }
  for (let last = inside.at(-1); last !== undefined; last = inside.at(-1)) {
    const space = last.type === 'text' ? /\s*$/u.exec(last.value)?.[0] : undefined;
    if (last.type === 'text' && space !== '' && space !== undefined) after.unshift(text(space));
    if (last.type === 'text' && space !== last.value) {
      inside[inside.length - 1] = text(last.value.slice(0, last.value.length - (space?.length ?? 0)));
      break;
    }
    if (last.type === 'element' && last.tagName !== 'br') break;
    if (last.type === 'element') after.unshift(last);
    inside.pop();
  }
  return [...before, { ...element, children: inside }, ...after];
}

/** Phrases only, for headings: blocks and breaks become spaces. */
function flattened(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'br') return [text(' ')];
    const children = flattened(node.children);
    return blockElements.has(node.tagName) ? [text(' '), ...children, text(' ')] : [{ ...node, children }];
  });
}

const partsOfWholes = new Set('table thead tbody tfoot tr ul ol dl colgroup'.split(' '));

function withLanguage(
  nodes: ElementContent[],
  { around, inner }: { around: Around; inner: Around },
): ElementContent[] {
  const properties = {
    ...(inner.lang.toLowerCase() === around.lang.toLowerCase() ? {} : { lang: inner.lang }),
    ...(inner.dir === around.dir ? {} : { dir: inner.dir }),
  };
  if (Object.keys(properties).length === 0) return nodes;
  const wrap = (children: ElementContent[]): Element => {
    const block = children.some(
      (child) => child.type === 'element' && (blockElements.has(child.tagName) || holdsBlock(child)),
    );
    return { type: 'element', tagName: block ? 'div' : 'span', properties, children };
  };
  const [only] = nodes;
  if (nodes.length === 1 && only?.type === 'element' && blockElements.has(only.tagName)) {
    if (only.tagName === 'div' && holdsBlock(only))
      return [{ ...only, properties: { ...only.properties, ...properties } }];
    if (partsOfWholes.has(only.tagName)) {
      // Rows stay where they are: their table cannot hold anything else.
      return /^(?:table|ul|ol|dl)$/u.test(only.tagName)
        ? [wrap([only])]
        : [{ ...only, properties: { ...only.properties, ...properties } }];
    }
    return [{ ...only, children: [wrap(only.children)] }];
  }
  const runs = runsOf(nodes);
  if (runs.length > 1) return runs.flatMap((run) => withLanguage(run, { around, inner }));
  return [wrap(nodes)];
}

/** Phrases that stand side by side, and each block for itself. */
function runsOf(nodes: readonly ElementContent[]): readonly ElementContent[][] {
  const runs: ElementContent[][] = [];
  let open = false;
  for (const node of nodes) {
    const isBlock = node.type === 'element' && (blockElements.has(node.tagName) || holdsBlock(node));
    if (open && !isBlock) runs.at(-1)?.push(node);
    else runs.push([node]);
    open = !isBlock;
  }
  return runs;
}

/** The place that a link of the page leads to, where its element is kept. */
function withAnchor(made: ElementContent, source: Element, { targets }: Preparation): ElementContent[] {
  const id = attribute(source, 'id') ?? (source.tagName === 'a' ? attribute(source, 'name') : undefined);
  if (id === undefined || !targets.has(id) || made.type !== 'element') return [made];
  const anchor: Element = { type: 'element', tagName: 'span', properties: { id }, children: [] };
  if (/^(?:h[1-6]|p|li|td|th|dd|dt)$/u.test(made.tagName))
    return [{ ...made, children: [anchor, ...made.children] }];
  return partsOfWholes.has(made.tagName) ? [made] : [anchor, made];
}
