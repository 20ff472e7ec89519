import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { runCli } from './run-cli.ts';

const archived = `Posted by Jane Doe
Words of the post.
Archived Content
This page is kept as it was written at the time.A title: with a colon
Release Date: May 6, 2022
Last Updated: 08/07/2024
`;
const page = `<!DOCTYPE html><html lang="en"><head><meta charset="windows-1252"><title>A page</title>
<link rel="canonical" href="https://example.org/a"></head>
<body><nav>Home</nav><main><h1>A page</h1><p>Caf\u00e9 words.</p><img src="p/map.png" alt="A map"></main></body></html>`;

const shared = new URL('../../../shared/corpora/archived-text/sample-post.txt', import.meta.url);
if (!existsSync(shared)) console.warn('skipped: the archived text is not beside the project');

test('a folder becomes posts, pictures and a report', async () => {
  const cwd = await temporaryFolder({
    'in/a.txt': archived,
    'in/b.txt': `${archived}\n`,
    'in/sub/page.html': Buffer.from(page, 'latin1'),
    'in/sub/p/map.png': 'not looked into',
    'in/empty.txt': '\u00A0\n',
    'in/bad.txt': Buffer.from([0x41, 0xff]),
    'in/_draft.txt': 'Left alone.',
  });
  const { code, out, err } = await runCli(['intake', 'in', '--lang', 'en', '--date-order', 'mdy'], { cwd });
  expect(code).toBe(1);
  expect(out).toBe(
    'written          in/a.txt → posts/2022-05-06-a-title-with-a-colon.md\n' +
      'duplicate        in/b.txt → posts/2022-05-06-a-title-with-a-colon.md\n' +
      'skipped          in/bad.txt\n' +
      'skipped          in/empty.txt\n' +
      'needs attention  in/sub/page.html → posts/page.md\n' +
      '1 written, 1 duplicate, 2 skipped, 1 needs attention\n',
  );
  expect(err).toContain('Not utf-8: the byte at offset 1 does not belong');
  expect(err).toContain('No text to make a post of');
  expect(await readFile(join(cwd, 'posts/2022-05-06-a-title-with-a-colon.md'), 'utf8')).toMatch(
    /^---\ntitle: 'A title: with a colon'\nbyline: Posted by Jane Doe\nauthors:\n {2}- Jane Doe\nreleased: 2022-05-06\nreleased_as_shown: 'Release Date: May 6, 2022'\nupdated: 2024-08-07\nupdated_as_shown: 'Last Updated: 08\/07\/2024'\nlang: en\narchived:\n {2}label: Archived Content\n {2}notice: >-\n {4}This page is kept as it was written at the time\.\nsource:\n {2}file: a\.txt\n {2}sha256: [0-9a-f]{64}\n---\n\nWords of the post\.\n$/u,
  );
  const made = await readFile(join(cwd, 'posts/page.md'), 'utf8');
  expect(made).toContain('url: https://example.org/a\n  file: sub/page.html\n');
  expect(made).toContain('Café words.');
  expect(made).toContain('![A map](media/page/map.png)');
  expect(await readFile(join(cwd, 'posts/media/page/map.png'), 'utf8')).toBe('not looked into');
  const rows = (await readFile(join(cwd, 'posts/intake-report.csv'), 'utf8')).split('\r\n');
  expect(rows[0]).toBe('input,status,post,reasons');
  expect(rows[1]).toMatch(
    /^in\/a\.txt,written,posts\/2022-05-06-a-title-with-a-colon\.md,line 4: Title parted/u,
  );
  expect(rows).toHaveLength(7);
});

test('posts that are there are kept, unless --force says so; --dry-run writes nothing', async () => {
  const cwd = await temporaryFolder({ 'a.txt': archived });
  const args = ['intake', 'a.txt', '--lang', 'en', '--date-order', 'mdy'];
  expect((await runCli([...args, '--dry-run'], { cwd })).out).toContain('1 written');
  expect(await readdir(cwd)).toEqual(['a.txt']);
  await runCli(args, { cwd });
  expect((await runCli(args, { cwd })).out).toContain('skipped  a.txt → posts/');
  expect((await runCli([...args, '--agency', 'Agency'], { cwd })).out).toContain('1 skipped');
  await runCli([...args, '--agency', 'Agency', '--force'], { cwd });
  expect(await readFile(join(cwd, 'posts/2022-05-06-a-title-with-a-colon.md'), 'utf8')).toContain(
    'agency: Agency',
  );
});

test('a page of 20 MB is refused', async () => {
  const cwd = await temporaryFolder({
    'big.html': `<html><body><p>${'words '.repeat(3_500_000)}</p></body></html>`,
  });
  const { code, out, err } = await runCli(['intake', 'big.html'], { cwd });
  expect([code, out]).toEqual([1, 'skipped  big.html\n1 skipped\n']);
  expect(err).toContain('The text has 21000033 characters, more than 10000000');
});

test('a page of 20 MB of pictures is read', async () => {
  const data = Buffer.alloc(15_000_000, 'x').toString('base64');
  const cwd = await temporaryFolder({
    'big.html': `<html><body><p>Words.</p><img alt="A" src="data:image/png;base64,${data}"></body></html>`,
  });
  expect((await runCli(['intake', 'big.html'], { cwd })).code).toBe(0);
  expect(await readFile(join(cwd, 'posts/big.md'), 'utf8')).toContain('![A](media/big/picture.png)\n');
  expect(await readFile(join(cwd, 'posts/media/big/picture.png'))).toHaveLength(15_000_000);
});

test('two posts of one name get a number', async () => {
  const cwd = await temporaryFolder({
    'in/a.txt': archived,
    'in/b.txt': archived.replace('Words', 'Other words'),
  });
  await runCli(['intake', 'in', '--lang', 'en', '--date-order', 'mdy'], { cwd });
  expect((await readdir(join(cwd, 'posts'))).toSorted()).toEqual([
    '2022-05-06-a-title-with-a-colon-2.md',
    '2022-05-06-a-title-with-a-colon.md',
    'intake-report.csv',
  ]);
});

test('--json accounts for every part of the input', async () => {
  const cwd = await temporaryFolder({ 'a.txt': archived });
  const { out } = await runCli(['intake', 'a.txt', '--json', '--dry-run'], { cwd });
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

test.each([
  [['intake', 'none'], 'tagleaf: none: there is no such file or folder\n'],
  [['intake', '.'], 'tagleaf: nothing to read (.txt, .html, .warc) in .\n'],
  [['intake', '.', '--date-order', 'usa'], 'tagleaf: --date-order takes mdy, dmy or ymd, not `usa`\n'],
  [
    ['intake', '.', '--lang', 'english'],
    'tagleaf: --lang takes a language tag such as en-US, not `english`\n',
  ],
  [['intake', '.', '--encoding', 'none'], 'tagleaf: --encoding: there is no encoding `none`\n'],
])('%j is wrong usage', async (args, err) => {
  const cwd = await temporaryFolder({ 'a.md': '# A\n' });
  expect(await runCli(args, { cwd })).toEqual({ code: 2, out: '', err });
});

test.skipIf(!existsSync(shared))(
  'the archived post of the sample is what intake makes of its text',
  async () => {
    const cwd = await temporaryFolder({ 'sample-post.txt': readFileSync(shared) });
    const { code } = await runCli(
      [
        'intake',
        'sample-post.txt',
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
