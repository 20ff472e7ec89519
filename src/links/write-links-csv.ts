import { writeCsv } from '../csv/write-csv.ts';
import type { LinkRecord } from './list-links.ts';

/**
 * `links.csv` (RFC 4180), one row for each link in the given order; `line` counts from 1 and is empty where the product
 * wrote the link. The cells are the data unchanged: a text that begins with `=` is a formula to a spreadsheet.
 */
export function writeLinksCsv(records: readonly LinkRecord[]): string {
  const rows = records.map(({ text, target, post, place, kind }) => {
    return [text, target, post, place ? String(place.start.line) : '', kind];
  });
  return writeCsv([['text', 'target', 'post', 'line', 'kind'], ...rows]);
}
