import { writeCsv } from '../../csv/write-csv.ts';
import type { PayloadFile } from '../../bag/payload-file.ts';
import { isRendering } from './is-rendering.ts';
import type { RecordDescription } from '../../terms/record-description.ts';
import { recordTerms } from '../../terms/record-terms.ts';
import { inOrder, toldText, unknownOf, type Term } from '../../terms/term.ts';

/** A file of the list: of a source, when it was last changed, where that is known. */
export interface ListedFile extends PayloadFile {
  /** ISO 8601. */
  readonly modified?: string;
}

/** What the list of files tells. */
export interface FileListInput {
  readonly record: RecordDescription;
  /** Every payload file but the list itself. */
  readonly files: readonly ListedFile[];
  readonly software: { readonly tagleaf: string };
  /** When the bag is packed, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly packedAt: string;
}

/** What NARA's file lister writes of each file, behind the labels of 36 CFR 1236.54 (e) that tell of files. */
const fileColumns = [
  'Date Time Created',
  'Software',
  'Message Digest Algorithm',
  'Message Digest',
  'File Name',
  'Full Path',
  'Size in Bytes',
  'Extension',
  'Date Modified',
  'SHA-256',
] as const;

const order =
  'identifier, schedule item, disposition authority, members, part of, access restriction, specific access restriction, ' +
  'use restriction, specific use restriction, rights holder, title, description, creator, released';

/**
 * `file-list.csv`, parted by `|` as NARA Bulletin 2015-04 asks: one row for each payload file but itself. A fact that the
 * regulation demands and nobody gave is the word `unknown`; one that it demands only where there is any is empty. Labels of paper
 * sources are left out.
 */
export function writeFileList(input: FileListInput, terms: readonly Term[] = recordTerms): string {
  const ofRecord = inOrder(terms, order).flatMap((term) => recordCell(term, input.record));
  const header = ['Identifier: File Name', ...ofRecord.map(([label]) => label), ...fileColumns];
  const rows = input.files.map((file) => {
    const cells = fileCells(file, input);
    const values = fileColumns.map((column) => cells[column]);
    return [cells['File Name'], ...ofRecord.map(([, value]) => value), ...values].map(oneLine);
  });
  return writeCsv([header, ...rows], { delimiter: '|' });
}

function recordCell(
  term: Term,
  record: RecordDescription,
): readonly (readonly [label: string, value: string])[] {
  if (!term.cfr1236) return [];
  const [label, need] = term.cfr1236;
  const otherwise = need === 'mandatory' ? unknownOf(term, record) : '';
  return [[label, toldText(term, record) ?? otherwise]];
}

function fileCells(
  file: ListedFile,
  { software, packedAt }: FileListInput,
): Readonly<Record<(typeof fileColumns)[number], string>> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const ours = isRendering(file) || file.role === 'metadata' || file.role === 'build';
  return {
    'Date Time Created': ours ? packedAt : 'unknown',
    Software: ours ? `Tagleaf ${software.tagleaf}` : 'unknown',
    'Message Digest Algorithm': 'SHA-512',
    'Message Digest': file.sha512,
    'File Name': name,
    'Full Path': file.path,
    'Size in Bytes': String(file.bytes),
    Extension: /\.([^.]+)$/u.exec(name)?.[1] ?? '',
    'Date Modified': file.modified ?? (ours ? packedAt : 'unknown'),
    'SHA-256': file.sha256,
  };
}

/** Readers of the list take a line for a row. */
function oneLine(value: string): string {
  return value.replace(/\s+/gu, ' ').trim();
}
