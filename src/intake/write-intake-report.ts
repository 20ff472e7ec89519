import { withoutFormula } from '../csv/without-formula.ts';
import { writeCsv } from '../csv/write-csv.ts';
import type { IntakeRow } from './intake-report.ts';

/** `intake-report.csv` (RFC 4180): a row for each input, of a capture for each of its pages. It is for people to read. */
export function writeIntakeReport(rows: readonly IntakeRow[]): string {
  const cells = rows.map(({ input, address = '', status, post = '', reasons }) => {
    return [input, status, post, reasons.join('; '), address].map(withoutFormula);
  });
  return writeCsv([['input', 'status', 'post', 'reasons', 'address'], ...cells]);
}
