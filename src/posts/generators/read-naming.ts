import { readOutput } from './read-output.ts';
import type { Search } from './search.ts';

/** Tags that decide whether, or how often, the words within are there. */
export const conditions: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'for']);

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
  const words = source.slice(end, closer.start).trim();
  const isPlain =
    words.length <= 10_000 && !/\{[{%]|(?:\r\n?|\n)[ \t]*[\r\n]/u.test(words) && named.isCertain();
  named.set(captured, isPlain ? words : undefined, isPlain ? { start, end: closer.end } : undefined);
  if (!isPlain) return undefined;
  search.add(start, closer.end, nothing);
  return closer.end;
}
