import { shorten } from '../../characters/shorten.ts';
import type { Place } from '../../diagnostics/message.ts';
import type { CodeBlock, Document } from '../../document/document.ts';
import type { Inline } from '../../document/inline.ts';
import { inlineText } from '../../document/plain-text.ts';
import { walk } from '../../document/walk.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { type OwnWords, ownWords } from './own-words.ts';
import { shownText, type ShownText } from './shown-text.ts';
import { besideEmphasis, inTitles, type LeftoverKind, leftoverKinds } from './signs.ts';

/** Tells of markup that readers would see as it is written: once for each kind and block. */
export function reportLeftovers({ titleBlock, body }: Document, context: PostContext): void {
  const own = ownWords(context);
  // A title of the front matter is no Markdown, and no generator reads it: it is shown on the site as it is.
  const [title] = titleBlock;
  const found = title?.type === 'heading' && title.place !== undefined ? [title] : [];
  // But it is shown with the elements of HTML that it has.
  if (title?.type === 'heading' && title.place === undefined)
    findKinds([inTitles], { value: inlineText(title.children), placeOf: () => undefined }, context);
  // In tables of raw HTML not every paragraph has a place: what stands before it then has.
  let around: Place | undefined;
  for (const node of walk([...found, ...body])) {
    around = node.place ?? around;
    if (node.type === 'code-block') {
      reportOpenFence(node, context);
      reportEndInCode(node, context);
    }
    if (node.type === 'paragraph' || node.type === 'heading') check(node.children, around, { own, context });
    if (node.type === 'code-block' && node.title) check(node.title, around, { own, context });
    if (node.type === 'verse') for (const line of node.lines) check(line, around, { own, context });
  }
}

interface Found {
  readonly what: string;
  readonly cure: string;
  readonly quoted: string;
  readonly place: Place | undefined;
  count: number;
}

/** What one kind of sign looks like to a person who sees hundreds of them: so much is quoted. */
const longestQuote = 60;

function check(
  inlines: readonly Inline[],
  around: Place | undefined,
  { own, context }: { readonly own: OwnWords; readonly context: PostContext },
): void {
  const { value, placeOf } = shownText(inlines, own, context);
  if (!/[^\p{L}\p{M}\p{N}\s.,;'"()“”’–—-]/u.test(value)) return;
  const kinds =
    value.includes('**') && hasEmphasis(inlines) ? [...leftoverKinds, besideEmphasis] : leftoverKinds;
  findKinds(kinds, { value, placeOf: (start, end) => placeOf(start, end) ?? around }, context);
}

function hasEmphasis(inlines: readonly Inline[]): boolean {
  return inlines.some(
    (inline) =>
      (inline.type === 'span' && (inline.kind === 'strong' || inline.kind === 'emphasis')) ||
      ((inline.type === 'span' || inline.type === 'link') && hasEmphasis(inline.children)),
  );
}

function findKinds(
  kinds: readonly LeftoverKind[],
  { value, placeOf }: ShownText,
  context: PostContext,
): void {
  const taken = new Set<number>();
  for (const { what, cure, pattern } of kinds) {
    let first: Found | undefined;
    for (const { 0: found, index } of value.matchAll(pattern)) {
      if (taken.has(index)) continue;
      taken.add(index);
      if (first) {
        first.count += 1;
        continue;
      }
      const quoted = shorten(found, longestQuote);
      first = { what, cure, quoted, place: placeOf(index, index + found.length), count: 1 };
    }
    if (first) tell(first, context);
  }
}

function tell({ what, cure, quoted, place, count }: Found, context: PostContext): void {
  const times = count === 1 ? '' : ` (${count} times in this block)`;
  const reason = `Readers see ${what}, “${quoted.replace(/\s+/gu, ' ').trim()}”${times}: ${cure}`;
  report(context, 'markup-visible', { reason, place });
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
