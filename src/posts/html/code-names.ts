import type { Code } from 'mdast';
import { type CellOptions, idInBraces } from './cell-options.ts';

/** What references call code, and what a site prints below what it made of it. */
export interface CodeNames {
  readonly labels?: string;
  readonly words?: string;
}

/** The name of code in the braces of its fence (Pandoc), or that of a cell with its caption there. */
export function namesOfCode({ lang, meta }: Code, cell: CellOptions | undefined): CodeNames {
  if (cell === undefined) {
    const id = lang?.startsWith('{') ? idInBraces(`${lang} ${meta ?? ''}`) : undefined;
    return id === undefined ? {} : { labels: id };
  }
  const { label, values } = cell;
  const words = [...values].find(([key]) => key.endsWith('-cap') && !key.endsWith('-subcap'))?.[1];
  return { ...(label && { labels: label }), ...(words && { words }) };
}
