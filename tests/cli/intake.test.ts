import { existsSync, readFileSync } from 'node:fs';
import { lstat, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { callCli } from './call-cli.ts';
import { isLong } from '../how-long.ts';

const archived = `Posted by Jane Doe
Words of the post.
Archived Content
This page is kept as it was written at the time.A title: with a colon
Release Date: May 6, 2022
Last Updated: 08/07/2024
`;

const shared = new URL('../../../shared/corpora/archived-text/sample-post.txt', import.meta.url);
if (!existsSync(shared)) console.warn('skipped: the archived text is not beside the project');

test('a page of 20 MB is refused', async () => {
  const cwd = await temporaryFolder({
    'big.html': `<html><body><p>${'words '.repeat(3_500_000)}</p></body></html>`,
  });
  const { code, out, err } = await callCli(['intake', 'big.html'], { cwd });
  expect([code, out]).toEqual([1, 'skipped  big.html\n1 skipped\n']);
  expect(err).toContain('The text has 21000033 characters, more than 10000000');
});

test.runIf(isLong)('a page of 20 MB of pictures is read', async () => {
  const data = Buffer.alloc(15_000_000, 'x').toString('base64');
  const cwd = await temporaryFolder({
    'big.html': `<html><body><p>Words.</p><img alt="A" src="data:image/png;base64,${data}"></body></html>`,
  });
  expect((await callCli(['intake', 'big.html'], { cwd })).code).toBe(0);
  expect(await readFile(join(cwd, 'posts/big.md'), 'utf8')).toContain('![A](media/big/picture.png)\n');
  expect(await readFile(join(cwd, 'posts/media/big/picture.png'))).toHaveLength(15_000_000);
});

test('what is there and cannot be read is not taken for absent', async () => {
  const cwd = await temporaryFolder({ 'a.txt': archived, 'posts/b.md': '' });
  const name = '2022-05-06-a-title-with-a-colon.md';
  await symlink(name, join(cwd, 'posts', name));
  const { code, err } = await callCli(['intake', 'a.txt'], { cwd });
  expect([code, err]).toEqual([3, `tagleaf: Cannot read ${join(cwd, 'posts', name)}\n`]);
  expect((await lstat(join(cwd, 'posts', name))).isSymbolicLink()).toBe(true);
  await callCli(['intake', 'a.txt', '--force'], { cwd });
  expect(await readFile(join(cwd, 'posts', name), 'utf8')).toContain('Words of the post.');
});

test('--json accounts for every part of the input', async () => {
  const cwd = await temporaryFolder({ 'a.txt': archived });
  const { out } = await callCli(['intake', 'a.txt', '--json', '--dry-run'], { cwd });
  const report: unknown = JSON.parse(out);
  expect(report).toMatchObject({
    rows: [
      {
        input: 'a.txt',
        stream: archived,
        spans: [
          { use: 'field', field: 'byline', start: 0, end: 19 },
          { use: 'body', start: 19, end: 38 },
          { use: 'label', start: 38, end: 55 },
          { use: 'field', field: 'archived.notice', start: 55, end: 103 },
          { use: 'field', field: 'title', start: 103, end: 125 },
          { use: 'field', field: 'released_as_shown', start: 125, end: 151 },
          { use: 'field', field: 'updated_as_shown', start: 151, end: 176 },
        ],
      },
    ],
  });
});

test.skipIf(!existsSync(shared))(
  'the archived post of the sample is what intake makes of its text',
  async () => {
    const cwd = await temporaryFolder({ 'sample-post.txt': readFileSync(shared) });
    const { code } = await callCli(
      [
        'intake',
        'sample-post.txt',
        '--no-copy',
        '--date-order',
        'mdy',
        '--lang',
        'en-US',
        '--agency',
        'U.S. Department of Homeland Security',
      ],
      { cwd },
    );
    expect(code).toBe(0);
    const [name = ''] = (await readdir(join(cwd, 'posts'))).filter((file) => file.endsWith('.md'));
    expect(await readFile(join(cwd, 'posts', name), 'utf8')).toBe(
      readFileSync(
        new URL('../../posts/2011-12-02-strong-international-partnerships.md', import.meta.url),
        'utf8',
      ),
    );
  },
);

test('a folder that holds its posts is taken in again: copies are duplicates of what they copy', async () => {
  const cwd = await temporaryFolder({ 'zoo.txt': 'Title: Zoo opens\nDate: March 4, 2013\nWords of it.\n' });
  const run = (): ReturnType<typeof callCli> => callCli(['intake', '.', '--lang', 'en'], { cwd });
  const post = 'posts/2013-03-04-zoo-opens.md';
  expect((await run()).out).toBe(`written  zoo.txt → ${post}\n1 written\n`);
  const made = await readFile(join(cwd, post), 'utf8');
  expect((await run()).out).toContain(`duplicate  posts/captures/2013-03-04-zoo-opens.txt → ${post}\n`);
  expect(await readFile(join(cwd, post), 'utf8')).toBe(made);
});

test('texts and pages in gzip are found in folders too', async () => {
  const cwd = await temporaryFolder({ 'in/notes.gz': 'of some program' });
  for (const [name, text] of [
    ['text.txt.gz', archived],
    ['page.html.gz', '<html lang="en"><title>A page</title><p>Posted: March 4, 2013</p><p>Words.</p></html>'],
  ] as const)
    await writeFile(join(cwd, 'in', name), gzipSync(text));
  const { out } = await callCli(['intake', 'in', '--dry-run'], { cwd });
  expect(out).toContain('in/page.html.gz → posts/2013-03-04-a-page.md\n');
  expect(out).toContain('in/text.txt.gz → posts/2022-05-06-a-title-with-a-colon.md\n');
  expect(out).toContain('1 not read');
});

test('every file of a mirror has its row, and what HTTrack keeps for itself is not read', async () => {
  const page = (image: string): string =>
    `<html lang="en"><title>A page</title><p>Posted: March 4, 2013</p><p>Words.</p><img src="${image}" alt="A leaf"></html>`;
  const cwd = await temporaryFolder({
    'mirror/www.example.gov/index.html': page('leaf.png'),
    'mirror/www.example.gov/leaf.png': 'png',
    'mirror/www.example.gov/unused.gif': 'gif',
    'mirror/www.example.gov/style.css': 'p{}',
    'mirror/www.example.gov/.htaccess': '',
    'mirror/hts-cache/new.txt': 'date',
    'mirror/hts-log.txt': 'HTTrack launched',
    'mirror/old.md': '',
  });
  const { out } = await callCli(['intake', 'mirror'], { cwd });
  expect(out).toBe(
    'written  mirror/www.example.gov/index.html → posts/2013-03-04-a-page.md\n1 written, 5 not read, 2 picture\n',
  );
  const report = await readFile(join(cwd, 'posts/intake-report.csv'), 'utf8');
  expect(report.split('\r\n').slice(2)).toEqual([
    'mirror/old.md,not read,,it is a post,',
    'mirror/www.example.gov/leaf.png,picture,posts/2013-03-04-a-page.md,,',
    'mirror/www.example.gov/style.css,not read,,"it is no text, page or capture",',
    'mirror/www.example.gov/unused.gif,picture,,no post shows it,',
    'mirror/hts-cache,not read,,HTTrack keeps its own files there,',
    'mirror/hts-log.txt,not read,,HTTrack keeps its own files there,',
    'mirror/www.example.gov/.htaccess,not read,,its name begins with a full stop,',
    '',
  ]);
});

test('--collection makes a collection of what was taken in, and leaves the rest of the configuration', async () => {
  const config = '# Ours\nagency: Department of Examples # as we are called\n';
  const cwd = await temporaryFolder({
    'a.html': '<html lang="en"><title>A page</title><p>Posted: March 4, 2013</p><p>Words.</p></html>',
    'tagleaf.yaml': config,
  });
  for (let run = 0; run < 2; run += 1)
    expect((await callCli(['intake', 'a.html', '--collection', 'site', '--force'], { cwd })).code).toBe(0);
  expect(await readFile(join(cwd, 'tagleaf.yaml'), 'utf8')).toBe(
    `${config}collections:\n  site:\n    title: site\n    posts:\n      - posts/\n    order: released\n`,
  );
  const { out } = await callCli(['build', '--collection', 'site', '--out', 'out'], { cwd });
  expect(out).toMatch(/out\/site\.pdf +\d+ pages?/u);
  expect((await callCli(['intake', 'a.html', '--collection', 'a b'], { cwd })).code).toBe(2);
  for (const broken of ['collections: [', 'collections: 3\n', '- a\n']) {
    const other = await temporaryFolder({ 'a.html': '<p>Words.', 'tagleaf.yaml': broken });
    expect((await callCli(['intake', 'a.html', '--collection', 'site'], { cwd: other })).code).toBe(2);
    expect(await readFile(join(other, 'tagleaf.yaml'), 'utf8')).toBe(broken);
  }
});
