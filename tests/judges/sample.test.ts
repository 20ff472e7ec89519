import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { build } from '../publish/build.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import type { Format } from '../../src/diagnostics/message.ts';
import { readStructText } from '../../src/judges/read-struct-text.ts';
import { runAce } from '../../src/judges/run-ace.ts';
import { runEpubCheck } from '../../src/judges/run-epub-check.ts';
import { runQpdf } from '../../src/judges/run-qpdf.ts';
import { runVeraPdf } from '../../src/judges/run-vera-pdf.ts';
import { compareWords } from '../../src/readback/compare-words.ts';
import { readPdf } from '../../src/readback/read-pdf.ts';
import { structTextWords } from './struct-text-words.ts';

const judges = inject('judges');
const out = mkdtempSync(join(tmpdir(), 'sample-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

let report: BuildReport;
beforeAll(async () => {
  report = await build({ inputs: ['posts'], out, verify: true });
});

function paths(format: Format): readonly string[] {
  return report.files.filter((file) => file.format === format).map((file) => file.path);
}

test('both files of every post are built, without an error or a warning', () => {
  expect(report.failures).toEqual([]);
  expect(report.messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(report.counts.posts).toBeGreaterThanOrEqual(2);
  expect(paths('pdf')).toHaveLength(report.counts.posts);
  expect(paths('epub')).toHaveLength(report.counts.posts);
});

describe('the PDFs', () => {
  test.each(['ua1', '2a'])('have nothing that veraPDF finds wrong by %s', async (flavour) => {
    const judgements = await runVeraPdf(paths('pdf'), { flavour, jar: judges.veraPdfJar });
    expect(judgements).toEqual(paths('pdf').map((file) => ({ file, findings: [] })));
  });

  test('have nothing that qpdf finds wrong', async () => {
    expect(await runQpdf(paths('pdf'))).toEqual(paths('pdf').map((file) => ({ file, findings: [] })));
  });

  // The build has compared our own reading with the post; Poppler must come to the same words by its own way.
  test('say the same words to Poppler', async () => {
    for (const path of paths('pdf')) {
      const ours = await readPdf(readFileSync(path));
      expect(ours.problems).toEqual([]);
      expect(compareWords(ours.text, structTextWords(await readStructText(path)))).toBeUndefined();
    }
  });

  test('are found out by veraPDF once a tag is broken', async () => {
    const [path = ''] = paths('pdf');
    const broken = join(out, 'broken.pdf');
    // Tags stand in compressed object streams.
    execFileSync('qpdf', ['--object-streams=disable', path, broken]);
    const bytes = readFileSync(broken);
    const at = bytes.indexOf('/S /Document');
    expect(at).toBeGreaterThan(0);
    bytes.write('/S /Dokument', at);
    writeFileSync(broken, bytes);
    const [judgement] = await runVeraPdf([broken], { flavour: 'ua1', jar: judges.veraPdfJar });
    expect(judgement?.findings.map(({ rule }) => rule)).toEqual(['ISO 14289-1:2014 7.1-5']);
  });
});

describe('the EPUBs', () => {
  test('have nothing that EPUBCheck finds wrong', async () => {
    const judgements = await runEpubCheck(paths('epub'), judges.epubCheck);
    expect(judgements).toEqual(paths('epub').map((file) => ({ file, findings: [] })));
  });

  test('have nothing that Ace finds wrong', async () => {
    for (const file of paths('epub'))
      expect(await runAce(file, { program: judges.aceProgram, browser: judges.browser })).toEqual({
        file,
        findings: [],
      });
  });
});
