import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { runCli } from './run-cli.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const dated = (title: string, body: string): string =>
  `<html lang="en"><head><title>${title}</title><meta name="pubdate" content="2022-05-06"></head><body><main>${body}</main></body></html>`;
const words = '<p>The words of the page, of which there are a few.</p>';

async function made(cwd: string, folder = 'posts'): Promise<readonly string[]> {
  const names = await readdir(join(cwd, folder), { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(cwd, folder).length + 1))
    .toSorted();
}

test('pictures go with the post: files beside the page, and those that the page holds', async () => {
  const data = `data:image/png;base64,${png.toString('base64')}`;
  const body =
    `${words}<p><img src="p/a.png" alt="A"> <img src="p/a.png" alt=""> <img src="${data}" alt="Held"></p>` +
    `<table><tr><th rowspan=2>x<td><img src="/p/b%20c.png" alt="B"><tr><td>y</table>` +
    `<p><img src="../../secret.png" alt="Out"> <img src="p/link.png" alt="Link"> <img src="notes.txt" alt="Notes">` +
    ` <img src="https://example.org/r.png" alt="Far"> <img src="gone.png" alt="Gone"></p>`;
  const cwd = await temporaryFolder({
    'in/page.html': dated('Pictures', body),
    'in/p/a.png': png,
    'in/p/b c.png': png,
    'in/notes.txt': 'Notes.\n',
    'secret.png': png,
  });
  await symlink('../../secret.png', join(cwd, 'in/p/link.png'));
  const { code } = await runCli(['intake', 'in/page.html'], { cwd });
  expect(code).toBe(0);
  expect(await made(cwd)).toEqual([
    '2022-05-06-pictures.md',
    'intake-report.csv',
    'media/2022-05-06-pictures/a.png',
    'media/2022-05-06-pictures/b-c.png',
    'media/2022-05-06-pictures/picture.png',
  ]);
  const media = 'media/2022-05-06-pictures';
  const post = await readFile(join(cwd, 'posts/2022-05-06-pictures.md'), 'utf8');
  expect(post.slice(post.indexOf('![A]'))).toBe(
    `![A](${media}/a.png) <img src="${media}/a.png" alt=""> ![Held](${media}/picture.png)\n\n` +
      `<table>\n<tbody>\n<tr>\n<th rowspan="2">x</th>\n<td><img src="${media}/b-c.png" alt="B"></td>\n</tr>\n<tr>\n<td>y</td>\n</tr>\n</tbody>\n</table>\n\n` +
      '![Out](../../secret.png) ![Link](p/link.png) ![Notes](notes.txt) ![Far](https://example.org/r.png) ![Gone](gone.png)\n',
  );
  expect((await readFile(join(cwd, 'posts', media, 'picture.png'))).equals(png)).toBe(true);
});

test('addresses of pictures that are not there become absolute where the address of the page is known', async () => {
  const page = dated(
    'Far',
    `${words}<p><img src="/gone.png" alt="G"><img src="Far_files/x.png" alt="X"></p>`,
  );
  const cwd = await temporaryFolder({
    'far.html': page.replace('<head>', '<head><link rel="canonical" href="https://example.org/a/b">'),
  });
  await runCli(['intake', 'far.html'], { cwd });
  expect(await readFile(join(cwd, 'posts/2022-05-06-far.md'), 'utf8')).toContain(
    '![G](https://example.org/gone.png)![X](Far_files/x.png)\n',
  );
});

test('a post or a picture that is there is kept without --force', async () => {
  const page = (text: string): string => dated('Twice', `<p>${text} <img src="a.png" alt="A"></p>`);
  const cwd = await temporaryFolder({ 'in/a.html': page('One'), 'in/a.png': png });
  const args = ['intake', 'in'];
  expect((await runCli(args, { cwd })).out).toBe(
    'written  in/a.html → posts/2022-05-06-twice.md\n1 written\n',
  );
  const again = await runCli(args, { cwd });
  expect(again.out).toBe('skipped  in/a.html → posts/2022-05-06-twice.md\n1 skipped\n');
  expect(await readFile(join(cwd, 'posts/intake-report.csv'), 'utf8')).toContain(
    'in/a.html,skipped,posts/2022-05-06-twice.md,"is there already, the same; The input says no',
  );
  await writeFile(join(cwd, 'in/a.png'), 'another');
  await runCli(args, { cwd });
  const picture = 'media/2022-05-06-twice/a.png';
  expect(await readFile(join(cwd, 'posts/intake-report.csv'), 'utf8')).toContain(
    `"${picture} is there already; see --force`.slice(1),
  );
  expect((await readFile(join(cwd, 'posts', picture))).equals(png)).toBe(true);
  expect((await runCli([...args, '--force'], { cwd })).out).toContain('1 written');
  expect(await readFile(join(cwd, 'posts', picture), 'utf8')).toBe('another');
});

test('what differs in a fact or in markup is no duplicate', async () => {
  const page = (day: string, body: string): string => dated('Same', body).replace('2022-05-06', day);
  const cwd = await temporaryFolder({
    'in/1.html': page('2022-05-06', words),
    'in/2.html': page('2022-05-06', words),
    'in/3.html': page('2022-05-07', words),
    'in/4.html': page('2022-05-06', words.replace('page', '<a href="https://example.org/">page</a>')),
  });
  const { out } = await runCli(['intake', 'in'], { cwd });
  expect(out).toBe(
    'written    in/1.html → posts/2022-05-06-same.md\n' +
      'duplicate  in/2.html → posts/2022-05-06-same.md\n' +
      'written    in/3.html → posts/2022-05-07-same.md\n' +
      'written    in/4.html → posts/2022-05-06-same-2.md\n' +
      '3 written, 1 duplicate\n',
  );
  const report = await readFile(join(cwd, 'posts/intake-report.csv'), 'utf8');
  expect(report).toContain(
    'in/2.html,duplicate,posts/2022-05-06-same.md,duplicate of posts/2022-05-06-same.md\r\n',
  );
  const reason = 'The words are those of posts/2022-05-06-same.md, with other facts or markup';
  expect(report.split(reason)).toHaveLength(3);
});

