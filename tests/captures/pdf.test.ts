import { describe, expect, test } from 'vitest';
import { readCaptureTexts } from '../../src/filing/scan/read-capture-texts.ts';
import { takeInFiles } from '../intake/take-in-files.ts';
import { pdf, under, type DrawnLine } from './pdf-bytes.ts';

const edges = (page: number): readonly DrawnLine[] => [
  { text: 'Department of Examples', top: 20, size: 8 },
  { text: `Page ${page} of 3`, top: 580, left: 180, size: 8 },
];

const pages: readonly (readonly DrawnLine[])[] = [
  [
    ...edges(1),
    { text: 'Mill Road closes', top: 60, size: 20 },
    ...under(100, ['Posted: March 4, 2013']),
    ...under(130, [
      'Mill Road is closed for re-',
      'pairs by the depart-',
      'ment from Monday on; a well-',
      'known detour is the well-known way.',
    ]),
    ...under(200, ['Another paragraph begins here and goes on', 'over the end of the page to']),
  ],
  [
    ...edges(2),
    ...under(60, ['the next one, where it ends.']),
    { text: 'What to do', top: 90, size: 14 },
    ...under(120, ['Two columns: the first', 'of them goes on in']),
    ...under(120, ['the second, where it', 'comes to its end.'], 220),
    ...under(300, ['• Take the bus.', '• Walk.']),
  ],
  [...edges(3), ...under(60, ['The last page.'])],
];

describe('a PDF', () => {
  test('becomes a post, without what its printing added', async () => {
    const bytes = await pdf(pages, { lang: 'en-US' });
    const { files, report, told } = await takeInFiles({ 'a.pdf': bytes });
    expect(told).toEqual([]);
    const post = files.get('2013-03-04-mill-road-closes.md')?.toString() ?? '';
    expect(post.slice(post.indexOf('---\n\n') + 5)).toBe(
      `Mill Road is closed for repairs by the department from Monday on; a well-known detour is the well-known way.

Another paragraph begins here and goes on over the end of the page to the next one, where it ends.

## What to do

Two columns: the first of them goes on in the second, where it comes to its end.

- Take the bus.
- Walk.

The last page.
`,
    );
    expect(post).toContain('title: Mill Road closes\n');
    expect(post).toContain('lang: en-US\n');
    expect(files.get('captures/2013-03-04-mill-road-closes.pdf')).toEqual(bytes);
    expect(report.rows[0]?.reasons).toEqual(
      expect.arrayContaining([
        'Left out: “Department of Examples” at the edge of 3 pages',
        'Left out: “Page # of #” at the edge of 3 pages',
        'Words joined that were parted at the ends of lines: “re-pairs”, “depart-ment”',
      ]),
    );
  });

  test('keeps a number that stands alone on one page, and lines that few pages have', async () => {
    const lone = await pdf([
      under(60, ['Words of a page.']),
      [...under(60, ['More of them.']), { text: '7', top: 580 }],
    ]);
    expect((await takeInFiles({ 'a.pdf': lone })).files.get('a.md')?.toString()).toContain('\n7\n');
    const numbered = await pdf(
      ['i', '2', '- 3 -'].map((text, at) => [
        ...under(60, [`Words of ${'abc'[at] ?? ''}.`]),
        { text, top: 570 + at * 8 },
      ]),
    );
    const post = (await takeInFiles({ 'a.pdf': numbered })).files.get('a.md')?.toString() ?? '';
    expect(post.slice(post.indexOf('---\n\n') + 5)).toBe('Words of a.\n\nWords of b.\n\nWords of c.\n');
  });

  test('is searched with its metadata, and numbers that lines part', async () => {
    const bytes = await pdf([under(60, ['Her number is 523-45-', '6789.'])], {
      info: { Subject: 'A subject' },
    });
    const { texts, unsearched } = await readCaptureTexts(bytes);
    expect(unsearched).toEqual([]);
    const all = texts.map(({ text }) => text);
    expect(all.join('\n')).toContain('523-45-6789');
    expect(all).toContain('A subject');
  });

  test.each<[string, () => Promise<Buffer>, string]>([
    ['without text', () => pdf([[], []]), 'The PDF has no text: it shows pictures of pages'],
    ['that is encrypted', () => pdf(pages, { password: 'secret' }), 'The PDF is encrypted'],
    ['that is cut off', async () => (await pdf(pages)).subarray(0, 40), 'The PDF is damaged'],
    [
      'of too many pages',
      () => pdf(Array.from({ length: 2001 }, () => [])),
      'The PDF has 2001 pages, more than 2000',
    ],
  ])('%s is refused, and told as not searched', async (_name, make, reason) => {
    const bytes = await make();
    const { told } = await takeInFiles({ 'a.pdf': bytes });
    expect(told).toEqual([`a.pdf: intake-input-invalid: ${reason}`]);
    expect((await readCaptureTexts(bytes)).unsearched).toEqual([`The file: ${reason}`]);
  });
});
