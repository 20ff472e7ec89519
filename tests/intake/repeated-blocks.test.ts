import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { http, record } from '../captures/warc-bytes.ts';
import { takeInFiles } from './take-in-files.ts';

const sample = readFileSync(
  new URL('../../posts/2011-12-02-strong-international-partnerships.md', import.meta.url),
  'utf8',
);
/** The notice of the sample post, as it stands in its front matter. */
const notice = (/notice:\s*>?-?\s*((?:.+\n)(?:\s{4,}.+\n)*)/u.exec(sample)?.[1] ?? '')
  .replace(/\s+/gu, ' ')
  .replace(/^['"]|['"]$/gu, '')
  .trim();

const promotion = 'Sign up for our alerts and never miss what we write.';
const licence = 'Text of the agency is in the public domain.';
const greeting = 'Serving the people of the county since 1901';

interface Parts {
  readonly number: number;
  readonly before?: string;
  readonly middle?: string;
  readonly after?: string;
}

const frame = {
  before: `<p>${greeting}</p>`,
  middle: '<p>The same sentence stands in each of these texts.</p>',
  after: `<h2>Archived Content</h2><p>${notice}</p><p>${licence}</p><p>${promotion}</p>`,
};

function page({ number, before = '', middle = '', after = '' }: Parts): string {
  return (
    `<!doctype html><html lang="en"><head><title>Notice ${number}</title></head><body><main>${before}<h1>Notice ${number}</h1>` +
    `<p>Posted by Secretary Janet Napolitano</p><p>Release Date: December 2, 2011</p><p>First words of notice ${number}, of its own.</p>${middle}` +
    `<p>Last words of notice ${number}, of its own.</p>${after}</main></body></html>`
  );
}

const hosted = (html: string, at: number, host = 'www.example.gov'): Buffer =>
  record(http(html), { target: `https://${host}/${at}` });

async function posts(records: readonly Buffer[]): Promise<readonly string[]> {
  const { files } = await takeInFiles({ 'site.warc': Buffer.concat(records) });
  return [...files].filter(([name]) => name.endsWith('.md')).map(([, bytes]) => bytes.toString());
}

const site = (count: number): readonly Buffer[] =>
  Array.from({ length: count }, (_, at) => hosted(page({ number: at + 1, ...frame }), at + 1));

test('the sample has a notice to try', () => {
  expect(notice).toMatch(/^In an effort to keep DHS\.gov current, .+ programs\.$/u);
});

test('what every page of a site repeats at its edges is left out; notices, bylines, dates and licences never are', async () => {
  const made = await posts(site(12));
  expect(made).toHaveLength(12);
  for (const [at, post] of made.entries()) {
    const text = post.replace(/\s+/gu, ' ');
    expect(text).toContain(notice);
    expect(text).toContain('label: Archived Content');
    expect(post).toContain('byline: Posted by Secretary Janet Napolitano');
    expect(post).toContain('released: 2011-12-02');
    expect(post).toContain(licence);
    expect(text).toMatch(/First words of notice \d+, of its own\./u);
    expect(text).toMatch(/Last words of notice \d+, of its own\./u);
    expect(post).toContain('The same sentence stands in each of these texts.');
    expect([at, post.includes(promotion), post.includes(greeting)]).toEqual([at, false, false]);
  }
});

test('what is left out is told', async () => {
  const { report } = await takeInFiles({ 'site.warc': Buffer.concat(site(5)) });
  const told = report.messages
    .filter(({ ruleId }) => ruleId === 'intake-left-out')
    .map(({ reason }) => reason);
  expect(told.filter((reason) => reason.includes('Sign up for our alerts'))).toHaveLength(5);
});

describe('stays', () => {
  test('what one page of many says', async () => {
    const others = Array.from({ length: 8 }, (_, at) => hosted(page({ number: at + 2 }), at + 2));
    const made = await posts([hosted(page({ number: 1, ...frame }), 1), ...others]);
    expect(made.filter((post) => post.includes(promotion))).toHaveLength(1);
  });

  test('what three pages say, which show nothing', async () => {
    for (const post of await posts(site(3))) expect(post).toContain(promotion);
  });

  test('what pages of several hosts say, of each too few', async () => {
    const records = Array.from({ length: 9 }, (_, at) =>
      hosted(page({ number: at + 1, ...frame }), at + 1, `h${at % 3}.example.gov`),
    );
    for (const post of await posts(records)) expect(post).toContain(promotion);
  });

  test('a page that has nothing of its own', async () => {
    const same = `<!doctype html><html lang="en"><head><title>Same</title></head><body><main><p>${greeting}</p><p>${promotion}</p></main></body></html>`;
    const made = await posts(Array.from({ length: 6 }, (_, at) => hosted(same, at)));
    expect(made.length).toBeGreaterThan(0);
    for (const post of made) expect(post).toContain(promotion);
  });
});
