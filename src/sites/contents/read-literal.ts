import { deepest } from './contents-list.ts';

/**
 * The object literal that a module of JavaScript or TypeScript exports, read without running anything: strings without
 * placeholders, numbers, `true`, `false`, `null`, lists and objects, with comments and trailing commas. `undefined` where the
 * module holds anything else in it: calls, names, spreads, sums.
 */
export function readLiteral(source: string): unknown {
  const bare = blanked(source);
  const start = exportedObject(bare);
  if (start === undefined) return undefined;
  try {
    return readValue({ source: bare, at: start }, 0);
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class NotPlain extends Error {}

interface Cursor {
  readonly source: string;
  at: number;
}

/** Where the object begins: behind the export, or behind the name that is exported. */
function exportedObject(bare: string): number | undefined {
  const exported = /(?:module\.exports\s*=|export\s+default)\s*([A-Za-z_$][\w$]*|\{)/u.exec(bare);
  if (!exported) return undefined;
  const [whole, name = ''] = exported;
  if (name === '{') return exported.index + whole.length - 1;
  const declared = new RegExp(
    `(?:const|let|var)\\s+${name.replaceAll('$', '\\$')}\\s*(?::[^={]{0,200})?=\\s*\\{`,
    'u',
  );
  const found = declared.exec(bare);
  return found ? found.index + found[0].length - 1 : undefined;
}

/** The source with blanks for its comments, so that places stay; strings are gone over, since they may hold the signs of comments. */
function blanked(source: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < source.length;) {
    const end = endOfPiece(source, at);
    if (source.startsWith('//', at) || source.startsWith('/*', at)) {
      parts.push(source.slice(from, at), ' '.repeat(end - at));
      from = end;
    }
    at = end;
  }
  return parts.join('') + source.slice(from);
}

/** The end of the comment, the string or the sign that begins at a place. */
function endOfPiece(source: string, at: number): number {
  const ended = (found: number, length: number): number => (found < 0 ? source.length : found + length);
  if (source.startsWith('//', at)) return ended(source.indexOf('\n', at), 0);
  if (source.startsWith('/*', at)) return ended(source.indexOf('*/', at + 2), 2);
  const quote = source[at] ?? '';
  if (quote !== "'" && quote !== '"' && quote !== '`') return at + 1;
  for (let place = at + 1; place < source.length; place += 1) {
    if (source[place] === '\\') place += 1;
    else if (source[place] === quote || (quote !== '`' && source[place] === '\n')) return place + 1;
  }
  return source.length;
}

function readValue(cursor: Cursor, depth: number): unknown {
  if (depth > deepest) throw new NotPlain();
  const sign = peek(cursor);
  if (sign === '{') return readObject(cursor, depth);
  if (sign === '[') return readList(cursor, depth);
  if (sign === "'" || sign === '"' || sign === '`') return readString(cursor);
  const word = take(cursor, /[\w.+-]+/uy);
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null' || word === 'undefined') return null;
  if (word !== undefined && /^-?\d+(?:\.\d+)?$/u.test(word)) return Number(word);
  throw new NotPlain();
}

function readObject(cursor: Cursor, depth: number): unknown {
  const entries: (readonly [string, unknown])[] = [];
  cursor.at += 1;
  while (peek(cursor) !== '}') {
    const sign = peek(cursor);
    const key = sign === "'" || sign === '"' ? readString(cursor) : take(cursor, /[A-Za-z_$][\w$]*/uy);
    if (key === undefined || peek(cursor) !== ':') throw new NotPlain();
    cursor.at += 1;
    entries.push([key, readValue(cursor, depth + 1)]);
    endItem(cursor, '}');
  }
  cursor.at += 1;
  return Object.fromEntries(entries);
}

function readList(cursor: Cursor, depth: number): unknown {
  const items: unknown[] = [];
  cursor.at += 1;
  while (peek(cursor) !== ']') {
    items.push(readValue(cursor, depth + 1));
    endItem(cursor, ']');
  }
  cursor.at += 1;
  return items;
}

/** A comma, or the end of what holds the item. */
function endItem(cursor: Cursor, end: string): void {
  const sign = peek(cursor);
  if (sign === ',') cursor.at += 1;
  else if (sign !== end) throw new NotPlain();
}

function readString(cursor: Cursor): string {
  const quote = cursor.source[cursor.at] ?? '';
  let text = '';
  for (let at = cursor.at + 1; at < cursor.source.length; at += 1) {
    const sign = cursor.source[at] ?? '';
    if (sign === quote) {
      cursor.at = at + 1;
      return text;
    }
    if (sign === '\n' || (quote === '`' && sign === '$')) break;
    if (sign !== '\\') text += sign;
    else {
      at += 1;
      const escaped = cursor.source[at] ?? '';
      if (/[\w\n]/u.test(escaped)) break;
      text += escaped;
    }
  }
  throw new NotPlain();
}

/** The next sign behind blanks. */
function peek(cursor: Cursor): string {
  take(cursor, /\s*/uy);
  const sign = cursor.source[cursor.at];
  if (sign === undefined) throw new NotPlain();
  return sign;
}

function take(cursor: Cursor, what: RegExp): string | undefined {
  what.lastIndex = cursor.at;
  const [found] = what.exec(cursor.source) ?? [];
  cursor.at += found?.length ?? 0;
  return found;
}
