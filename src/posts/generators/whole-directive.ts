import { readCsv } from '../../csv/read-csv.ts';
import { countOf } from './directive-kinds.ts';
import { includedLines } from './include-lines.ts';
import type { MarkupMeaning } from './markup.ts';
import type { DirectiveOptions } from './directive-options.ts';
import type { Search } from './search.ts';

/** A directive that is read as one stretch. */
interface Whole {
  readonly name: string;
  readonly argument: string;
  readonly options: DirectiveOptions;
  readonly label: string | undefined;
  readonly body: string;
  readonly opening: { readonly start: number; readonly end: number };
}

const codeDirectives: ReadonlySet<string> = new Set([
  'code',
  'code-block',
  'code-cell',
  'sourcecode',
  'literalinclude',
]);

/** The names of directives that hold no Markdown of the post. */
export const wholeDirectives: ReadonlySet<string> = new Set([
  ...codeDirectives,
  'math',
  'csv-table',
  'include',
]);

/** What such a directive means; `undefined` where the file that it names is not there. */
export function readWhole(search: Search, whole: Whole): MarkupMeaning | undefined {
  switch (whole.name) {
    case 'math': {
      const value = [whole.argument, whole.body].filter((part) => part !== '').join('\n');
      return { type: 'math', value, ...named(whole) };
    }
    case 'csv-table':
      return tableOf(search, whole);
    case 'include':
      return inclusion(search, whole);
    default:
      return codeOf(search, whole);
  }
}

function named({ label }: Whole): { readonly name?: string } {
  return label === undefined ? {} : { name: label };
}

function fileOf({ options }: Search, path: string | undefined): string | undefined {
  return path ? options.include?.('near', path, {}) : undefined;
}

function codeOf(search: Search, whole: Whole): MarkupMeaning {
  const { name, argument, options, body } = whole;
  const { filename, caption, language, lang } = options.named;
  const isIncluded = name === 'literalinclude';
  const written = isIncluded ? fileOf(search, argument) : undefined;
  const included = written === undefined ? undefined : includedLines(written, options.named);
  if (isIncluded && included === undefined) tellFile(search, whole);
  const title = [isIncluded ? argument : '', filename, caption].filter((words) => words).join(': ');
  const spoken = isIncluded ? (language ?? lang) : argument;
  return {
    type: 'code',
    value: included ?? body,
    ...(included === undefined && { firstOffset: options.from }),
    ...(spoken && { language: spoken }),
    ...(title && { title }),
    ...named(whole),
  };
}

function tellFile(search: Search, { name, argument, opening }: Whole): void {
  // Behind the first signs: what begins there is the directive.
  search.add(opening.start + 3, opening.end, {
    type: 'left',
    ruleId: 'include-missing',
    reason: `File “${argument}” of {${name}} left out: it is not in the folder of the posts, is not text, has no such lines, or includes itself`,
  });
}

function inclusion(search: Search, whole: Whole): MarkupMeaning | undefined {
  const { argument, options } = whole;
  const written = fileOf(search, argument);
  const value = written === undefined ? undefined : includedLines(written, options.named);
  if (value === undefined) {
    tellFile(search, whole);
    return { type: 'nothing' };
  }
  const language = options.named['code'] ?? options.named['lang'];
  const isCode = language !== undefined || options.named['literal'] !== undefined;
  return isCode
    ? { type: 'code', value, ...(language && { language }), ...named(whole) }
    : { type: 'included', value };
}

function tableOf(search: Search, whole: Whole): MarkupMeaning {
  const { argument, options, body } = whole;
  const { header, file } = options.named;
  const delimiter = (options.named['delim'] ?? options.named['delimiter']) === '|' ? '|' : ',';
  const rowsOf = (text: string): readonly (readonly string[])[] =>
    readCsv(`${text.replace(/,[ \t]+(?=")/gu, ',')}\n`, { delimiter })
      .map((row) => row.map((cell) => cell.trim()))
      .filter((row) => row.some((cell) => cell !== ''));
  const values = file === undefined ? body : fileOf(search, file);
  if (values === undefined) tellFile(search, { ...whole, argument: file ?? '' });
  const rows = values === undefined || values === '' ? [] : rowsOf(values);
  const head = header === undefined ? [] : rowsOf(header);
  return {
    type: 'table',
    rows: [...head, ...rows],
    headRows: head.length + countOf(options.named['header-rows']),
    headColumns: countOf(options.named['stub-columns']),
    ...(argument && { caption: argument }),
    ...named(whole),
  };
}
