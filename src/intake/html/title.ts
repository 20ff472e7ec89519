import type { Element, Root } from 'hast';
import type { PageMetadata } from './metadata.ts';
import type { StreamNode, UsedPart } from './stream.ts';
import { elementsOf, oneLine, wordsOf } from './tree.ts';
import type { MainContent } from './main-content.ts';

/** The title of a page and where it stands. */
export interface FoundTitle {
  readonly words: string | undefined;
  /** The heading that says it; it leaves the body. */
  readonly heading: Element | undefined;
  /** Text of the head that says it. */
  readonly inHead: readonly { readonly node: StreamNode; readonly parts: readonly UsedPart[] }[];
  /** Other titles that the page declares. */
  readonly others: readonly { readonly name: string; readonly value: string }[];
}

/** The title: the level-1 heading in or near the main content, else `title`, else `og:title`; never a mixture of them. */
export function findTitle(
  tree: Root,
  { main, metadata }: { main: MainContent; metadata: PageMetadata },
): FoundTitle {
  const inTitle = oneLine(metadata.title?.text ?? '');
  const heading = findHeading(tree, main, inTitle);
  const declared = withoutSite(inTitle, metadata);
  const words = heading === undefined ? declared || metadata.ogTitle : wordsOf(heading);
  const others = [
    { name: 'title', value: inTitle },
    { name: 'meta og:title', value: metadata.ogTitle ?? '' },
  ].filter(({ value }) => value !== '' && words !== undefined && !says(value, words));
  return { words: words === '' ? undefined : words, heading, inHead: inHead(metadata, words ?? ''), others };
}

function findHeading(tree: Root, { root, leftOut }: MainContent, title: string): Element | undefined {
  const headings = (element: Element): readonly Element[] => {
    if (leftOut.has(element)) return [];
    const own = element.tagName === 'h1' && wordsOf(element) !== '' ? [element] : [];
    return [
      ...own,
      ...element.children.flatMap((child) => (child.type === 'element' ? headings(child) : [])),
    ];
  };
  const [inside] = headings(root);
  if (inside !== undefined) return inside;
  const inMain = new Set(elementsOf(root));
  const outside = elementsOf(tree).filter(
    (element) => element.tagName === 'h1' && !inMain.has(element) && wordsOf(element) !== '',
  );
  // Above the main content stands the name of the site as well: `title` tells which heading is of the page.
  return outside.find((element) => title.startsWith(wordsOf(element)) || title.endsWith(wordsOf(element)));
}

/** Whether a declared title says the words, perhaps with the name of the site beside them. */
function says(declared: string, words: string): boolean {
  if (declared === words) return true;
  const behind = declared.startsWith(words) ? declared.slice(words.length) : '';
  const before = declared.endsWith(words) ? declared.slice(0, declared.length - words.length) : '';
  // Between them stands a sign, of which a hyphen has a space before it.
  return /^(?:\s*[|–—·»:]|\s+-)\s*\S/u.test(behind) || /\S(?:\s*[|–—·»:]|\s+-)$/u.test(before.trimEnd());
}

/** The title without the site's name after it, where the page itself says what its title or its site is. */
function withoutSite(title: string, { ogTitle, agency }: PageMetadata): string {
  if (ogTitle !== undefined && title.startsWith(ogTitle) && says(title, ogTitle)) return ogTitle;
  const parts = /^([^]*\S)\s*(?:[|–—·»:]|\s-)\s*(\S[^]*)$/u.exec(title);
  const [, before, site] = parts ?? [];
  if (before === undefined || site === undefined || agency === undefined) return title;
  return agency.includes(site) || site.includes(agency) ? before : title;
}

function inHead({ title }: PageMetadata, words: string): FoundTitle['inHead'] {
  const node = title?.element.children[0];
  if (node?.type !== 'text' || words === '') return [];
  if (oneLine(node.value) === words)
    return [{ node, parts: [{ use: 'field', field: 'title', length: node.value.length }] }];
  const start = node.value.indexOf(words);
  if (start < 0 || !says(oneLine(node.value), words)) return [];
  return [
    {
      node,
      parts: [
        ...(start === 0 ? [] : [{ use: 'furniture' as const, length: start }]),
        { use: 'field', field: 'title', length: words.length },
      ],
    },
  ];
}
