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
  const edits = messages
    .filter(({ suppressed }) => suppressed === undefined)
    .flatMap(({ ruleId, place, also = [] }) =>
      [place, ...also].flatMap((each) => (each === undefined ? [] : (fixes[ruleId]?.(source, each) ?? []))),
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

const fixes: Readonly<Record<string, (source: string, place: Place) => readonly Edit[]>> = {
  'title-duplicate': removeLines,
  'para-empty': removeLines,
  'nbsp-run': joinSpaces,
  'sentence-space': joinSpaces,
};

/**
 * The lines of the place with the blank lines after them; those stay where they part what is before from what is behind. Nothing where
 * other words share the lines, or stand right before and behind them.
 */
function removeLines(source: string, { start, end }: Place): readonly Edit[] {
  const from = /(?<![^\r\n])[^\r\n]*$/u.exec(source.slice(0, start.offset))?.index ?? 0;
  const to = end.offset + (/^[^\r\n]*(?:\r\n?|\n)?/u.exec(source.slice(end.offset))?.[0].length ?? 0);
  const outside = source.slice(from, start.offset) + source.slice(end.offset, to);
  if (outside.trim() !== '') return [];
  const blank = /^(?:[ \t]*(?:\r\n?|\n))*/u.exec(source.slice(to))?.[0].length ?? 0;
  if (isFirst(source, from)) return [{ start: from, end: to + blank, text: '' }];
  return blank > 0 || to + blank === source.length ? [{ start: from, end: to, text: '' }] : [];
}

/** Whether a blank line, the front matter or nothing at all stands before an offset. */
function isFirst(source: string, offset: number): boolean {
  const before = source.slice(0, offset);
  const line = before.trimEnd().length === 0 || /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/u.test(before);
  return line || findFrontMatter(before)?.close === before.trimEnd().length;
}

// What is no prose is matched as a whole, so that no run is found in it: code spans, tags, targets of links.
const spaces = /(`+)(?!`)[^]*?(?<!`)\1(?!`)|<[^<>]*>|\]\([^()\s]*|(?:[ \u00A0]|&nbsp;|&#160;|&#x0*a0;)+/giu;

// Words, and no signs that would begin a list, a label or other markup if the spaces before them went.
const beginsWords = /^(?!\d{1,9}[.)](?:\s|$)|\([^()\s]*\)=)[\p{L}\p{N}“‘"'«(]/u;

function joinSpaces(source: string, { start, end }: Place): readonly Edit[] {
  // A text ends before the spaces at the end of its line, and begins behind those at its begin.
  const from =
    start.offset - (/(?<![ \u00A0])[ \u00A0]*$/u.exec(source.slice(0, start.offset))?.[0].length ?? 0);
  const to = end.offset + (/^[ \u00A0]*/u.exec(source.slice(end.offset))?.[0].length ?? 0);
  const text = source.slice(from, to);
  return [...text.matchAll(spaces)].flatMap(({ 0: run, index }) => {
    const plain = run.replace(/&[^;]+;/gu, '\u00A0');
    if (!/^[ \u00A0]*\u00A0[ \u00A0]*$/u.test(plain)) return [];
    const at = { start: from + index, end: from + index + run.length };
    const before = /(?:^|[\r\n])[ \t>]*$/u.test(source.slice(0, at.start));
    const after = /^(?:[\r\n]|$)/u.test(source.slice(at.end));
    // Two spaces at the end of a line are a hard break.
    if (after) return [{ ...at, text: /[^ ] {2,}$/u.test(plain) ? '  ' : '' }];
    if (before) {
      const kept = /^ */u.exec(plain)?.[0] ?? '';
      return beginsWords.test(source.slice(at.end, at.end + 120)) ? [{ ...at, text: kept }] : [];
    }
    return plain.length < 2 ? [] : [{ ...at, text: ' ' }];
  });
}
