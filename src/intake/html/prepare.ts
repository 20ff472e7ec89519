import type { Element, ElementContent } from 'hast';
import { type Around, partsOfWholes, withLanguage } from './language.ts';
import { inItems, isTermList, outsideItsList, termsInside } from './list-items.ts';
import { shaped, text } from './phrases.ts';
import { cellsOf, isLayoutTable } from './table.ts';
import {
  attribute,
  blockElements,
  elementsOf,
  holdsBlock,
  languageOf,
  textOf,
  unspokenElements,
} from './tree.ts';

/** How the elements of a page are made ready for Markdown. */
export interface Preparation {
  /** Elements and text nodes that are no part of the body. */
  readonly leftOut: ReadonlySet<ElementContent>;
  /** The address of a link or a picture as the post has it; `undefined` where it must not stand in a post. */
  readonly resolve: (address: string, of: 'link' | 'picture') => string | undefined;
  /** Names of places that links of the page lead to. */
  readonly targets: ReadonlySet<string>;
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

function prepared(node: ElementContent, preparation: Preparation, around: Around): ElementContent[] {
  if (preparation.leftOut.has(node)) return replacement(node);
  if (node.type === 'text')
    return [{ ...text(node.value), ...(node.position && { position: node.position }) }];
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
  return textOf(node) === '' && !parts ? [] : [text(' ')];
}

const partsOfLists = new Set(
  'li dt dd caption colgroup col thead tbody tfoot tr td th figcaption'.split(' '),
);

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
  const link = href === undefined ? undefined : resolve(href, 'link');
  const source = element.tagName === 'img' ? pictureSource(element) : undefined;
  const picture = source === undefined ? undefined : resolve(source.trim(), 'picture');
  return {
    ...kept,
    ...(link === undefined ? {} : { href: link }),
    ...(picture === undefined ? {} : { src: picture }),
    ...(element.tagName === 'img' && isDecoration(element) ? { alt: '' } : {}),
  };
}

/** A picture that its role, its size or its name calls decoration, and no words say otherwise. */
function isDecoration(element: Element): boolean {
  if ((attribute(element, 'alt') ?? '').trim() !== '') return false;
  const size = ['width', 'height'].map((name) => attribute(element, name));
  return (
    /^(?:presentation|none)$/iu.test(attribute(element, 'role') ?? '') ||
    size.every((value) => value === '0' || value === '1') ||
    /(?:^|\/)(?:spacer|pixel|blank|clear|transparent|1x1)\.(?:gif|png)(?:$|[?#])/iu.test(
      attribute(element, 'src') ?? '',
    )
  );
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

/** The place that a link of the page leads to, where its element is kept. */
function withAnchor(made: ElementContent, source: Element, { targets }: Preparation): ElementContent[] {
  const id = attribute(source, 'id') ?? (source.tagName === 'a' ? attribute(source, 'name') : undefined);
  if (id === undefined || !targets.has(id) || made.type !== 'element') return [made];
  const anchor: Element = { type: 'element', tagName: 'span', properties: { id }, children: [] };
  if (/^(?:h[1-6]|p|li|td|th|dd|dt)$/u.test(made.tagName))
    return [{ ...made, children: [anchor, ...made.children] }];
  return partsOfWholes.has(made.tagName) ? [made] : [anchor, made];
}
