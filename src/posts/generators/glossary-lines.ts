import { hasConstruct } from '../dialects/dialect.ts';
import type { Search } from './search.ts';

const line = /([ \t>]*)([^\r\n]*)(?:\r\n?|\n|$)/uy;

/**
 * In a glossary what is indented below a term is its meaning: to Markdown a colon says so. In the lines between two offsets the colon takes
 * the place of the indentation.
 */
export function rewriteGlossary(search: Search, from: number, to: number): void {
  if (!hasConstruct(search.options.dialect, 'definitionLists')) return;
  let base: number | undefined;
  let follows = false;
  let fence: string | undefined;
  line.lastIndex = from;
  for (let start = from; start < to; start = line.lastIndex) {
    line.lastIndex = start;
    const [, prefix = '', text = ''] = line.exec(search.source) ?? [];
    if (line.lastIndex === start) break;
    const indent = prefix.length - prefix.trimEnd().length;
    const sign = /^(?:`{3,}|~{3,})/u.exec(text)?.[0];
    if (fence === undefined) fence = sign;
    else if (sign?.startsWith(fence)) fence = undefined;
    if (text === '' || fence !== undefined) {
      follows = false;
      continue;
    }
    base ??= indent;
    const isTerm = indent <= base && !/^(?::|[-*+] |#|\()/u.test(text);
    const more = Math.min(indent - base, 4);
    if (!isTerm && follows && more >= 2 && !text.startsWith(':')) {
      const at = start + prefix.length - indent + base;
      search.add(at, at + more, { type: 'rewritten', as: `:${' '.repeat(more - 1)}` });
    }
    follows = isTerm;
  }
}
