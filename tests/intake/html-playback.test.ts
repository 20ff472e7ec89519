import { describe, expect, test } from 'vitest';
import { readPlayback } from '../../src/intake/input/playback-address.ts';
import { readInput } from '../../src/intake/read-input.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { http, picture, record } from '../captures/warc-bytes.ts';
import { partitionFlaw } from './html-words.ts';
import { takeInFiles } from './take-in-files.ts';

const archive = 'https://web.archive.org/web/20130304201301';
const bar =
  '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><div id="wm-ipp">12 captures <a href="https://web.archive.org/">Wayback Machine</a> and words, words, words of the bar</div></div><!-- END WAYBACK TOOLBAR INSERT -->';
const script = `<script>__wm.wombat("https://www.example.gov/mill-road","20130304201301","https://web.archive.org/","web","https://web-static.archive.org/_static/","1362427981");</script>`;
const body = `<h1>Mill Road</h1><p>Posted: March 4, 2013</p><p>See <a href="${archive}/https://www.example.gov/news">the news</a> and <a href="/web/20130304201301/http://a.org/x?u=http://b.org/">another</a>.</p><img src="/web/20130304201301im_/https://www.example.gov/leaf.png" alt="A leaf">`;

function page({ head = '', over = '', comment = '' }): string {
  return `<!doctype html>${comment}<html lang="en"><head><title>Mill Road</title>${head}</head><body>${over}<div>${body}</div></body></html>`;
}

describe('what an archive played back is read as it was', () => {
  test.each<[string, string]>([
    ['by the program that plays it back', page({ head: script, over: bar })],
    [
      'by its canonical address',
      page({ head: `<link rel="canonical" href="${archive}/https://www.example.gov/mill-road">`, over: bar }),
    ],
    [
      'by what SingleFile says',
      page({
        comment: `<!--\n Page saved with SingleFile \n url: ${archive}/https://www.example.gov/mill-road \n saved date: Mon Mar 04 2024 10:00:00 GMT-0500 (Eastern Standard Time)\n-->`,
      }),
    ],
    [
      'by what a browser says',
      page({ comment: `<!-- saved from url=(0079)${archive}/https://www.example.gov/mill-road -->` }),
    ],
  ])('%s', (_name, html) => {
    const { record: read, messages } = readInput(Buffer.from(html), { file: 'a.html' });
    if (!read) throw new Error('not read');
    expect(partitionFlaw(read)).toBeUndefined();
    expect(read.facts).toMatchObject({
      title: 'Mill Road',
      url: 'https://www.example.gov/mill-road',
      captured: { on: '2013-03-04T20:13:01Z' },
    });
    expect(writeMarkdown(read.body)).toBe(
      'See [the news](https://www.example.gov/news) and [another](http://a.org/x?u=http://b.org/).\n\n![A leaf](https://www.example.gov/leaf.png)\n',
    );
    const bars = messages.filter(({ reason }) => reason.includes('12 captures'));
    expect(bars).toHaveLength(html.includes('wm-ipp') ? 1 : 0);
  });

  test('in a WARC of the archive, with its pictures', async () => {
    const bytes = Buffer.concat([
      record(http(page({ over: bar })), { target: `${archive}/https://www.example.gov/mill-road` }),
      picture('https://web.archive.org/web/20130304201301im_/https://www.example.gov/leaf.png', 'png'),
    ]);
    const { files } = await takeInFiles({ 'a.warc': bytes });
    const post = files.get('2013-03-04-mill-road.md')?.toString() ?? '';
    expect(post).toContain('url: https://www.example.gov/mill-road\n');
    expect(post).toContain('captured: 2013-03-04T20:13:01Z\n');
    expect(files.get('media/2013-03-04-mill-road/leaf.png')?.toString()).toBe('png');
  });

  test('and a page that only links to an archive stays as it is', () => {
    const { record: read } = readInput(Buffer.from(page({})), { file: 'a.html' });
    expect(read && writeMarkdown(read.body)).toContain(`[the news](${archive}/https://www.example.gov/news)`);
    expect(read?.facts.url).toBeUndefined();
  });
});

test.each<[string, string | undefined]>([
  [`${archive}/http://a.org/`, 'http://a.org/ 2013-03-04T20:13:01Z'],
  ['//web.archive.org/web/20130304201301js_/http:/a.org/b', 'http://a.org/b 2013-03-04T20:13:01Z'],
  [
    'https://wayback.example.org/1234/20130304201301/https://a.org/?q=1#x',
    'https://a.org/?q=1#x 2013-03-04T20:13:01Z',
  ],
  ['/20130304201301/https://a.org', 'https://a.org 2013-03-04T20:13:01Z'],
  ['https://web.archive.org/web/20131304201301/http://a.org/', undefined],
  ['https://web.archive.org/web/2013/http://a.org/', undefined],
  ['https://a.org/?u=/20130304201301/https://b.org', undefined],
  [`https://${'a/'.repeat(50_000)}`, undefined],
])('%s', (address, expected) => {
  const played = readPlayback(address);
  expect(played && `${played.address} ${played.on}`).toBe(expected);
});

test('what browsers say of a page that they saved is its address', () => {
  const html =
    '<!doctype html>\n<!-- saved from url=(0027)https://www.example.gov/a/b -->\n<title>T</title><p>Words.</p>';
  const { record: read } = readInput(Buffer.from(html), { file: 'a.html' });
  expect(read?.facts.url).toBe('https://www.example.gov/a/b');
  const local = html.replace('(0027)https://www.example.gov/a/b', '(0014)about:internet');
  expect(readInput(Buffer.from(local), { file: 'a.html' }).record?.facts.url).toBeUndefined();
});
