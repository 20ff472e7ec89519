import { beginOfLine } from './begin-of-line.ts';
import type { Search } from './find-markup.ts';
import { readAttributes } from './read-call.ts';

const braces = /\{([^{}\r\n]{1,500})\}/uy;
const role = /\{([A-Za-z][\w:.+-]*)\}(?=`)/uy;

/** Reads attributes in braces, or the name of a MyST role before its code span, at an offset. */
export function readBraces(search: Search, start: number): number | undefined {
  const { source } = search;
  role.lastIndex = start;
  const named = role.exec(source);
  if (named?.[1] !== undefined) {
    search.add(start, role.lastIndex, { type: 'role', name: named[1] });
    return role.lastIndex;
  }
  braces.lastIndex = start;
  const content = braces.exec(source)?.[1];
  const attributes = content === undefined ? undefined : readAttributes(content);
  if (content === undefined || attributes === undefined) return undefined;
  const end = start + content.length + 2;
  if (!content.startsWith(':') && !isAttached(source, start, end)) return undefined;
  search.add(start, end, { type: 'attributes', attributes });
  return end;
}

/** Without a colon, braces are attributes only where they can hardly be words: right behind markup, alone, or at the end of a block or heading. */
function isAttached(source: string, start: number, end: number): boolean {
  if (/[)\]}`*_>]/u.test(source.slice(start - 1, start))) return true;
  const before = beginOfLine(source, start);
  const after = /^[ \t]*(?:(?:\r\n?|\n)([^\r\n]{0,200})|$)/u.exec(source.slice(end, end + 400));
  if (after === null) return false;
  const following = after[1] ?? '';
  return (
    /^[ \t>]*$/u.test(following) ||
    /^[ \t>]*$/u.test(before) ||
    /^[ \t>]*#{1,6}[ \t]/u.test(before) ||
    /^[ \t>]*(?:=+|-+)[ \t]*$/u.test(following)
  );
}
