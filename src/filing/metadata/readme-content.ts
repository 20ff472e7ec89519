import type { LanguageTag } from '../../document/language-tag.ts';
import type { PdfClaim } from '../../document/pdf-claim.ts';
import type { PayloadFile, PayloadRole } from '../../bag/payload-file.ts';
import { isRendering } from './is-rendering.ts';
import type { RecordDescription } from '../../terms/record-description.ts';
import { inOrder, toldText, type Term } from '../../terms/term.ts';

/** What the READMEs of a bag tell. */
export interface BagReadmeInput {
  readonly record: RecordDescription;
  /** The name of the bag's folder. */
  readonly bag: string;
  readonly files: readonly PayloadFile[];
  /** What the PDF says it conforms to. */
  readonly pdfClaims: readonly PdfClaim[];
  readonly software: { readonly tagleaf: string };
}

/** A fact with what it is called. */
export interface ReadmeFact {
  readonly name: string;
  readonly value: string;
  /** Of the value, where it is not in English words of ours. */
  readonly lang?: LanguageTag | undefined;
}

/** A part of the README: words, then a table or commands to run. */
export interface ReadmeSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly facts?: readonly ReadmeFact[];
  readonly files?: readonly { readonly path: string; readonly role: string; readonly bytes: number }[];
  readonly commands?: readonly { readonly does: string; readonly command: string }[];
}

/** What both READMEs say, before it is Markdown or HTML. */
export interface ReadmeContent {
  readonly title: string;
  readonly sections: readonly ReadmeSection[];
}

const roleNames: Readonly<Record<PayloadRole, string>> = {
  'record-copy': 'record copy',
  'access-copy': 'access copy for readers',
  capture: 'capture of the page as it stood on the web',
  source: 'source',
  metadata: 'what is said of the record',
  report: 'report of a checking program',
  build: 'what the renderings were made with',
};

/** What the README of a bag says, before it is text or HTML. English: it is for whoever opens the bag. */
export function readmeContent(
  { record, bag, files, pdfClaims, software }: BagReadmeInput,
  terms: readonly Term[],
): ReadmeContent {
  const { facts } = record;
  return {
    title: `Record ${facts.id}`,
    sections: [
      {
        heading: 'What this is',
        paragraphs: [
          `This folder is one filed record. It is a bag of the BagIt format, version 1.0 (RFC 8493), packed by Tagleaf ${software.tagleaf}. Nothing in it is changed after it was packed; whatever happens to the record later is written in the ledger of the store.`,
          'The folder "data" holds the record. All other files tell of it.',
        ],
        facts: factsOf({ record, bag }, terms),
      },
      {
        heading: 'What is inside',
        paragraphs: [
          'The record copy is the source in Markdown together with the PDF. The EPUB is a copy for readers. Every file of the folder "data":',
        ],
        files: files.map(({ path, role, bytes }) => ({ path, role: roleNames[role], bytes })),
      },
      {
        heading: 'How to check that nothing changed',
        paragraphs: [
          'Run these commands in this folder. The first two find a file of the record that changed or is missing, the third a file that tells of the record; bagit.py finds both, and a file that was added to the record.',
        ],
        commands: fixityCommands,
      },
      ...checksOf(files, pdfClaims),
      {
        heading: 'What a check cannot see',
        paragraphs: [
          'Whoever can rewrite the whole store can also rewrite its digests and its ledger. That is seen only with a copy of the head of the ledger that was kept elsewhere: compare it with "tagleaf records verify --all --expect-head HASH". The line Ledger-Head in bag-info.txt is the head before this bag was filed.',
        ],
      },
    ],
  };
}

/** Commands for the folder of a bag that show whether a file changed. */
export const fixityCommands: readonly { readonly does: string; readonly command: string }[] = [
  { does: 'Compare the record with its SHA-256 digests', command: 'sha256sum -c manifest-sha256.txt' },
  { does: 'Compare the record with its SHA-512 digests', command: 'sha512sum -c manifest-sha512.txt' },
  { does: 'Compare the files that tell of the record', command: 'sha512sum -c tagmanifest-sha512.txt' },
  {
    does: 'Check the whole bag with bagit.py of the Library of Congress',
    command: 'bagit.py --validate .',
  },
];

const order =
  'identifier, title, publisher, series, group, source, disposition, disposition authority, archive notice';

function factsOf(
  { record, bag }: Pick<BagReadmeInput, 'record' | 'bag'>,
  terms: readonly Term[],
): readonly ReadmeFact[] {
  return inOrder(terms, order).flatMap((term): readonly ReadmeFact[] => {
    const value = toldText(term, record);
    const [name, language] = term.readme ?? [];
    const lang = language === 'in the language of the record' ? record.lang : undefined;
    return [
      ...(name === undefined || value === undefined ? [] : [{ name, value, lang }]),
      ...(term.fact === 'title' ? [{ name: 'Folder', value: bag }] : []),
    ];
  });
}

function checksOf(files: readonly PayloadFile[], pdfClaims: readonly PdfClaim[]): readonly ReadmeSection[] {
  const named = (extension: string): readonly string[] =>
    files.filter((file) => isRendering(file) && file.path.endsWith(extension)).map(({ path }) => path);
  const pdf = named('.pdf').flatMap((path) =>
    pdfClaims.map(({ name, flavour }) => ({
      does: `Check ${name} with veraPDF`,
      command: `verapdf --flavour ${flavour} ${shellWord(path)}`,
    })),
  );
  const epub = named('.epub').map((path) => ({
    does: 'Check the EPUB with EPUBCheck',
    command: `java -jar epubcheck.jar ${shellWord(path)}`,
  }));
  const commands = [...pdf, ...epub];
  if (commands.length === 0) return [];
  return [
    {
      heading: 'How to check the formats',
      paragraphs: [
        'Whether the PDF and the EPUB are what they say they are can be checked with programs that are not ours.',
      ],
      commands,
    },
  ];
}

/** A path as one word of a POSIX shell; ours need no quotes. */
function shellWord(path: string): string {
  return /^[\w./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
