import { writeCsv } from '../../csv/write-csv.ts';
import { formatPlainDate } from '../../document/plain-date.ts';
import type { PayloadFile } from '../../bag/payload-file.ts';
import { isRendering } from './is-rendering.ts';
import { creatorsOf, descriptionOf, type RecordDescription } from './record-description.ts';

/** A file of the list: of a source, when it was last changed, where that is known. */
export interface ListedFile extends PayloadFile {
  /** ISO 8601. */
  readonly modified?: string;
}

export interface FileListInput {
  readonly record: RecordDescription;
  /** Every payload file but the list itself. */
  readonly files: readonly ListedFile[];
  readonly software: { readonly tagleaf: string };
  /** When the bag is packed, `YYYY-MM-DDThh:mm:ssZ`. */
  readonly packedAt: string;
}

/** The columns: the labels of 36 CFR 1236.54, then those that NARA's file lister writes. Labels of paper sources are left out. */
export const fileListColumns = [
  'Identifier: File Name',
  'Identifier: Record ID',
  'Identifier: Records Schedule Item #',
  'Disposition Authority',
  'Relation: Has Part',
  'Relation: Is Part Of',
  'Access Restriction Status',
  'Specific Access Restriction',
  'Use Restriction Status',
  'Specific Use Restriction',
  'Rights: Rights Holder',
  'Title',
  'Description',
  'Creator',
  'Date: Creation Date',
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

/**
 * `file-list.csv`, parted by `|` as NARA Bulletin 2015-04 asks: one row for each payload file but itself. A fact that the
 * regulation demands and nobody gave is the word `unknown`; one that it demands only where there is any is empty.
 */
export function writeFileList(input: FileListInput): string {
  const rows = input.files.map((file) => {
    const cells = cellsOf(file, input);
    return fileListColumns.map((column) => oneLine(cells[column]));
  });
  return writeCsv([fileListColumns, ...rows], { delimiter: '|' });
}

function cellsOf(
  file: ListedFile,
  { record, software, packedAt }: FileListInput,
): Readonly<Record<(typeof fileListColumns)[number], string | undefined>> {
  const { facts, title, released, members } = record;
  const { retention, access, rights } = facts;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const ours = isRendering(file) || file.role === 'metadata' || file.role === 'build';
  return {
    'Identifier: File Name': name,
    'Identifier: Record ID': facts.id,
    'Identifier: Records Schedule Item #':
      retention.scheduleItem ?? (retention.disposition === 'unscheduled' ? 'unscheduled' : 'unknown'),
    'Disposition Authority': retention.authority,
    'Relation: Has Part': members.join('; '),
    'Relation: Is Part Of': facts.id,
    'Access Restriction Status': access?.restriction ?? 'unknown',
    'Specific Access Restriction': access?.specific,
    'Use Restriction Status': rights?.useRestriction ?? 'unknown',
    'Specific Use Restriction': rights?.specificUse,
    'Rights: Rights Holder': rights?.holder,
    Title: title === '' ? 'unknown' : title,
    Description: descriptionOf(record) ?? 'unknown',
    Creator: creatorsOf(record).join('; ') || 'unknown',
    'Date: Creation Date': released ? formatPlainDate(released) : 'unknown',
    'Date Time Created': ours ? packedAt : 'unknown',
    Software: ours ? `Tagleaf ${software.tagleaf}` : 'unknown',
    'Message Digest Algorithm': 'SHA-512',
    'Message Digest': file.sha512,
    'File Name': name,
    'Full Path': file.path,
    'Size in Bytes': String(file.bytes),
    Extension: /\.([^.]+)$/u.exec(name)?.[1],
    'Date Modified': file.modified ?? (ours ? packedAt : 'unknown'),
    'SHA-256': file.sha256,
  };
}

/** Readers of the list take a line for a row. */
function oneLine(value: string | undefined): string {
  return (value ?? '').replace(/\s+/gu, ' ').trim();
}
