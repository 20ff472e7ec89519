import { withoutFormula } from '../csv/without-formula.ts';
import { writeCsv } from '../csv/write-csv.ts';
import type { LinkRecord } from './list-links.ts';

/**
 * `links.csv` (RFC 4180), one row for each link in the given order; `line` counts from 1 and is empty where the product
 * wrote the link. The cells are the data unchanged, as records are filed with; with `forPeople` those
 * that a spreadsheet would take for formulas are made harmless.
 */
export function writeLinksCsv(
  records: readonly LinkRecord[],
  { forPeople }: { readonly forPeople: boolean },
): string {
  const rows = records.map(({ text, target, post, place, kind }) => {
    return [text, target, post, place ? String(place.start.line) : '', kind];
  });
  const cells = forPeople ? rows.map((row) => row.map(withoutFormula)) : rows;
  return writeCsv([['text', 'target', 'post', 'line', 'kind'], ...cells]);
}
