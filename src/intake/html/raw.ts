import type { Element, Nodes } from 'hast';
import { withReferences } from '../../xml/references.ts';
import { attribute, blockElements } from './tree.ts';

// The raw HTML that a post keeps when it is read; other blocks become `div`, other elements their content.
const keptElements = new Set(
  (
    'a abbr b i em strong del ins s u mark small sub sup kbd samp var code q cite span bdi bdo br img figure figcaption ' +
    'table caption colgroup col thead tbody tfoot tr td th ul ol li dl dt dd p div section aside blockquote pre hr h1 h2 h3 h4 ' +
    'h5 h6 details summary ruby rb rt rp time dfn'
  ).split(' '),
);

/** The attributes that posts keep, by their name in hast and in HTML. */
const keptAttributes: Readonly<Record<string, string>> = {
  id: 'id',
  lang: 'lang',
  dir: 'dir',
  href: 'href',
  src: 'src',
  alt: 'alt',
  scope: 'scope',
  headers: 'headers',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  start: 'start',
  type: 'type',
  dateTime: 'datetime',
  cite: 'cite',
};

const voidElements = new Set(['br', 'hr', 'img', 'col']);

/** HTML for a post: only what posts keep, without an empty line, so that Markdown takes it for one block of HTML. */
export function rawHtml(node: Nodes, inPre = false): string {
  if (node.type === 'text') return rawText(node.value, inPre);
  if (node.type !== 'element')
    return 'children' in node ? node.children.map((child) => rawHtml(child)).join('') : '';
  const pre = inPre || node.tagName === 'pre';
  const inner = node.children.map((child) => rawHtml(child, pre)).join('');
  const isBlock = blockElements.has(node.tagName);
  const name = keptElements.has(node.tagName) ? node.tagName : isBlock ? 'div' : undefined;
  if (name === undefined) return inner;
  const end = isBlock && !inPre ? '\n' : '';
  if (voidElements.has(name)) return startTag(name, node) + end;
  return `${startTag(name, node)}${/^(?:table|thead|tbody|tfoot|tr|dl|ul|ol|div|figure)$/u.test(name) && !inPre ? '\n' : ''}${inner.replace(/^\n+/u, inPre ? '$&' : '')}</${name}>${end}`;
}

/** The start tag with the attributes that posts keep. */
export function startTag(name: string, element: Element): string {
  const attributes = Object.entries(keptAttributes).flatMap(([property, written]) => {
    const value = attribute(element, property);
    return value === undefined ? [] : [` ${written}="${attributeText(value)}"`];
  });
  const title = /^(?:abbr|dfn)$/u.test(name) ? attribute(element, 'title') : undefined;
  return `<${name}${attributes.join('')}${title === undefined ? '' : ` title="${attributeText(title)}"`}>`;
}

/** The value of an attribute as HTML has it between quotes. */
export function attributeText(value: string): string {
  const line = value.replace(/\s+/gu, (space) => (/^\u{a0}+$/u.test(space) ? space : ' '));
  return withReferences(line, /[&"<>|]|\{(?=\S)/gu);
}

function rawText(value: string, inPre: boolean): string {
  // Bars part the cells of tables, and template languages look for braces.
  const escaped = withReferences(value, /[&<>|]|\{(?=\S)/gu);
  // An empty line would end the block of HTML.
  return inPre ? withReferences(escaped, /\r|\n(?=\s*?\n)|^\n/gu) : escaped.replace(/[\t\n\f\r ]+/gu, ' ');
}