test('numbers are given in the order of paths, however the inputs are named', async () => {
  const cwd = await temporaryFolder({
    'b/x.html': dated('Same', '<p>Of b.</p>'),
    'a/x.html': dated('Same', '<p>Of a.</p>'),
  });
  await runCli(['intake', 'b', 'a'], { cwd });
  expect(await readFile(join(cwd, 'posts/2022-05-06-same.md'), 'utf8')).toContain('Of a.');
  expect(await readFile(join(cwd, 'posts/2022-05-06-same-2.md'), 'utf8')).toContain('Of b.');
});

test.each([
  ['<title>Titled</title>', 'in-put.html', 'in-put.md'],
  ['<meta name="pubdate" content="2022-05-06">', 'in-put.html', '2022-05-06-in-put.md'],
  ['<meta name="pubdate" content="2022-05-06">', '2022-05-06-x.html', '2022-05-06-x.md'],
])('a page with %s, %s, becomes %s', async (head, file, name) => {
  const cwd = await temporaryFolder({ [file]: `<head>${head}</head><p>Words.</p>` });
  await runCli(['intake', file], { cwd });
  expect(await made(cwd)).toEqual([name, 'intake-report.csv']);
});

test('a folder for posts inside the folder of inputs is no input', async () => {
  const cwd = await temporaryFolder({ 'page.html': dated('In', words) });
  const first = await runCli(['intake', '.', '--out', 'posts'], { cwd });
  expect(first.out).toContain('1 written');
  const second = await runCli(['intake', '.', '--out', 'posts', '--force'], { cwd });
  expect(second.out).toBe(first.out);
});

test('links in folders are not followed', async () => {
  const cwd = await temporaryFolder({ 'in/page.html': dated('In', words), 'out.html': dated('Out', words) });
  await symlink('../out.html', join(cwd, 'in/link.html'));
  await symlink('..', join(cwd, 'in/up'));
  const { out } = await runCli(['intake', 'in'], { cwd });
  expect(out).toBe('written  in/page.html → posts/2022-05-06-in.md\n1 written\n');
});

test('an input that cannot be read stops no other', async () => {
  const cwd = await temporaryFolder({ 'a.html': dated('A', words) });
  await symlink('b.html', join(cwd, 'b.html'));
  await mkdir(join(cwd, 'in'));
  await writeFile(join(cwd, 'in/c.html'), dated('C', '<p>Other words.</p>'));
  await chmod(join(cwd, 'in/c.html'), 0o000);
  const isReadable = await readFile(join(cwd, 'in/c.html')).then(
    () => true,
    () => false,
  );
  const { code, out, err } = await runCli(['intake', 'a.html', '/dev/null', 'in'], { cwd });
  expect(code).toBe(3);
  expect(out).toContain('written  a.html → posts/2022-05-06-a.md\n');
  expect(out).toContain('skipped  /dev/null\n');
  expect(out).toContain(isReadable ? '2 written' : '1 written');
  expect(err).toContain('tagleaf: Cannot read /dev/null: it is no file\n');
  expect(existsSync(join(cwd, 'posts/intake-report.csv'))).toBe(true);
});

test('a folder that cannot be written ends the run', async () => {
  const cwd = await temporaryFolder({ 'a.html': dated('A', words), posts: 'a file' });
  const { code, out, err } = await runCli(['intake', 'a.html'], { cwd });
  expect([code, out]).toEqual([3, '']);
  expect(err).toContain('Cannot write ');
});

test('captures say their address, time and digest', async () => {
  const page = dated('Captured', words);
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`;
  const record =
    'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/c\r\nWARC-Date: 2025-03-13T23:46:02Z\r\n' +
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nWARC-Payload-Digest: whirlpool:00\r\n' +
    `Content-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
  const cwd = await temporaryFolder({ 'in/page.warc.gz': gzipSync(record), 'in/empty.warc': '' });
  const { code, out } = await runCli(['intake', 'in'], { cwd });
  expect([code, out]).toEqual([
    1,
    'skipped  in/empty.warc\nwritten  in/page.warc.gz → posts/2022-05-06-captured.md\n1 skipped, 1 written\n',
  ]);
  expect(await readFile(join(cwd, 'posts/2022-05-06-captured.md'), 'utf8')).toMatch(
    /\nsource:\n {2}url: https:\/\/example\.org\/c\n {2}file: page\.warc\.gz\n {2}sha256: [0-9a-f]{64}\n {2}captured: 2025-03-13T23:46:02Z\n {2}digest: whirlpool:00\n---\n/u,
  );
});

test('the report is safe in a spreadsheet', async () => {
  const cwd = await temporaryFolder({ 'in/=1+1.txt': '\n', 'in/a,b.txt': '\n' });
  await runCli(['intake', 'in'], { cwd });
  expect(await readFile(join(cwd, 'posts/intake-report.csv'), 'utf8')).toBe(
    'input,status,post,reasons\r\nin/=1+1.txt,skipped,,No text to make a post of\r\n"in/a,b.txt",skipped,,No text to make a post of\r\n',
  );
});
