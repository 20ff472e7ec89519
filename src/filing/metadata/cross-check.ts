import type { Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import type { PayloadFile } from '../../bag/payload-file.ts';
import { recordTerms } from '../../terms/record-terms.ts';
import type { Term } from '../../terms/term.ts';
import {
  readFileRows,
  readInfoFacts,
  readJsonLdFacts,
  readOpfFacts,
  readPremisFacts,
  readPremisFiles,
  readRowFacts,
  readXmpFacts,
  type FactReading,
  type FileReading,
} from './fact-readings.ts';

/** The metadata of one bag as they stand in its files. What a record does not have (no PDF, no EPUB) is absent. */
export interface RecordMetadata {
  readonly xmp?: string;
  readonly opf?: string;
  readonly fileList: string;
  /** The labels and values of `bag-info.txt`. */
  readonly info: readonly (readonly [label: string, value: string])[];
  readonly premis: string;
  readonly jsonLd: string;
  /** What the manifests and the files themselves say. */
  readonly files: readonly Pick<PayloadFile, 'path' | 'bytes' | 'sha256' | 'sha512'>[];
}

/** Two places that say different things of the same. */
export interface MetadataDifference {
  /** What they tell, for instance `title`, or `SHA-256 of data/source/post.md`. */
  readonly fact: string;
  readonly first: { readonly where: string; readonly value: string };
  /** An empty value: it says nothing. */
  readonly second: { readonly where: string; readonly value: string };
}

/** Files that tell of the others and can not tell of themselves. */
export interface OwnPaths {
  readonly premis: string;
  readonly fileList: string;
}

const packageDocument = 'package document of the EPUB';

/** In the place of a PREMIS document that cannot be read. */
const emptyTree: Root = { type: 'root', children: [] };

/**
 * Compares what the XMP packet, the package document, the file list, `bag-info.txt`, PREMIS and JSON-LD say: the same fact has
 * the same value wherever there is a place for it (36 CFR 1236.54(b)(3)), and every file the same size and digests. The
 * first that says something is held against each of the others; line breaks and characters that not every file can hold count as spaces. What cannot be parsed is a
 * difference of its `form`.
 */
export function crossCheck(
  metadata: RecordMetadata,
  own: OwnPaths,
  terms: readonly Term[] = recordTerms,
): readonly MetadataDifference[] {
  const rows = readFileRows(metadata.fileList);
  const unreadable: MetadataDifference[] = [];
  const attempt = <T>(where: string, read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      const value = error instanceof Error ? error.message.replace(/\s+/gu, ' ') : String(error);
      unreadable.push({ fact: 'form', first: { where, value: 'well-formed' }, second: { where, value } });
      return otherwise;
    }
  };
  const { xmp, opf, jsonLd, info } = metadata;
  const premis = attempt('premis.xml', () => fromXml(metadata.premis), emptyTree);
  const readings: readonly (readonly [where: string, reading: FactReading])[] = [
    ...(premis === emptyTree ? [] : [['premis.xml', readPremisFacts(premis, terms)] as const]),
    ['bag-info.txt', readInfoFacts(info, terms)],
    ['record.jsonld', attempt('record.jsonld', () => readJsonLdFacts(jsonLd, terms), [])],
    ...rows.map((row, index) => [`file-list.csv, row ${index + 2}`, readRowFacts(row, terms)] as const),
    ...(xmp === undefined
      ? []
      : [['XMP of the PDF', attempt('XMP of the PDF', () => readXmpFacts(xmp, terms), [])] as const]),
    ...(opf === undefined
      ? []
      : [[packageDocument, attempt(packageDocument, () => readOpfFacts(opf, terms), [])] as const]),
  ];
  return [
    ...unreadable,
    ...terms.flatMap((term) => differences(term.fact, whatIsSaid(term, readings))),
    ...fileDifferences(metadata, { own, listed: readListedFiles(rows), objects: readPremisFiles(premis) }),
  ];
}

/** Of one fact, what each file says; a file that has two places for it and says the same there says it once. */
function whatIsSaid(
  term: Term,
  readings: readonly (readonly [where: string, reading: FactReading])[],
): readonly Said[] {
  return readings.flatMap(([where, reading]) => {
    const values = reading.flatMap(([fact, value]) => (fact === term.fact ? [comparable(value, term)] : []));
    return [...new Set(values)].map((value) => ({ where, value }));
  });
}

/** Not every file can hold every character and every line break; the word for what nobody said says nothing. */
function comparable(value: string, { insteadOfUnknown }: Term): string {
  const words = value.replace(/[\s\p{Cc}\p{Cs}\uFFFD-\uFFFF]+/gu, ' ').trim();
  return words === 'unknown' || words === insteadOfUnknown?.[0] ? '' : words;
}

interface Said {
  readonly where: string;
  readonly value: string;
}

function differences(fact: string, said: readonly Said[]): readonly MetadataDifference[] {
  const first = said.find(({ value }) => value !== '');
  if (!first) return [];
  return said.filter(({ value }) => value !== first.value).map((second) => ({ fact, first, second }));
}

function readListedFiles(rows: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, FileReading> {
  return new Map(
    rows.map((row) => [
      row.get('Full Path') ?? '',
      {
        bytes: row.get('Size in Bytes') ?? '',
        sha256: row.get('SHA-256') ?? '',
        sha512: row.get('Message Digest') ?? '',
      },
    ]),
  );
}

const fileFacts = [
  ['Size', 'bytes'],
  ['SHA-256', 'sha256'],
  ['SHA-512', 'sha512'],
] as const;

function fileDifferences(
  { files }: RecordMetadata,
  from: {
    readonly own: OwnPaths;
    readonly listed: ReadonlyMap<string, FileReading>;
    readonly objects: ReadonlyMap<string, FileReading>;
  },
): readonly MetadataDifference[] {
  const { own, listed, objects } = from;
  const manifest = new Map(
    files.map(({ path, bytes, sha256, sha512 }) => [path, { bytes: String(bytes), sha256, sha512 }]),
  );
  const paths = [...new Set([...manifest.keys(), ...listed.keys(), ...objects.keys()])];
  return paths.flatMap((path) => {
    const tellers: readonly (readonly [where: string, told: FileReading | undefined])[] = [
      ['manifests', manifest.get(path)],
      ...(path === own.fileList ? [] : [['file-list.csv', listed.get(path)] as const]),
      ...(path === own.fileList || path === own.premis ? [] : [['premis.xml', objects.get(path)] as const]),
    ];
    return fileFacts.flatMap(([name, key]) =>
      differences(
        `${name} of ${path}`,
        tellers.map(([where, told]) => ({ where, value: told?.[key] ?? '' })),
      ),
    );
  });
}
