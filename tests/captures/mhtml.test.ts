import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCaptureTexts } from '../../src/filing/scan/read-capture-texts.ts';
import { takeInFiles } from '../intake/take-in-files.ts';

/** Saved by Chromium 143 with `Page.captureSnapshot`. */
const saved = readFileSync(new URL('fixtures/chromium.mhtml', import.meta.url));

const png = readFileSync(new URL('../assets/fixtures/rgb8.png', import.meta.url));

interface Part {
  readonly head: string;
  readonly body: string;
}

function mhtml(parts: readonly Part[], headers = '', end = '\r\n--b--\r\n'): string {
  const all = parts.map(({ head, body }) => `\r\n--b\r\n${head}\r\n\r\n${body}`).join('');
  return `From: <Saved>\r\n${headers}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=b\r\n${all}${end}`;
}

const html = `<!doctype html><html lang="en"><meta charset="windows-1252"><title>A page</title><main><h1>A page</h1><p>Posted: March 4, 2013</p><p>It is a caf=E9 of 5=\r\n00 words.</p><img src="cid:leaf@x" alt="A leaf"><script>document.write('Words of a script')</script></main></html>`;
const page: Part = {
  head: 'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: a/page.html',
  body: html.replaceAll(/=(?="|[\w])/gu, (sign, at: number) => (html.startsWith('=E9', at) ? sign : '=3D')),
};
const leaf: Part = {
  head: 'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <leaf@x>',
  body: png.toString('base64'),
};

describe('MHTML', () => {
  test('of Chromium becomes a post with its picture', async () => {
    const { files, report, told } = await takeInFiles({ 'page.mhtml': saved });
    expect(told).toEqual([]);
    const post = files.get('2013-03-04-mill-road-closes-größe.md')?.toString() ?? '';
    expect(post).toContain('url: http://www.example.gov/page.html\n');
    expect(post).toContain('captured: 2026-11-30T14:37:43Z\n');
    expect(post).toContain('on, = and a line that is long enough to be broken by any program that writes');
    expect(post).toMatch(/!\[A leaf\]\(media\/[^)]*\/leaf\.png\)/u);
    expect(post).not.toContain('frame');
    expect([...files].find(([name]) => name.endsWith('leaf.png'))?.[1]).toEqual(png);
    expect(
      report.addresses.map(({ address, outcome, reason }) => [address.replace(/-.*/u, ''), outcome, reason]),
    ).toEqual([
      ['http://www.example.gov/page.html', 'post', ''],
      ['http://www.example.gov/leaf.png', 'picture', ''],
      ['cid:css', 'not a page', 'it is text/css'],
      ['http://www.example.gov/frame.html', 'not a page', 'it is a frame of the page'],
    ]);
  });

  test('is read where its version is left out, and text that names a type is text', async () => {
    const { files } = await takeInFiles({
      'page.mht': mhtml([page]).replace('MIME-Version: 1.0\r\n', ''),
      'text.txt':
        'Content-Type: multipart/related\n\nA title\nRelease Date: March 4, 2013\n\nWords of the page.\n',
    });
    expect(files.get('2013-03-04-a-page.md')?.toString()).toContain('It is a café of 500 words.');
    expect(
      [...files.values()].filter((bytes) => bytes.toString().includes('Words of the page.')),
    ).not.toEqual([]);
  });

  test('of other programs, with other encodings and names of parts', async () => {
    const bytes = mhtml(
      [page, leaf],
      'Content-Location: https://www.example.gov/b.html\r\nDate: Mon, 4 Mar 2013 10:00:00 -0500\r\n',
    );
    const { files } = await takeInFiles({ 'page.mht': bytes });
    const post = files.get('2013-03-04-a-page.md')?.toString() ?? '';
    expect(post).toContain('url: https://www.example.gov/a/page.html\n');
    expect(post).toContain('captured: 2013-03-04T15:00:00Z\n');
    expect(post).toContain('It is a café of 500 words.');
    expect(post).not.toContain('script');
    expect([...files].filter(([name]) => name.startsWith('media/')).map(([, of]) => of)).toEqual([png]);
  });

  test('is searched as it reads', async () => {
    const { texts, heads, unsearched, pictures } = await readCaptureTexts(
      Buffer.from(mhtml([page, leaf], 'X-Note: 523-45-6789\r\n')),
    );
    expect(unsearched).toEqual([]);
    expect(pictures).toHaveLength(1);
    expect(texts.map(({ text }) => text).join('\n')).toContain('of 500 words');
    expect(heads.map(({ text }) => text).join('\n')).toContain('X-Note: 523-45-6789');
  });
});

function nested(depth: number): string {
  let body = 'Content-Type: text/html\r\n\r\n<p>Words';
  for (let at = 0; at < depth; at += 1)
    body = `Content-Type: multipart/mixed; boundary=n${at}\r\n\r\n--n${at}\r\n${body}\r\n--n${at}--`;
  return mhtml([
    { head: body.slice(0, body.indexOf('\r\n\r\n')), body: body.slice(body.indexOf('\r\n\r\n') + 4) },
  ]);
}

describe('is refused:', () => {
  test.each<[string, string, string]>([
    ['cut off', mhtml([page, leaf], '', ''), 'The file is cut off: its last part does not end'],
    ['no page', mhtml([leaf]), 'The capture holds no HTML page'],
    ['parts that nest too deeply', nested(100), 'Parts nest more than 8 deep'],
    [
      'too many parts',
      mhtml(Array.from({ length: 100_002 }, () => ({ head: 'A: b', body: '' }))),
      'The file has more than 100000 parts',
    ],
    [
      'a packing that is not known',
      mhtml([{ ...page, head: page.head.replace('quoted-printable', 'x-uuencode') }]),
      'The part is packed in a way that is not known: x-uuencode',
    ],
  ])('%s', async (_name, bytes, reason) => {
    const start = process.cpuUsage();
    const { told } = await takeInFiles({ 'a.mhtml': bytes });
    expect(told).toEqual([`a.mhtml: intake-input-invalid: ${reason}`]);
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
  });

  test('but not parts that nest a little', async () => {
    expect((await takeInFiles({ 'a.mhtml': nested(5) })).report.rows[0]?.post).toBe('posts/a.md');
  });
});
