import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { packRecord, type PackOptions, type PackReport } from '../../src/filing/pack-record.ts';
import { rebuildCheck } from '../../src/filing/rebuild-check.ts';
import { safePath } from '../../src/filing/safe-path.ts';
import { matchDigest } from '../../src/filing/scan/scan-finding.ts';
import { runIntake } from '../../src/intake/run-intake.ts';
import { listFiles, temporaryFolder } from '../publish/temporary-folder.ts';

const post = (file: string, more = ''): string =>
  `---\ntitle: A post\nlang: en-US\nreleased: 2011-12-02\nagency: The Agency\n` +
  `source: { url: 'https://agency.gov/a', file: '${file}' }\nrecord: { id: agency-0001 }\n${more}---\n\nWords.\n`;

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder({ 'tagleaf.yaml': 'cover: none\n' });
});

async function write(path: string, bytes: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(cwd, path)), { recursive: true });
  await writeFile(join(cwd, path), bytes);
}

const pack = (options: Partial<PackOptions> = {}): Promise<PackReport> =>
  packRecord(
    { cwd, post: 'posts/a.md', store: join(cwd, 'store'), ...options },
    { now: () => new Date('2026-11-23T12:00:00Z') },
  );

const told = ({ messages }: PackReport): readonly string[] =>
  messages
    .map(({ severity, ruleId }) => `${severity} ${ruleId}`)
    .filter((line) => /capture|name/u.test(line));

const bag = (): string => join(cwd, 'store/agency-0001_v0001');

const sources = async (): Promise<readonly string[]> => await listFiles(join(bag(), 'data/source'));

test.each([
  ['mill-road.html', 'mill-road.html'],
  ['captures/Mill Road.warc.gz', 'captures/mill-road-warc.gz'],
  ['Übersicht_(1).WACZ', 'ubersicht_-1.wacz'],
  ['.htaccess', 'htaccess'],
  ['日本.html', 'capture.html'],
])('%s is filed as %s', (path, safe) => {
  expect(safePath(path)).toBe(safe);
  expect(safePath(safe)).toBe(safe);
});

test('what intake made is filed with the page that it was made from', async () => {
  const html =
    '<html lang="en"><title>Mill Road closes</title><body><h1>Mill Road closes</h1><p>Release Date: March 4, 2013</p><p>Words of it.</p>';
  await write('in/sub/Page 1.html', html);
  const root = join(cwd, 'in');
  const take = (copies: boolean): Promise<unknown> =>
    runIntake({
      inputs: [
        {
          file: 'in/sub/Page 1.html',
          path: 'sub/Page 1.html',
          absolutePath: join(root, 'sub/Page 1.html'),
          root,
        },
      ],
      out: join(cwd, 'posts'),
      cwd,
      copies,
      dryRun: false,
      force: true,
      inputBytes: 1_000_000,
      imageBytes: 1000,
      accounts: false,
      write: async (path, bytes) => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, bytes);
      },
    });
  const name = '2013-03-04-mill-road-closes';
  const made = async (): Promise<string> => {
    const text = await readFile(join(cwd, `posts/${name}.md`), 'utf8');
    await write(`posts/${name}.md`, text.replace('---\n', '---\nrecord: { id: agency-0001 }\n'));
    return text;
  };
  await take(false);
  expect(await made()).toContain('  file: sub/Page 1.html\n');
  expect(told(await pack({ post: `posts/${name}.md`, renderTo: join(cwd, 'out') }))).toEqual([
    'warning record-capture-missing',
  ]);
  await take(true);
  expect(await made()).toContain(`  file: captures/${name}.html\n  original: sub/Page 1.html\n`);
  expect(await pack({ post: `posts/${name}.md`, requireCapture: true })).toMatchObject({ outcome: 'filed' });
  expect(await sources()).toEqual([`${name}.md`, `captures/${name}.html`]);
  expect(await readFile(join(bag(), `data/source/captures/${name}.html`), 'utf8')).toBe(html);
});

test('a capture as tools name it is filed under a safe name, with its own in the metadata', async () => {
  await write('posts/a.md', post('crawls/Mill Road.warc.gz'));
  await write(
    'posts/crawls/Mill Road.warc.gz',
    gzipSync('WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n'),
  );
  const report = await pack();
  expect(report).toMatchObject({ outcome: 'filed' });
  expect(told(report)).toEqual([]);
  expect(await sources()).toEqual(['a.md', 'crawls/mill-road-warc.gz']);
  const premis = await readFile(join(bag(), 'data/metadata/premis.xml'), 'utf8');
  expect(premis).toContain('<premis:originalName>Mill Road.warc.gz</premis:originalName>');
  expect(await rebuildCheck(bag())).toMatchObject({ outcome: 'identical' });
  expect(await pack()).toMatchObject({ outcome: 'already-filed' });
});

test('a name that a person let pass stays as it is', async () => {
  const digest = matchDigest('data/source/Mill Road.html');
  const waiver = `waivers: [{ rule: file-name-unsafe, match_sha256: ${digest}, reason: r, by: b, on: 2026-11-23 }]\n`;
  await write('posts/a.md', post('Mill Road.html', waiver));
  await write('posts/Mill Road.html', '<p>Words');
  expect(await pack()).toMatchObject({ outcome: 'filed' });
  expect(await sources()).toEqual(['Mill Road.html', 'a.md']);
});

test('a capture whose safe name is taken keeps its own, and is refused', async () => {
  await write('posts/a.md', post('A.md'));
  await write('posts/A.md', '<p>Words');
  expect(await pack()).toMatchObject({ outcome: 'refused' });
});

test.each([
  ['that is not there', (): Promise<void> => Promise.resolve()],
  [
    'that is a link out of the folder',
    async (): Promise<void> => {
      await write('elsewhere.html', '<p>Words');
      await symlink(join(cwd, 'elsewhere.html'), join(cwd, 'posts/a.html'));
    },
  ],
])('a capture %s is told, and refused where it is required', async (_name, make) => {
  await write('posts/a.md', post('a.html'));
  await make();
  const refused = await pack({ requireCapture: true });
  expect(refused.outcome).toBe('refused');
  expect(told(refused)).toEqual(['error record-capture-required']);
  const filed = await pack();
  expect(filed.outcome).toBe('filed');
  expect(told(filed)).toEqual(['warning record-capture-missing']);
});

test('a post that names no capture is refused where one is required', async () => {
  await write('posts/a.md', post('a.html').replace(", file: 'a.html'", ''));
  expect(told(await pack({ requireCapture: true }))).toEqual(['error record-capture-required']);
  expect(told(await pack())).toEqual([]);
});

test('an empty capture is filed, and told', async () => {
  await write('posts/a.md', post('a.html'));
  await write('posts/a.html', '');
  const report = await pack({ requireCapture: true });
  expect(report.outcome).toBe('filed');
  expect(told(report)).toEqual(['warning record-capture-empty']);
  await rm(join(cwd, 'posts/a.html'));
});
