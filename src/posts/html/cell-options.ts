import type { Code } from 'mdast';

/** What a cell of code says of how it is run and of what is shown of it, by the names that Quarto has for that (`fig-cap`). */
export interface CellOptions {
  readonly label?: string;
  readonly values: ReadonlyMap<string, string>;
  /** The code without the lines that say this. */
  readonly code: string;
}

/** So many lines at the beginning of a cell say how it is run, and so many characters of its first line. */
const mostLines = 60;
const mostLetters = 2000;

/**
 * The options of a cell in the braces of its fence (`{r map, echo=FALSE, fig.cap="A map"}`: R Markdown, “Code Chunks”) and in lines
 * `#| echo: false` (Quarto, “Code Cells”), which win. `undefined` where code is no cell.
 */
export function cellOptions({ lang, meta, value }: Code): CellOptions | undefined {
  const braces = `${lang ?? ''} ${meta ?? ''}`.trim().slice(0, mostLetters);
  const [, rest] = /^\{[A-Za-z]\w*(?=[\s,}])(.*)\}$/su.exec(braces) ?? [];
  if (rest === undefined) return undefined;
  const values = new Map<string, string>();
  for (const [, key = '', double, single, bare = ''] of rest.matchAll(inBraces))
    values.set(quartoName(key), double ?? single ?? bare.trim());
  const [, first] = /^[\s,]*([A-Za-z][\w:./-]*)(?=[\s,]|$)(?!\s*=)/u.exec(rest) ?? [];
  const code = readLines(value, values);
  const label = values.get('label') ?? first ?? idInBraces(braces);
  return { ...(label !== undefined && { label }), values, code };
}

/** The name that braces give (`{#map .r}`). */
export function idInBraces(braces: string): string | undefined {
  return /[\s{]#([^\s{}"'=,]+)/u.exec(braces)?.[1];
}

const inBraces = /(?<![\w.-])([A-Za-z][\w.-]{0,40})[ \t]{0,9}=[ \t]{0,9}(?:"([^"]*)"|'([^']*)'|([^,}"']*))/gu;

/** Knitr writes `fig.cap` where Quarto writes `fig-cap`. */
function quartoName(key: string): string {
  return key.replace(/\./gu, '-');
}

/** Reads the lines at the beginning that are options into `values`; what a line leads in, or is folded, goes on in lines set in. */
function readLines(value: string, values: Map<string, string>): string {
  const lines = value.split('\n');
  let key: string | undefined;
  let at = 0;
  for (; at < Math.min(lines.length, mostLines); at += 1) {
    const [, text] = /^\s*(?:#|\/\/|%%|--)\|(.*)$/u.exec(lines[at] ?? '') ?? [];
    if (text === undefined) break;
    const [, name, words = ''] = /^ ?([A-Za-z][\w.-]*):(?:[ \t](.*))?$/u.exec(text) ?? [];
    if (name !== undefined) {
      key = quartoName(name);
      values.set(key, /^[>|][-+\d]*$/u.test(words.trim()) ? '' : unquoted(words.trim()));
    } else if (key !== undefined) values.set(key, `${values.get(key) ?? ''} ${text.trim()}`.trim());
  }
  return lines.slice(at).join('\n');
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/su, '$2');
}

/** Whether an option says no, as R or as YAML has it. */
export function saysNo(value: string | undefined): boolean {
  return /^(?:false|F|no)$/iu.test(value ?? '');
}
