import type { Code } from 'mdast';
import { cellOptions } from './cell-options.ts';

/** What references call code, and what a site prints below what it made of it. */
export interface CodeNames {
  readonly labels?: string;
  readonly words?: string;
}

/** The name of code in the braces of its fence (Pandoc), or that of a cell with its caption there. */
export function namesOfCode(code: Code): CodeNames {
  const cell = cellOptions(code);
  if (cell === undefined) {
    const braces = code.lang?.startsWith('{') ? `${code.lang} ${code.meta ?? ''}` : '';
    const [, id] = /[\s{]#([^\s{}"'=,]+)/u.exec(braces) ?? [];
    return id === undefined ? {} : { labels: id };
  }
  const { label, values } = cell;
  const words = [...values].find(([key]) => key.endsWith('-cap') && !key.endsWith('-subcap'))?.[1];
  return { ...(label && { labels: label }), ...(words && { words }) };
}
