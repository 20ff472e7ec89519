/** A row of a ledger: its cells, in the order of the columns. */
export interface LedgerRow {
  readonly clause: string;
  readonly asks: string;
  readonly met: string;
  readonly seen: string;
  readonly byEye: string;
}

/** A place in the code: a file, and a name that it declares where one is given. */
export interface CodeReference {
  readonly file: string;
  readonly name?: string;
}

/** A test file with one title of it, its describing titles before it. */
export interface TestReference {
  readonly file: string;
  readonly titles: readonly string[];
}

/** The rows of all tables of five columns, without their heads. */
export function readRows(ledger: string): readonly LedgerRow[] {
  return tableRows(ledger).flatMap((cells) => {
    const [clause, asks, met, seen, byEye, ...more] = cells;
    if (clause === undefined || clause === 'clause' || more.length > 0) return [];
    if (asks === undefined || met === undefined || seen === undefined || byEye === undefined) return [];
    return [{ clause, asks, met, seen, byEye }];
  });
}

/** The cells of every row of every table. */
export function tableRows(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-|]+\|$/u.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

const path = /`([\w./@-]+\.(?:ts|mts|mjs|ejs|css|ya?ml|json|md))(?:#(\w+))?`/gu;

/** Every file that is named in backticks, with the name behind its `#`. */
export function codeReferences(text: string): readonly CodeReference[] {
  return [...text.matchAll(path)].map(([, file = '', name]) =>
    name === undefined ? { file } : { file, name },
  );
}

const test = /`(tests\/[\w./-]+\.test\.ts)`((?:,? “[^”]+”)*)/gu;

/** Every test that is named: the titles in quotation marks behind its file. A file without a title gives one without titles. */
export function testReferences(text: string): readonly TestReference[] {
  return [...text.matchAll(test)].flatMap(([, file = '', quoted = '']): readonly TestReference[] => {
    const titles = [...quoted.matchAll(/“([^”]+)”/gu)].map(([, title = '']) => title.split(' › '));
    return titles.length === 0 ? [{ file, titles: [] }] : titles.map((parts) => ({ file, titles: parts }));
  });
}

/** The ids of the rules that are named. */
export function ruleReferences(text: string): readonly string[] {
  return [...text.matchAll(/\brule `([a-z0-9-]+)`/gu)].map(([, id = '']) => id);
}

/** `01-003 to 01-005, 01-007` as the ids that it names. */
export function expandConditions(cell: string): readonly string[] {
  return cell
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, checkpoint = '', first = '', last = first] =
        /^(\d\d)-(\d{3})(?: to \d\d-(\d{3}))?$/u.exec(part) ?? [];
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => {
        return `${checkpoint}-${String(Number(first) + index).padStart(3, '0')}`;
      });
    });
}
