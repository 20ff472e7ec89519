import type { Code } from 'mdast';

/** What references call code, and what a site prints below what it made of it. */
export interface CodeNames {
  readonly labels?: string;
  readonly words?: string;
}

/** So many lines at the beginning of a cell say how it is run. */
const mostLines = 40;

/** The name of code in the braces of its fence (Pandoc) or in the lines `#| label: …` of a cell (Quarto, “Code Cells”), with its caption there. */
export function namesOfCode({ lang, meta, value }: Code): CodeNames {
  const braces = lang?.startsWith('{') ? `${lang} ${meta ?? ''}` : '';
  const [, id] = /[\s{]#([^\s{}"'=,]+)/u.exec(braces) ?? [];
  const named: CodeNames = id === undefined ? {} : { labels: id };
  if (!/^\{[A-Za-z]/u.test(braces)) return named;
  const options = optionsOf(value);
  const label = options.get('label') ?? id;
  const words = [...options].find(([key]) => key.endsWith('-cap') && !key.endsWith('-subcap'))?.[1];
  return { ...(label && { labels: label }), ...(words && { words }) };
}

function optionsOf(code: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const line of code.split('\n', mostLines)) {
    const [all, key, value = ''] = /^(?:#|\/\/|%%|--)\| ([a-z-]+):(.*)$/u.exec(line) ?? [];
    if (all === undefined || key === undefined) break;
    options.set(key, value.trim().replace(/^(["'])(.*)\1$/u, '$2'));
  }
  return options;
}
