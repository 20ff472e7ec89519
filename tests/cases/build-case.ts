import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readEpub } from '../../src/readback/read-epub.ts';
import { readPdf } from '../../src/readback/read-pdf.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { build } from '../publish/build.ts';
import { printStructure } from '../readback/print-structure.ts';
import type { ExpectedCase, ExpectedPublication } from './expected-case.ts';
import { htmlCases } from './expected-html.ts';
import { markupCases } from './expected-markup.ts';
import { textCases } from './expected-text.ts';

/** The folder of the cases; it need not be there. */
export const casesFolder: string = resolve(import.meta.dirname, '../../../shared/cases');

/** Whether the cases lie beside the project. */
export const hasCases: boolean = existsSync(casesFolder);

/** All cases that have an expectation. */
export const expectedCases: readonly ExpectedCase[] = [...markupCases, ...htmlCases, ...textCases];

/** One publication of a case as both files have it: paths are absolute. */
export interface BuiltCase {
  readonly report: BuildReport;
  pathOf(post: string, format: 'pdf' | 'epub'): string;
}

/** Copies a case into a folder of its own under `folder` and builds it there, each file held against its words. */
export async function buildCase({ folder: name, book, inputs = ['.'] }: ExpectedCase, folder: string): Promise<BuiltCase> {
  const cwd = join(folder, name, book === undefined ? 'posts' : 'book');
  mkdirSync(cwd, { recursive: true });
  cpSync(join(casesFolder, name), cwd, { recursive: true });
  const at = join(cwd, book?.at ?? '.');
  const report = await build(
    book === undefined
      ? { inputs, out: 'out', verify: true, cwd }
      : { collections: true, out: 'out', verify: true, cwd: at },
  );
  return {
    report,
    pathOf: (post, format) => {
      const file = report.files.find((one) => one.post === post && one.format === format);
      if (!file) throw new Error(`${name}: no ${format} of ${post}`);
      return resolve(at, file.path);
    },
  };
}

/** Words with single spaces. */
export function singleSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** What became of one publication of a case, in the terms of its expectation, and the expectation filled up. */
export async function compareCase(
  built: BuiltCase,
  expected: ExpectedPublication,
): Promise<{ readonly found: unknown; readonly wanted: unknown }> {
  const { post, words, epubWords = words, rules = [], withheld = [], tags = [], xhtml = [] } = expected;
  const pdf = await readPdf(readFileSync(built.pathOf(post, 'pdf')));
  const epub = await readEpub(readFileSync(built.pathOf(post, 'epub')));
  const tree = singleSpaced(printStructure(pdf.structure));
  const pages = epub.documents.map(({ path }) => new TextDecoder().decode(epub.files.get(path))).join('\n');
  const file = built.report.files.find((one) => one.post === post && one.format === 'pdf');
  const isBook = post.startsWith('collections.');
  const shown = (text: string): string => {
    const all = singleSpaced(text);
    return isBook && all.includes(words) ? words : all;
  };
  return {
    found: {
      words: { pdf: shown(pdf.text), epub: shown(epub.text) },
      rules: isBook ? rules : rulesOf(built.report, post),
      withheld: file?.withheld,
      claims: file?.claims,
      tags: tags.filter((tag) => tree.includes(tag)),
      xhtml: xhtml.filter((piece) => pages.includes(piece)),
    },
    wanted: {
      words: { pdf: words, epub: epubWords },
      rules,
      withheld,
      claims: withheld.length > 0 ? [] : ['PDF/UA-1', 'PDF/A-2a'],
      tags,
      xhtml,
    },
  };
}

function rulesOf({ messages }: BuildReport, post: string): readonly string[] {
  const rules = messages
    .filter(({ file, severity }) => file === post && severity !== 'info')
    .map(({ severity, ruleId }) => `${severity} ${ruleId}`);
  return [...new Set(rules)].toSorted();
}
