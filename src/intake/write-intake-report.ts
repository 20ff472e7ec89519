import { writeCsv } from '../csv/write-csv.ts';
import type { IntakeRow } from './intake-report.ts';

/** `intake-report.csv` (RFC 4180): one row for each input. */
export function writeIntakeReport(rows: readonly IntakeRow[]): string {
  const cells = rows.map(({ input, status, post = '', reasons }) => {
    return [input, status, post, reasons.join('; ')].map(withoutFormula);
  });
  return writeCsv([['input', 'status', 'post', 'reasons'], ...cells]);
}

/** What a spreadsheet would take for a formula begins with an apostrophe: the report is for people to read. */
function withoutFormula(value: string): string {
  return /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
}
