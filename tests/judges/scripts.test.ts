import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { readStructText } from '../../src/judges/read-struct-text.ts';
import { runAce } from '../../src/judges/run-ace.ts';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { compareWords } from '../../src/readback/compare-words.ts';
import { readPdf } from '../../src/readback/read-pdf.ts';
import { buildScripts, scriptPosts } from './build-scripts.ts';
import { readTagsByMuPdf } from './read-by-mupdf.ts';
import { readTagsByPdfJs } from './read-by-pdfjs.ts';
import { structTextWords } from './struct-text-words.ts';
import { notFound, readers, turnDigits, withoutMarksFromTheRight } from './text-readers.ts';

const judges = inject('judges');
const names = scriptPosts;
const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pathOf = (name: string, ending: string): string => join(folder, 'out', `${name}.${ending}`);
const pdfs = names.map((name) => pathOf(name, 'pdf'));
const epubs = names.map((name) => pathOf(name, 'epub'));

beforeAll(() => buildScripts(folder));

describe('posts in the scripts of the world', () => {
  test.each(['ua1', '2a'])('conform to %s', async (flavour) => {
    const judgements = await runVeraPdf(pdfs, { flavour, jar: judges.veraPdfJar });
    expect(judgements).toEqual(pdfs.map((file) => ({ file, findings: [] })));
  });

  test('are EPUBs that EPUBCheck and Ace find nothing wrong with', async () => {
    expect(await runEpubCheck(epubs, judges.epubCheck)).toEqual(
      epubs.map((file) => ({ file, findings: [] })),
    );
    for (const file of epubs)
      expect(await runAce(file, { program: judges.aceProgram, browser: judges.browser })).toEqual({
        file,
        findings: [],
      });
  });

  test.each(names)('say the words of their tags to Poppler, pdf.js and MuPDF: %s', async (name) => {
    const bytes = readFileSync(pathOf(name, 'pdf'));
    const ours = await readPdf(bytes);
    const lines = await readStructText(pathOf(name, 'pdf'));
    expect(ours.problems).toEqual([]);
    expect(compareWords(ours.text, structTextWords(lines))).toBeUndefined();
    const words = withoutBlanks(lines.map(({ text = '' }) => text).join(''));
    const pdfJs = withoutBlanks(await readTagsByPdfJs(bytes));
    expect(withoutMarksFromTheRight(pdfJs)).toBe(withoutMarksFromTheRight(words));
    // MuPDF gives the running line as a part of the element before it.
    const footer = `${withoutBlanks(lines.find(({ text }) => text !== undefined)?.text ?? '')}Page1of1`;
    expect(withoutBlanks(await readTagsByMuPdf(bytes)).replace(footer, '')).toBe(turnDigits(words));
    expect(withoutMarksFromTheRight(pdfJs)).not.toBe(withoutMarksFromTheRight(words.slice(1)));
  });

  test.each(readers.filter(({ fromTheRight }) => fromTheRight))('are found by $name', async (reader) => {
    for (const name of names) {
      const bytes = readFileSync(pathOf(name, 'pdf'));
      const source = wordsOnPage(reader, (await readPdf(bytes)).text);
      expect([name, await notFound(reader, { source, bytes })]).toEqual([name, []]);
      expect(await notFound(reader, { source: `${source} notthere`, bytes })).toEqual(['notthere']);
    }
  });
});

/** What a reader that goes by the places of letters has of a text: readings above their words are lines of their own. */
function wordsOnPage({ name }: { readonly name: string }, source: string): string {
  const read = '漢字かんじと東京とうきょうのルビ';
  return name === 'Poppler' ? source.replace(read, '漢字と東京のルビ かんじ とうきょう ') : source;
}

function withoutBlanks(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
}

describe('a post that reads from the right', () => {
  const pdf = pathOf('from-the-right', 'pdf');
  const epub = pathOf('from-the-right', 'epub');

  test('is found out by veraPDF once a letter has no character', async () => {
    const broken = join(folder, 'broken.pdf');
    execFileSync('qpdf', ['--object-streams=disable', '--stream-data=uncompress', pdf, broken]);
    const bytes = readFileSync(broken, 'latin1');
    expect(bytes).toContain('/ToUnicode');
    writeFileSync(broken, bytes.replaceAll('/ToUnicode', '/ToUnicorn'), 'latin1');
    const [judgement] = await runVeraPdf([broken], { flavour: 'ua1', jar: judges.veraPdfJar });
    expect(judgement?.findings.map(({ rule }) => rule)).toEqual(['ISO 14289-1:2014 7.21.7-1']);
  });

  test('is an EPUB that EPUBCheck and Ace find out', async () => {
    const entries = unzipSync(readFileSync(epub));
    const [name = ''] = Object.keys(entries).filter((each) => each.endsWith('.opf'));
    const source = strFromU8(entries[name] ?? new Uint8Array());
    expect(source).toContain('page-progression-direction="rtl"');
    const broken = join(folder, 'broken.epub');
    entries[name] = strToU8(
      source.replace('direction="rtl"', 'direction="right"').replace(/schema:accessMode"/u, 'schema:mode"'),
    );
    writeFileSync(broken, zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }], ...entries }));
    const [judgement] = await runEpubCheck([broken], judges.epubCheck);
    expect(judgement?.findings.map(({ rule }) => rule)).toContain('RSC-005');
    const ace = await runAce(broken, { program: judges.aceProgram, browser: judges.browser });
    expect(ace.findings.map(({ rule }) => rule)).toEqual(['metadata-accessmode']);
  });
});
