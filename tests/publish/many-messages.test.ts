import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Message } from '../../src/diagnostics/message.ts';
import type { Document } from '../../src/document/document.ts';
import type { Inline } from '../../src/document/inline.ts';
import { reportRule as reportLint } from '../../src/lint/rules.ts';
import { reportRule as reportPdf } from '../../src/pdf/rules.ts';
import type { BuildOptions } from '../../src/project/build-options.ts';
import { resolveSettings } from '../../src/project/resolve-settings.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { runBuild } from '../../src/publish/run-build.ts';
import { pngAsset } from '../epub/build-document.ts';
import { fakeDocument, fakePdf, fakeStages } from './fake-stages.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { isLong } from '../how-long.ts';

/** More than a call can have arguments. */
const many = 140_000;

const times = <Item>(item: Item): Item[] => Array.from({ length: many }, () => item);

const link: Inline = {
  type: 'link',
  target: { kind: 'external', url: 'https://example.org/' },
  children: [{ type: 'text', value: 'here', offset: 0 }],
};

/** A run in which reading, checking and rendering a post each find many faults, and the post has as many links. */
async function run(cwd: string, options: BuildOptions): Promise<BuildReport> {
  const settings = await resolveSettings({ cwd, out: 'out', verify: true, ...options });
  const checked: readonly Message[] = times(reportLint('link-generic', { reason: 'Here', file: 'a.md' }));
  const laid = times(reportPdf('table-too-wide', { reason: 'Here', file: 'a.md' }));
  const read = times(reportLint('nbsp-run', { reason: 'Here', file: 'a.md' }));
  const load = (): ReturnType<typeof fakeStages> =>
    fakeStages({
      parse: (_bytes, post) => ({ value: withLinks(fakeDocument('Words.', post)), messages: read }),
      check: ({ messages }) => [...messages, ...checked],
      pdf: fakePdf(() => laid),
      drawCover: () => Promise.resolve({ value: pngAsset('drawn', 10, 16), messages: [] }),
    });
  return runBuild({ settings, load });
}

function withLinks(document: Document): Document {
  return { ...document, body: [{ type: 'paragraph', children: times(link) }] };
}

test.runIf(isLong).each<[string, BuildOptions, string]>([
  ['a post', { inputs: ['a.md'] }, 'out/a'],
  ['a collection', { collections: true }, 'out/book'],
])('%s with more findings and links than a call has arguments is built', async (_name, options, output) => {
  const cwd = await temporaryFolder({
    'a.md': 'Words.',
    'tagleaf.yaml': 'lang: en\ncollections: { book: { title: The Book, posts: [a.md] } }\n',
  });
  const report = await run(cwd, options);
  expect(report.failures).toEqual([]);
  expect(report.files.map(({ path }) => path)).toEqual([`${output}.pdf`, `${output}.epub`]);
  expect(report.counts.messages.warning).toBe(3 * many);
  const rows = (await readFile(join(cwd, 'out', 'links.csv'), 'utf8')).split('\r\n');
  expect(rows.filter((row) => row === 'here,https://example.org/,a.md,,external')).toHaveLength(many);
});
