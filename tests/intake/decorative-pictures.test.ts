import { expect, test } from 'vitest';
import { takeInFiles } from './take-in-files.ts';

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>A page</title><link rel="canonical" href="https://a.gov/x"></head><body><main><h1>A page</h1>` +
  `<p>Posted: March 4, 2013</p><p>Words before.</p>${body}<p>Words behind.</p></main></body></html>`;

async function taken(
  body: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly [string, readonly string[]]> {
  const { files: written, report } = await takeInFiles({ 'a.html': page(body), ...files }, {}, ['a.html']);
  const post = written.get('2013-03-04-a-page.md')?.toString() ?? '';
  const told = report.messages
    .filter(({ reason }) => reason.startsWith('Decorative'))
    .map(({ ruleId, reason }) => `${ruleId} ${reason}`);
  return [post.slice(post.indexOf('---\n', 4) + 4).trim(), told];
}

test.each([
  ['an empty alternative', '<img src="https://b.gov/line.png" alt="">'],
  ['a role', '<img src="https://b.gov/line.png" role="presentation">'],
  ['another role', '<img src="https://b.gov/line.png" role="none">'],
  ['a pixel', '<img src="https://b.gov/line.png" width="1" height="1">'],
  ['a spacer by its name', '<img src="https://b.gov/spacer.gif">'],
  ['in a link of its own', '<a href="https://b.gov/"><img src="https://b.gov/line.png" alt=""></a>'],
  ['seen from the page', '<img src="/line.png" alt="">'],
])('decoration that lies elsewhere is left out and told: %s', async (_name, picture) => {
  const [body, told] = await taken(`<p>${picture}</p>`);
  expect(body).toBe('Words before.\n\nWords behind.');
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(
    /^intake-left-out Decorative picture “https:\/\/[ab]\.gov\/.*” left out: it lies elsewhere$/u,
  );
});

test('words beside it stay', async () => {
  const [body] = await taken('<p><img src="https://b.gov/line.png" alt=""> Words beside.</p>');
  expect(body).toBe('Words before.\n\nWords beside.\n\nWords behind.');
});

test.each([
  [
    'a picture that says something',
    '<img src="https://b.gov/map.png" alt="A map">',
    '![A map](https://b.gov/map.png)',
  ],
  [
    'a picture of which nobody says what it is',
    '<img src="https://b.gov/map.png">',
    '![](https://b.gov/map.png)',
  ],
  [
    'a picture of a size',
    '<img src="https://b.gov/map.png" width="100" height="1">',
    '![](https://b.gov/map.png)',
  ],
])('%s stays', async (_name, picture, written) => {
  const [body, told] = await taken(`<p>${picture}</p>`);
  expect(body).toContain(written);
  expect(told).toEqual([]);
});

test('decoration that lies beside the page goes with the post', async () => {
  const [body, told] = await taken('<p><img src="line.png" alt=""></p>', { 'line.png': 'a picture' });
  expect(body).toContain('media/2013-03-04-a-page/line.png');
  expect(told).toEqual([]);
});
