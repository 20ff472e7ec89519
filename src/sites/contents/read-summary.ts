import { addPage, type ContentsList, type Gathering } from './contents-list.ts';
import { percentDecoded } from '../../characters/percent-decoded.ts';

/**
 * The `SUMMARY.md` of mdBook (and GitBook): links in order, each a page; headings after the first are parts, rules end them. A
 * link without an address is a chapter that is yet to be written.
 */
export function readSummary(text: string): ContentsList {
  const found: Gathering = { pages: [], others: [] };
  let part: string | undefined;
  let sawTitle = false;
  for (const line of withoutComments(text).split(/\r\n?|\n/u)) {
    const written = line.trim();
    if (/^#{1,6}\s/u.test(written)) {
      const words = written.replaceAll('#', '').trim();
      // The list may have a title of its own, before anything else.
      if (sawTitle || found.pages.length > 0) part = words;
      sawTitle = true;
      continue;
    }
    if (/^(?:-{3,}|\*{3,}|_{3,})$/u.test(written)) part = undefined;
    const link = linkOf(written);
    if (!link) continue;
    if (link.path === '' || /^[a-z][a-z0-9+.-]+:/iu.test(link.path)) found.others.push(link.words);
    else addPage(found, link.path, part);
  }
  return found;
}

/** Whether a text holds nothing but the list of the chapters of a book: links to Markdown files, headings and rules. */
export function listsChapters(text: string): boolean {
  const lines = withoutComments(text)
    .split(/\r\n?|\n/u)
    .map((line) => line.trim());
  const links = lines.map(linkOf);
  return (
    links.some((link) => link !== undefined && /\.(?:md|markdown)$/iu.test(link.path)) &&
    lines.every((line, index) => line === '' || signs.test(line) || links[index] !== undefined)
  );
}

/** A line of a list that is no link: a heading or a rule. */
const signs = /^(?:#{1,6}\s|-{3,}$|\*{3,}$|_{3,}$)/u;

function withoutComments(text: string): string {
  const [first = '', ...rest] = text.split('<!--');
  return first + rest.map((piece) => piece.slice(endOf(piece))).join('');
}

function endOf(comment: string): number {
  const end = comment.indexOf('-->');
  return end < 0 ? comment.length : end + 3;
}

/** The words and the path of a line that is a link, with or without the sign of a list. */
function linkOf(line: string): { readonly words: string; readonly path: string } | undefined {
  const link = line.replace(/^(?:[-*+]|\d+[.)])\s+/u, '');
  const middle = link.lastIndexOf('](');
  const end = middle < 0 ? -1 : closingOf(link, middle + 2);
  if (!link.startsWith('[') || middle < 0 || end < middle) return undefined;
  const [target = ''] = link.slice(middle + 2, end).split('#');
  return { words: link.slice(1, middle), path: percentDecoded(target.trim().replace(/^<|>$/gu, '')) };
}

/** Where the bracket closes that stands before `from`: brackets inside an address come in pairs. */
function closingOf(link: string, from: number): number {
  let open = 1;
  for (let at = from; at < link.length; at += 1) {
    if (link[at] === '(') open += 1;
    if (link[at] === ')') open -= 1;
    if (open === 0) return at;
  }
  return -1;
}
