import { largest } from '../lists/extremes.ts';
import { profileP1 } from '../pdf/profile/profile-p1.ts';
import type { BuildReport, BuiltFile } from '../publish/build-report.ts';
import { counted } from './counted.ts';
import { reportSummary, type RunFacts } from './report-summary.ts';
import { countLeftOut } from './report-left-out.ts';

/** How files are printed. */
export interface FilesLook {
  /** A line for each, however many there are. */
  readonly verbose: boolean;
  /** How long the run took, where that may be said. */
  readonly seconds?: number;
  /** How the run went, where that may be said. */
  readonly facts?: RunFacts;
}

/** So many files have a line each without being asked. */
const few = 20;

/**
 * What a run made. Where it is little or asked for, one line a file: path, pages, bytes, and what the file claims or why it claims
 * nothing. A closing line sums up; behind many files, or where it is asked for, stands what they came to.
 */
export function reportFiles(report: BuildReport, look: FilesLook): string {
  const isShort = report.files.length <= few;
  const rows = look.verbose || isShort ? rowsOf(report.files) : '';
  const summary = look.verbose || !isShort ? reportSummary(report, look.facts) : '';
  return `${rows}${closing(report, look)}${rows === '' && !isShort ? '; --verbose lists the files' : ''}\n${summary}`;
}

function rowsOf(files: readonly BuiltFile[]): string {
  const rows = files.flatMap((file) => [
    [file.path, pages(file), `${file.bytes} bytes`, claims(file)],
    ...(file.catalogue ?? []).map(({ path, bytes }) => [path, '', `${bytes} bytes`, 'for catalogues']),
  ]);
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

function closing({ files, counts, messages }: BuildReport, { seconds }: FilesLook): string {
  const time = seconds === undefined ? '' : `, in ${seconds.toFixed(1)} s`;
  const leftOut = countLeftOut(messages);
  const posts = `${counted(counts.posts, 'post')}${leftOut === 0 ? '' : `, ${leftOut} left out`}`;
  if (files.length === 0) return `${posts}: nothing was written${time}`;
  const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
  const pdfs = files.filter(({ format }) => format === 'pdf');
  const parts = [
    counted(files.length, 'file'),
    ...(pdfs.length === 0 ? [] : [counted(sumOf(pdfs.map((file) => file.pages ?? 0)), 'page')]),
    counted(sumOf(files.map(({ bytes }) => bytes)), 'byte'),
  ];
  return `${posts}: ${parts.join(', ')}${time}${pdfs.length === 0 ? '' : unclaimed(pdfs)}`;
}

/** A PDF without claims is the one that somebody has to look at; an EPUB never has any. */
function unclaimed(pdfs: readonly BuiltFile[]): string {
  const without = pdfs.filter(({ claims: made }) => made.length === 0).length;
  return `; ${without === 0 ? 'no PDF' : counted(without, 'PDF')} without claims`;
}

function pages(file: BuiltFile): string {
  return file.pages === undefined ? '' : counted(file.pages, 'page');
}

function claims(file: BuiltFile): string {
  if (file.withheld.length > 0) {
    const names = file.format === 'pdf' ? profileP1.claims.map(({ name }) => name).join(', ') : '';
    return `${names === '' ? 'no claims; to mend' : `${names} withheld`}: ${file.withheld.join(', ')}`;
  }
  return file.claims.length > 0 ? file.claims.join(', ') : 'no claims';
}
