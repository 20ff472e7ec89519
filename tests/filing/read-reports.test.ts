import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { UsageError } from '../../src/diagnostics/errors.ts';
import { readReports } from '../../src/filing/read-reports.ts';
import { aceReport } from '../../src/judges/ace-report.ts';
import { epubCheckReport } from '../../src/judges/epub-check-report.ts';
import { summariseReport } from '../../src/judges/summarise-report.ts';
import { veraPdfReport } from '../../src/judges/vera-pdf-report.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

const veraPdf = (compliant: boolean, validationResult?: unknown): unknown => ({
  report: {
    buildInformation: {
      releaseDetails: [
        { id: 'gui', version: '1' },
        { id: 'core', version: '1.30.1' },
      ],
    },
    jobs: [
      {
        itemDetails: { name: '/x/a.pdf' },
        validationResult: validationResult ?? [
          { profileName: 'PDF/UA-1', compliant: true, details: { failedRules: 0, ruleSummaries: [] } },
          { profileName: 'PDF/A-2A', compliant, details: { failedRules: 0, ruleSummaries: [] } },
        ],
      },
    ],
  },
});
const epubCheck = (nFatal: number, nError: number): unknown => ({
  checker: {
    path: '/x/a.epub',
    checkerVersion: '5.3.0',
    checkDate: '05-06-2024 07:08:09',
    nFatal,
    nError,
    nWarning: 3,
  },
  messages: [],
});
const ace = (outcome: string): unknown => ({
  'earl:testSubject': { url: 'a.epub' },
  'earl:result': { 'earl:outcome': outcome },
  'earl:assertedBy': { 'doap:release': { 'doap:revision': '1.3.7' } },
  assertions: [],
});

const byVeraPdf = { tool: 'veraPDF', version: '1.30.1', file: '/x/a.pdf', note: 'PDF/UA-1, PDF/A-2A' };
const byEpubCheck = { tool: 'EPUBCheck', version: '5.3.0', file: '/x/a.epub', at: '05-06-2024 07:08:09' };
const byAce = { tool: 'Ace by DAISY', version: '1.3.7', file: 'a.epub' };

test.each([
  ['veraPDF', veraPdf(true), { ...byVeraPdf, outcome: 'success' }],
  ['veraPDF of a file that breaks one profile', veraPdf(false), { ...byVeraPdf, outcome: 'fail' }],
  ['veraPDF without a result', veraPdf(true, []), { ...byVeraPdf, note: '', outcome: 'fail' }],
  [
    'veraPDF with one result',
    veraPdf(true, { profileName: 'PDF/UA-1', compliant: true }),
    { ...byVeraPdf, note: 'PDF/UA-1', outcome: 'success' },
  ],
  ['EPUBCheck', epubCheck(0, 0), { ...byEpubCheck, outcome: 'success' }],
  ['EPUBCheck with an error', epubCheck(0, 1), { ...byEpubCheck, outcome: 'fail' }],
  ['EPUBCheck that gave up', epubCheck(1, 0), { ...byEpubCheck, outcome: 'fail' }],
  ['Ace', ace('pass'), { ...byAce, outcome: 'success' }],
  ['Ace of a file that fails', ace('fail'), { ...byAce, outcome: 'fail' }],
  ['nobody that is known', { report: { jobs: [] } }, undefined],
])('what is read of a report of %s', (_, report, summary) => {
  expect(summariseReport(JSON.stringify(report))).toEqual(summary);
});

test('a report that is filed is read in full as well', () => {
  expect(v.is(veraPdfReport, veraPdf(true))).toBe(true);
  expect(v.is(epubCheckReport, epubCheck(0, 0))).toBe(true);
  expect(v.is(aceReport, ace('pass'))).toBe(true);
  expect(v.is(veraPdfReport, epubCheck(0, 0))).toBe(false);
  expect(v.is(epubCheckReport, ace('pass'))).toBe(false);
  expect(v.is(aceReport, veraPdf(true))).toBe(false);
});

test('reports are tied to the renderings that they name; others are filed all the same', async () => {
  const folder = await temporaryFolder({
    'vera.json': JSON.stringify(veraPdf(true)),
    'other.json': JSON.stringify(epubCheck(0, 0)),
    'notes.txt': 'Looked at by a person.',
    '.hidden.json': JSON.stringify(ace('pass')),
    'more/ace.json': JSON.stringify(ace('pass')),
  });
  const at = (name: string): object => ({ name, absolutePath: join(folder, name) });
  expect(await readReports(folder, ['data/renderings/a.pdf'])).toEqual([
    { ...at('notes.txt'), said: undefined },
    { ...at('other.json'), said: undefined },
    {
      ...at('vera.json'),
      said: {
        ...byVeraPdf,
        outcome: 'success',
        file: 'data/renderings/a.pdf',
        report: 'data/reports/vera.json',
      },
    },
  ]);
  expect(await readReports(undefined, [])).toEqual([]);
});

test.each(['none', 'notes.txt'])('%s is no folder of reports', async (name) => {
  const folder = join(await temporaryFolder({ 'notes.txt': '' }), name);
  await expect(readReports(folder, [])).rejects.toThrow(
    new UsageError(`${folder}: there is no such folder of reports`),
  );
});
