import { withoutFormula } from '../csv/without-formula.ts';
import { writeCsv } from '../csv/write-csv.ts';
import type { IntakeRow } from './intake-report.ts';

/** `intake-report.csv` (RFC 4180): one row for each input. It is for people to read. */
export function writeIntakeReport(rows: readonly IntakeRow[]): string {
  const cells = rows.map(({ input, status, post = '', reasons }) => {
    return [input, status, post, reasons.join('; ')].map(withoutFormula);
  });
  return writeCsv([['input', 'status', 'post', 'reasons'], ...cells]);
}
