import { findFrontMatter } from '../posts/front-matter/find-front-matter.ts';
import type { Message, Place } from '../diagnostics/message.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The source of a post with those findings cured whose cure is sure: a heading that repeats the title and paragraphs
 * without a word go, with the line they stand on; runs of no-break spaces become one space, and at the edges of a line none.
 */
export function fixSource(source: string, messages: readonly Message[]): string {
  const post = { source, frontMatterEnd: findFrontMatter(source)?.close };
  const edits = messages
    .filter(({ suppressed }) => suppressed === undefined)
    .flatMap(({ ruleId, place, also = [] }) =>
      [place, ...also].flatMap((each) => (each === undefined ? [] : (fixes[ruleId]?.(post, each) ?? []))),
    )
    .toSorted((a, b) => a.start - b.start);
  let fixed = '';
  let from = 0;
  for (const edit of edits) {
    if (edit.start < from) continue;
    fixed += source.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return fixed + source.slice(from);
}

interface Post {
  readonly source: string;
  readonly frontMatterEnd: number | undefined;
}

const fixes: Readonly<Record<string, (post: Post, place: Place) => readonly Edit[]>> = {
  'title-duplicate': removeLines,
  'para-empty': removeLines,
  'nbsp-run': joinSpaces,
  'sentence-space': joinSpaces,
};

/**
 * The lines of the place with the blank lines after them; those stay where they part what is before from what is behind. Nothing where
 * other words share the lines, or stand right before and behind them.
 */
function removeLines(post: Post, { start, end }: Place): readonly Edit[] {
  const { source } = post;
  const from = skipBack(source, start.offset, /[^\S\r\n]/u);
  if (!isLineStart(source, from)) return [];
  const words = skip(source, end.offset, /[^\S\r\n]*/uy);
  if (words < source.length && !/[\r\n]/u.test(source.charAt(words))) return [];
  const to = skip(source, words, /(?:\r\n?|\n)?/uy);
  const behind = skip(source, to, /(?:[ \t]*(?:\r\n?|\n))*/uy);
  if (isFirst(post, from)) return [{ start: from, end: behind, text: '' }];
  return behind > to || to === source.length ? [{ start: from, end: to, text: '' }] : [];
}

/** Where the characters of a kind begin that stand right before an offset. Never looked for from the front: places may be many. */
function skipBack(source: string, offset: number, kind: RegExp): number {
  let at = offset;
  while (at > 0 && kind.test(source.charAt(at - 1))) at -= 1;
  return at;
}

/** Behind what stands at an offset; the expression is sticky. */
function skip(source: string, offset: number, what: RegExp): number {
  what.lastIndex = offset;
  return what.test(source) ? what.lastIndex : offset;
}

function isLineStart(source: string, offset: number): boolean {
  return offset === 0 || /[\r\n]/u.test(source.charAt(offset - 1));
}

/** Whether a blank line, the front matter or nothing at all stands before the begin of a line. */
function isFirst({ source, frontMatterEnd }: Post, offset: number): boolean {
  const words = skipBack(source, offset, /\s/u);
  const lineEnd = offset - (source.startsWith('\r\n', offset - 2) ? 2 : 1);
  const isBlank = lineEnd >= 0 && isLineStart(source, skipBack(source, lineEnd, /[ \t]/u));
  return words === 0 || isBlank || frontMatterEnd === words;
}

// What is no prose is matched as a whole, so that no run is found in it: tags and targets of links, and code spans from their backticks.
const signs = /(`+)|<[^<>]*>|\]\([^()\s]*|(?:[ \u00A0]|&nbsp;|&#160;|&#x0*a0;)+/giu;

/** The runs of no-break spaces in the prose of a text, plain spaces beside them; as text their characters. */
function spacesOf(text: string): readonly Edit[] {
  const runs: Edit[] = [];
  const codeEnd = createCodeEnds(text);
  for (let at = 0; at < text.length;) {
    signs.lastIndex = at;
    const [written = '', ticks] = signs.exec(text) ?? [];
    if (written === '') break;
    at = signs.lastIndex;
    if (ticks !== undefined) at = codeEnd(ticks.length, at) ?? at;
    else if (/^[ \u00A0&]/u.test(written)) {
      const plain = written.replace(/&[^;&]+;/gu, '\u00A0');
      if (plain.includes('\u00A0')) runs.push({ start: at - written.length, end: at, text: plain });
    }
  }
  return runs;
}

/** Finds the end of the first run of so many backticks behind an offset; the offsets asked for must grow. */
function createCodeEnds(text: string): (length: number, from: number) => number | undefined {
  const ends = new Map<number, number[]>();
  for (const { 0: ticks, index } of [...text.matchAll(/`+/gu)].reverse()) {
    const known = ends.get(ticks.length) ?? [];
    known.push(index + ticks.length);
    ends.set(ticks.length, known);
  }
  return (length, from) => {
    const known = ends.get(length) ?? [];
    while ((known.at(-1) ?? Infinity) <= from) known.pop();
    return known.at(-1);
  };
}

// Words, and no signs that would begin a list, a label or other markup if the spaces before them went.
const beginsWords = /^(?!\d{1,9}[.)](?:\s|$)|\([^()\s]*\)=)[\p{L}\p{N}“‘"'«(]/u;

function joinSpaces({ source }: Post, { start, end }: Place): readonly Edit[] {
  // A text ends before the spaces at the end of its line, and begins behind those at its begin.
  const from = skipBack(source, start.offset, /[ \u00A0]/u);
  const to = skip(source, end.offset, /[ \u00A0]*/uy);
  return spacesOf(source.slice(from, to)).flatMap((run) => {
    const at = { start: from + run.start, end: from + run.end };
    const before = isLineStart(source, skipBack(source, at.start, /[ \t>]/u));
    const after = at.end === source.length || /[\r\n]/u.test(source.charAt(at.end));
    // Two spaces at the end of a line are a hard break.
    if (after) return [{ ...at, text: /[^ ] {2,}$/u.test(run.text) ? '  ' : '' }];
    if (before) {
      const kept = /^ */u.exec(run.text)?.[0] ?? '';
      return beginsWords.test(source.slice(at.end, at.end + 120)) ? [{ ...at, text: kept }] : [];
    }
    return run.text.length < 2 ? [] : [{ ...at, text: ' ' }];
  });
}
