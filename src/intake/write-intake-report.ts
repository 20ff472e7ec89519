import type { IntakeRow } from './run-intake.ts';

/** `intake-report.csv` (RFC 4180): one row for each input. */
export function writeIntakeReport(rows: readonly IntakeRow[]): string {
  const lines = rows.map(({ input, status, post = '', reasons }) => [
    input,
    status,
    post,
    reasons.join('; '),
  ]);
  return [['input', 'status', 'post', 'reasons'], ...lines]
    .map((cells) => `${cells.map(writeCell).join(',')}\r\n`)
    .join('');
}

/** A cell in quotes where it needs them; what a spreadsheet would take for a formula begins with an apostrophe. */
function writeCell(value: string): string {
  const plain = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
