import type { Place } from '../../diagnostics/message.ts';
import type { CodeBlock, Document } from '../../document/document.ts';
import type { Inline } from '../../document/inline.ts';
import { walk } from '../../document/walk.ts';
import { hasConstruct } from '../dialects/dialect.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { findKinds, longestQuote, timesIn } from './find-kinds.ts';
import { type OwnWords, ownWords } from './own-words.ts';
import { reportDashTable } from './report-dash-table.ts';
import { reportStrings } from './report-strings.ts';
import { shownText } from './shown-text.ts';
import {
  besideEmphasis,
  citationKinds,
  citationOfBibliography,
  textReference,
  type LeftoverKind,
  leftoverKinds,
} from './signs.ts';

/** Tells of markup that readers would see as it is written: once for each kind and block, or words beside the text. */
export function reportLeftovers(document: Document, context: PostContext): void {
  const { titleBlock, body } = document;
  const own = ownWords(context);
  reportStrings(document, { own, context });
  // A title of the front matter is no Markdown, and no generator reads it.
  const [title] = titleBlock;
  const found = title?.type === 'heading' && title.place !== undefined ? [title] : [];
  // In tables of raw HTML not every paragraph has a place: what stands before it then has.
  let around: Place | undefined;
  for (const node of walk([...found, ...body])) {
    around = node.place ?? around;
    if (node.type === 'code-block') {
      reportOpenFence(node, context);
      reportEndInCode(node, context);
    }
    if (node.type === 'thematic-break') reportDashTable(node, context);
    if (node.type === 'paragraph' || node.type === 'heading') check(node.children, around, { own, context });
    if (node.type === 'code-block' && node.title) check(node.title, around, { own, context });
    if (node.type === 'verse') for (const line of node.lines) check(line, around, { own, context });
  }
}

function check(
  inlines: readonly Inline[],
  around: Place | undefined,
  { own, context }: { readonly own: OwnWords; readonly context: PostContext },
): void {
  const shown = shownText(inlines, own, context);
  const { value } = shown;
  if (!/[^\p{L}\p{M}\p{N}\s.,;'"()“”’–—-]|(?<=^|\n)import /u.test(value)) return;
  for (const { kind, quoted, place, count } of findKinds(kindsFor(value, inlines, context), shown)) {
    const reason = `Readers see ${kind.what}, “${quoted}”${timesIn('block', count)}: ${kind.cure}`;
    report(context, 'markup-visible', { reason, place: place ?? around });
  }
}

function kindsFor(value: string, inlines: readonly Inline[], context: PostContext): readonly LeftoverKind[] {
  const hasCitations = value.includes('@') && hasConstruct(context.dialect, 'citations');
  return [
    ...(hasCitations ? citationKinds : []),
    ...leftoverKinds,
    ...(value.includes('(ref:') && hasConstruct(context.dialect, 'citations') ? [textReference] : []),
    ...(value.includes('**') && hasEmphasis(inlines) ? [besideEmphasis] : []),
    ...(hasCitations && hasBibliography(context) ? [citationOfBibliography] : []),
  ];
}

function hasBibliography({ matter }: PostContext): boolean {
  return ['bibliography', 'references'].some((key) => Boolean(matter?.values[key]));
}

function hasEmphasis(inlines: readonly Inline[]): boolean {
  return inlines.some(
    (inline) =>
      (inline.type === 'span' && (inline.kind === 'strong' || inline.kind === 'emphasis')) ||
      ((inline.type === 'span' || inline.type === 'link') && hasEmphasis(inline.children)),
  );
}

/** Tells of fenced code that is never closed and has words below an empty line: the rest of the post is shown as code. */
function reportOpenFence({ place }: CodeBlock, context: PostContext): void {
  if (place === undefined) return;
  const lines = context.source.slice(place.start.offset, place.end.offset).split(/\r\n?|\n/u);
  const fence = /^(?:`{3,}|~{3,})/u.exec(lines[0] ?? '')?.[0];
  if (fence === undefined) return;
  const last = (lines.at(-1) ?? '').replace(/^[ \t>]+/u, '').trimEnd();
  if (lines.length > 1 && last.startsWith(fence) && new Set(last).size === 1) return;
  const empty = lines.findIndex((line) => line.trim() === '');
  if (empty < 0 || !lines.slice(empty).some(isSentence)) return;
  const reason = `Readers see the rest of the post as code: “${(lines[0] ?? '').slice(0, longestQuote)}” is never closed; close it with “${fence}” on a line of its own`;
  const { start } = place;
  report(context, 'markup-visible', {
    reason,
    place: context.places.placeAt(start.offset, start.offset + fence.length),
  });
}

/** Tells of code by indentation that holds the end of an element which began before it: in HTML an empty line made it code. */
function reportEndInCode({ place }: CodeBlock, context: PostContext): void {
  if (place === undefined) return;
  const written = context.source.slice(place.start.offset, place.end.offset);
  if (/^[ \t>]*(?:`{3}|~{3})/u.test(written)) return;
  const end = /^[ \t>]*<\/(div|section|article|aside|details|figure|ul|ol|table)>[ \t]*$/imu.exec(written);
  if (end === null || new RegExp(`<${end[1]}[\\s>]`, 'iu').test(written)) return;
  const tag = end[0].trim();
  const reason = `Readers see “${tag}” as code: take away the empty lines inside the element, or the spaces before its words`;
  const start = place.start.offset + end.index + end[0].indexOf('<');
  report(context, 'markup-visible', {
    reason,
    place: context.places.placeAt(start, start + tag.length),
  });
}

/** Code hardly ever begins with a capital and has six words of letters in a row. */
function isSentence(line: string): boolean {
  const words = line
    .trim()
    .replace(/^(?:#{1,6}|[>*+-]|\d{1,3}\.) /u, '')
    .split(' ');
  return (
    /^\p{Lu}/u.test(line.trim().replace(/^[^\p{L}]+/u, '')) &&
    words.slice(0, 6).filter((word) => /^\p{L}[\p{L}’'-]*[,.:;]?$/u.test(word)).length === 6
  );
}
