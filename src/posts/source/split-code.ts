import type { Code } from 'mdast';
import { blankBetween } from '../generators/mask-markup.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext } from '../context/post-context.ts';

/**
 * Indented code without the lines of markup that end it: a line that is read as empty looks like part of the code around it, but where its
 * markup stands further left than the code, the code is over.
 */
export function splitCode(code: Code, context: PostContext): Code[] {
  const place = placeOf(code);
  const { source } = context;
  const { lineStarts } = context.places;
  if (place === undefined || /^(?:`{3}|~{3})/u.test(source.slice(place.start.offset, place.start.offset + 3)))
    return [code];
  // The lines of the place may not be right yet; its offsets are.
  const { start, end } = placeAt(context, place.start.offset, place.end.offset);
  const [first = ''] = code.value.split('\n', 1);
  const firstLine = /^[^\r\n]*/u.exec(source.slice(lineStarts[start.line - 1]))?.[0] ?? '';
  const column = firstLine.length - first.length + 1;
  const cuts = new Set<number>();
  const kept = new Set<number>();
  for (const markup of blankBetween(context.masked, start.offset, end.offset)) {
    const at = placeAt(context, markup.start, markup.end);
    const lines = at.start.column < column ? cuts : kept;
    for (let { line } = at.start; line <= at.end.line; line += 1) lines.add(line);
  }
  if (cuts.size === 0) return [code];
  const parts: { line: number; lines: string[] }[] = [];
  let isOpen = false;
  code.value.split('\n').forEach((text, index) => {
    const line = start.line + index;
    if (cuts.has(line)) isOpen = false;
    else if (isOpen) parts.at(-1)?.lines.push(text);
    else if (text.trim() !== '' || kept.has(line)) {
      parts.push({ line, lines: [text] });
      isOpen = true;
    }
  });
  return parts.map(({ line, lines }) => {
    const last = line + lines.findLastIndex((text, index) => text.trim() !== '' || kept.has(line + index));
    const value = lines.slice(0, last - line + 1).join('\n');
    const from = (lineStarts[line - 1] ?? 0) + (line === start.line ? start.column : column) - 1;
    const to = from + source.slice(from, lineStarts[last] ?? source.length).trimEnd().length;
    return { ...code, value, position: placeAt(context, from, to) };
  });
}
