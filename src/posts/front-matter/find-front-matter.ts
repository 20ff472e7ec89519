/** Where the front matter of a post stands, and how it is written. */
export interface FrontMatterBlock {
  readonly format: 'yaml' | 'toml' | 'json';
  /** Offsets of what is read: what stands between the fences, or the JSON object with its braces. */
  readonly start: number;
  readonly end: number;
  /** Behind the last fence or brace and the blanks after it, before the end of that line. */
  readonly close: number;
}

/**
 * Finds the front matter at the head of a post: YAML from `---` to the next line `---` or `...` (YAML 1.2 §9.1.2), TOML between lines `+++`,
 * or a JSON object with nothing behind it on its last line (as Hugo has it). `undefined` where there is none, or its end is missing.
 */
export function findFrontMatter(source: string): FrontMatterBlock | undefined {
  return findFenced(source, yaml) ?? findFenced(source, toml) ?? findJson(source);
}

/** What is there, and what ends it, where front matter begins that never ends; `undefined` otherwise. */
export function unclosedFence(source: string): { readonly fence: string; readonly end: string } | undefined {
  if (findFrontMatter(source) !== undefined) return undefined;
  if (/^---[ \t]*(?:\r\n?|\n)[A-Za-z_]+:/u.test(source)) return { fence: '---', end: '---' };
  if (/^\+\+\+[ \t]*(?:\r\n?|\n)[\w-]+[ \t]*=/u.test(source)) return { fence: '+++', end: '+++' };
  return jsonOpening.test(source) ? { fence: '{', end: '}' } : undefined;
}

interface Fences {
  readonly format: 'yaml' | 'toml';
  readonly opening: RegExp;
  readonly closing: RegExp;
}

const yaml: Fences = {
  format: 'yaml',
  opening: /^---[ \t]*(?:\r\n?|\n)/u,
  closing: /(?:---|\.\.\.)[ \t]*(?=[\r\n]|$)/uy,
};

const toml: Fences = {
  format: 'toml',
  opening: /^\+\+\+[ \t]*(?:\r\n?|\n)/u,
  closing: /\+\+\+[ \t]*(?=[\r\n]|$)/uy,
};

function findFenced(source: string, { format, opening, closing }: Fences): FrontMatterBlock | undefined {
  const start = opening.exec(source)?.[0].length;
  if (start === undefined) return undefined;
  const lineEnd = /\r\n?|\n/gu;
  lineEnd.lastIndex = start;
  const key = firstKey(source, start);
  for (let line: number | undefined = start; line !== undefined; line = nextLine(source, lineEnd)) {
    closing.lastIndex = line;
    const found = closing.exec(source)?.[0];
    // After three hyphens a post may begin with prose, and have three dots anywhere in it.
    if (found === undefined || (found.startsWith('.') && !(key !== undefined && key < line))) continue;
    const lastBreak = /(?:\r\n?|\n)$/u.exec(source.slice(start, line))?.[0].length ?? 0;
    return { format, start, end: line - lastBreak, close: line + found.length };
  }
  return undefined;
}

function nextLine(source: string, lineEnd: RegExp): number | undefined {
  return lineEnd.exec(source) === null ? undefined : lineEnd.lastIndex;
}

/** Where the first line begins that is neither empty nor a comment, if it is a key with a colon. */
function firstKey(source: string, start: number): number | undefined {
  const passed = /(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*/uy;
  passed.lastIndex = start;
  passed.test(source);
  const key = /(?:"[^"\r\n]*"|'[^'\r\n]*'|[^\s"'#:-][^:\s]*):(?=[ \t\r\n]|$)/uy;
  key.lastIndex = passed.lastIndex;
  return key.test(source) ? passed.lastIndex : undefined;
}

const jsonOpening = /^\{[ \t]*(?:(?:\r\n?|\n)\s*"|"[^"\\\r\n]{1,200}"[ \t]*:)/u;

function findJson(source: string): FrontMatterBlock | undefined {
  if (!jsonOpening.test(source)) return undefined;
  // A string that never ends reaches to the end: from each of its quotes another search would begin.
  const signs = /[{}]|"(?:[^"\\]|\\[^]?)*(?:"|$)/gu;
  let depth = 0;
  for (let sign = signs.exec(source); sign !== null; sign = signs.exec(source)) {
    if (sign[0] === '{') depth += 1;
    else if (sign[0] === '}') depth -= 1;
    if (depth > 0) continue;
    const end = signs.lastIndex;
    const rest = /[ \t]*(?=[\r\n]|$)/uy;
    rest.lastIndex = end;
    const blanks = rest.exec(source)?.[0];
    return blanks === undefined ? undefined : { format: 'json', start: 0, end, close: end + blanks.length };
  }
  return undefined;
}
