import { join } from 'node:path';
import { readCsv } from '../csv/read-csv.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { readRegularText } from '../files/regular-file.ts';

/** A bag of a package, and where it lies. */
export interface ListedBag {
  readonly record: string;
  readonly title: string;
  readonly bag: string;
  readonly folder: string;
}

const idColumn = 'Identifier: Record ID';

/**
 * The list of a package in the columns of 36 CFR 1236.54, parted by `|`: the rows of the file lists of its bags, in which paths begin
 * with the bag. A bag without a list has one row with its record and title.
 */
export async function seriesCsv(bags: readonly ListedBag[]): Promise<string> {
  const columns = new Set<string>();
  const rows: ReadonlyMap<string, string>[] = [];
  for (const bag of bags)
    for (const row of await rowsOf(bag)) {
      for (const column of row.keys()) columns.add(column);
      rows.push(row);
    }
  const head = [...columns];
  const cells = rows.map((row) => head.map((column) => row.get(column) ?? ''));
  return writeCsv([head, ...cells], { delimiter: '|' });
}

async function rowsOf({
  record,
  title,
  bag,
  folder,
}: ListedBag): Promise<readonly ReadonlyMap<string, string>[]> {
  const text = await readRegularText(join(folder, 'data/metadata/file-list.csv')).catch(() => '');
  const [head = [], ...lines] = readCsv(text, { delimiter: '|' });
  if (lines.length === 0)
    return [
      new Map([
        [idColumn, record],
        ['Title', title],
        ['Full Path', `${bag}/`],
      ]),
    ];
  return lines.map(
    (cells) =>
      new Map(
        head.map((column, at) => {
          const cell = cells[at] ?? '';
          return [column, column === 'Full Path' ? `${bag}/${cell}` : cell] as const;
        }),
      ),
  );
}
