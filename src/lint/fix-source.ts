import type { Message, Place } from '../diagnostics/message.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The source of a post with those findings cured whose cure is sure: a heading that repeats the title and paragraphs
 * without a word go, with the line they stand on; runs of no-break spaces become one space.
 */
export function fixSource(source: string, messages: readonly Message[]): string {
  const edits = messages
    .filter(({ suppressed }) => suppressed === undefined)
    .flatMap(({ ruleId, place }) => (place === undefined ? [] : (fixes[ruleId]?.(source, place) ?? [])))
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
};

/** The lines of the place with the blank lines after them; nothing where other words share these lines. */
function removeLines(source: string, { start, end }: Place): readonly Edit[] {
  const from = source.lastIndexOf('\n', start.offset - 1) + 1;
  const newline = source.indexOf('\n', end.offset);
  const to = newline < 0 ? source.length : newline + 1;
  const outside = source.slice(from, start.offset) + source.slice(end.offset, to);
  if (outside.trim() !== '') return [];
  const blank = /^(?:[ \t]*\r?\n)*/u.exec(source.slice(to))?.[0].length ?? 0;
  return [{ start: from, end: to + blank, text: '' }];
}

const spaces = /(?:[ \u00A0]|&nbsp;|&#160;|&#x0*a0;)+/giu;

function joinSpaces(source: string, { start, end }: Place): readonly Edit[] {
  const text = source.slice(start.offset, end.offset);
  return [...text.matchAll(spaces)].flatMap(({ 0: run, index }) => {
    const plain = run.replace(/&[^;]+;/gu, '\u00A0');
    if (plain.length < 2 || !plain.includes('\u00A0')) return [];
    const at = start.offset + index;
    return [{ start: at, end: at + run.length, text: ' ' }];
  });
}
