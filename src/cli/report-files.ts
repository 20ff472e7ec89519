import { largest } from '../lists/extremes.ts';
import { profileP1 } from '../pdf/profile/profile-p1.ts';
import type { BuildReport, BuiltFile } from '../publish/build-report.ts';

/** One line a file: path, pages, bytes, and what the file claims or why it claims nothing. Empty where nothing was written. */
export function reportFiles(report: BuildReport): string {
  const rows = report.files.map((file) => [file.path, pages(file), `${file.bytes} bytes`, claims(file)]);
  const widths = [0, 1, 2].map((column) =>
    Math.max(0, largest(rows.map((row) => (row[column] ?? '').length))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function pages(file: BuiltFile): string {
  if (file.pages === undefined) return '';
  return file.pages === 1 ? '1 page' : `${file.pages} pages`;
}

function claims(file: BuiltFile): string {
  if (file.withheld.length > 0) {
    const names = file.format === 'pdf' ? profileP1.claims.map(({ name }) => name).join(', ') : '';
    return `${names === '' ? 'no claims; to mend' : `${names} withheld`}: ${file.withheld.join(', ')}`;
  }
  return file.claims.length > 0 ? file.claims.join(', ') : 'no claims';
}
