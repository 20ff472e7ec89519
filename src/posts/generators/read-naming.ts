import { readOutput } from './read-output.ts';
import type { Search } from './search.ts';

/** Tags that decide whether, or how often, the words within are there. */
export const conditions: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'for']);

/** Words of more units get no name. */
const longest = 10_000;

const nothing = { type: 'meaning', meaning: { type: 'nothing' } } as const;

/**
 * Reads `{% assign name = "words" %}` and `{% capture name %}words{% endcapture %}` (of Nunjucks `set` and `endset`): they print nothing, and the words stand where the
 * name is used. Where to go on, or `undefined` where it is neither or its words are not plain: it is then markup that is not known.
 */
export function readNaming(
  search: Search,
  { start, end }: { readonly start: number; readonly end: number },
  content: string,
): number | undefined {
  const { named, options, source } = search;
  const [, assigned, expression = ''] = /^\s*(?:assign|set)\s+([\w-]+)\s*=\s*([^]*)$/u.exec(content) ?? [];
  if (assigned !== undefined) {
    const said = readOutput(expression.trim(), { ...options, variables: named.variables });
    const { meaning } = said.type === 'meaning' ? said : { meaning: undefined };
    const value =
      meaning?.type === 'text' ? meaning.value : meaning?.type === 'address' ? meaning.path : undefined;
    named.set(assigned, value);
    if (value === undefined || !named.isCertain()) return undefined;
    search.add(start, end, nothing);
    return end;
  }
  const [, tag = '', captured] = /^\s*(capture|set)\s+([\w-]+)\s*$/u.exec(content) ?? [];
  const closer = captured === undefined ? undefined : search.closer(tag, end);
  if (captured === undefined || closer === undefined) return undefined;
  const written = source.slice(end, Math.min(closer.start, end + longest + 1));
  const words = isCodeBehind(source, closer.end, captured) ? codeOf(written) : plainWords(written);
  const isPlain = words !== undefined && written.length <= longest && named.isCertain();
  named.set(
    captured,
    isPlain ? words : undefined,
    isPlain ? { start, end: closer.end, wordsAt: end + written.indexOf(words) } : undefined,
  );
  if (!isPlain) return undefined;
  search.add(start, closer.end, nothing);
  return closer.end;
}

/** Words that can stand within a paragraph: of one, without calls in it. */
function plainWords(written: string): string | undefined {
  return /\{[{%]|\S[ \t]*(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*\S/u.test(written) ? undefined : written.trim();
}

/** Words that are code: of as many lines as there are, with calls in them where all of it stands in `raw`. */
function codeOf(written: string): string | undefined {
  const raw = /^\s*\{%-?\s*raw\s*-?%\}([^]*)\{%-?\s*endraw\s*-?%\}\s*$/u.exec(written)?.[1];
  const code = raw ?? written;
  if (raw === undefined ? /\{[{%]/u.test(code) : /\{%-?\s*endraw\b/u.test(code)) return undefined;
  return code.replace(/^(?:[ \t]*(?:\r\n?|\n))+/u, '').trimEnd();
}

/** Whether what stands right behind an offset prints the words of a name as code. */
function isCodeBehind(source: string, offset: number, name: string): boolean {
  const [, used] =
    /^\s{0,100}\{\{-?\s{0,10}([\w-]{1,100})\s{0,10}\|\s{0,10}highlight\b/u.exec(
      source.slice(offset, offset + 400),
    ) ?? [];
  return used === name;
}
