import { describe, expect, test } from 'vitest';
import { formatPlainDate } from '../../src/document/plain-date.ts';
import { readInput } from '../../src/intake/read-input.ts';
import { readHtml } from '../../src/intake/html/read-html.ts';
import { partitionFlaw, wordsOfPost, wordsOfSpans } from './html-words.ts';

const prose = `<p>${'The department says at some length what it has done, and why it did so. '.repeat(4)}</p>`;

function read(head: string, shown: string): Record<string, unknown> {
  const html = `<html lang="en"><head><title>Mill Road closes</title>${head}</head><body><main><h1>Mill Road closes</h1>${shown}${prose}</main></body></html>`;
  const record = readHtml(html, { file: 'a' });
  expect(partitionFlaw(record)).toBeUndefined();
  expect(wordsOfPost(record.body)).toEqual(wordsOfSpans(record));
  const { released, updated, byline, releasedAsShown } = record.facts;
  const day = (date: typeof released): string | undefined => date && formatPlainDate(date);
  const told = record.messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`);
  return { released: day(released), updated: day(updated), byline, releasedAsShown, told };
}

const published = (value: string): string => `<meta property="article:published_time" content="${value}">`;

describe('the words of a date go before what is declared to programs', () => {
  test.each([
    [
      'in the element of a time',
      '',
      '<p>Posted: <time datetime="2013-10-01T01:30:00Z">September 30, 2013</time></p>',
    ],
    [
      'as WordPress has them',
      published('2013-10-01T01:30:00+00:00'),
      '<div class="entry-meta"><time class="entry-date published" datetime="2013-09-30T21:30:00-04:00">September 30, 2013</time></div>',
    ],
    [
      'in a paragraph for dates',
      published('2013-10-01T01:30:00+00:00'),
      '<p class="date">September 30, 2013</p>',
    ],
    [
      'alone below the title',
      published('2013-10-01T01:30:00+00:00'),
      '<p>Monday, Sept. 30, 2013 - 9:30pm</p>',
    ],
    [
      'at the end, where the element says what it is',
      published('2013-10-01T01:30:00Z'),
      `${prose}<div><span itemprop="datePublished" content="2013-10-01T01:30:00Z">30 September 2013</span></div>`,
    ],
    [
      'in numbers, which the time makes plain',
      published('2013-10-02T01:30:00Z'),
      '<p>Posted: 10/01/2013</p>',
      '2013-10-01',
    ],
  ])('%s', (_name, head, shown, day = '2013-09-30') => {
    expect(read(head, shown)).toMatchObject({ released: day, told: [] });
  });

  test('more than the zones of the world apart, both are told', () => {
    const told =
      'Release date: the text says “2013-09-30”, meta article:published_time “2013-10-02T09:00:00Z”';
    expect(read(published('2013-10-02T09:00:00Z'), '<p class="date">September 30, 2013</p>')).toMatchObject({
      released: '2013-09-30',
      told: [`intake-disagreement ${told}`],
    });
  });
});

test.each([
  [
    'in a sentence',
    '<p>It opened on <time datetime="2012-01-02">January 2, 2012</time> for all who came.</p>',
  ],
  [
    'in bold',
    '<p>It was <b>published March 4, 2012</b> and is read by many, says the office of the mayor of this town, for it was so good that all who saw it bought it.</p>',
  ],
  ['in a table of events', '<table><tr><th>Event</th></tr><tr><td>January 2, 2012</td></tr></table>'],
  ['below the text', `${prose}<p>January 2, 2012</p>`],
  ['of another post', `${prose}<ul><li><time datetime="2012-01-02">January 2, 2012</time></li></ul>`],
])('a date is not of the page %s', (_name, shown) => {
  expect(read('', shown)).toMatchObject({ released: undefined, updated: undefined, told: [] });
});

describe('bylines are parted from their dates', () => {
  test('as Drupal has them', () => {
    const line =
      '<p>Posted by <a href="/ana">Ana Ruiz</a> on <time datetime="2013-10-01T00:10:00Z">Mon, 09/30/2013 - 20:10</time></p>';
    expect(read('', line)).toEqual({
      released: '2013-09-30',
      updated: undefined,
      byline: 'Posted by Ana Ruiz',
      releasedAsShown: 'Mon, 09/30/2013 - 20:10',
      told: [],
    });
  });

  test('the date first, over lines and spaces', () => {
    const line = '<p>\n Posted  on <b>March 4,\n 2013</b><br>by Ana Ruiz </p>';
    expect(read('', line)).toMatchObject({
      released: '2013-03-04',
      byline: 'by Ana Ruiz',
      releasedAsShown: 'Posted on March 4, 2013',
      told: [],
    });
  });
});

describe('declared dates', () => {
  const json = (value: unknown): string =>
    `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  test.each([
    [
      'JSON-LD of an article',
      json({
        '@type': 'NewsArticle',
        datePublished: '2013-09-30T21:30:00-04:00',
        author: { '@type': 'Person', name: 'Ana Ruiz' },
      }),
      { released: '2013-09-30', byline: 'Ana Ruiz' },
    ],
    [
      'a graph',
      json({
        '@graph': [
          { '@type': 'WebSite', datePublished: '2001-01-01' },
          { '@type': ['WebPage'], datePublished: '2013-09-30', dateModified: '2013-10-02' },
        ],
      }),
      { released: '2013-09-30', updated: '2013-10-02' },
    ],
    [
      'what is mentioned is of others',
      json({ '@type': 'ItemList', itemListElement: [{ '@type': 'Article', datePublished: '2001-01-01' }] }),
      { released: undefined },
    ],
    [
      'broken JSON-LD',
      '<script type="application/ld+json">{"datePublished":</script>',
      { released: undefined },
    ],
    ['dcterms.created', '<meta name="dcterms.created" content="2013-09-30">', { released: '2013-09-30' }],
    [
      'dcterms.created is no release where that is said',
      '<meta name="dcterms.created" content="2013-09-01"><meta name="dcterms.issued" content="2013-09-30">',
      { released: '2013-09-30' },
    ],
    [
      'one moment in two zones',
      published('2013-10-01T01:30:00+00:00') +
        json({ '@type': 'BlogPosting', datePublished: '2013-09-30T21:30:00-04:00' }),
      { released: '2013-09-30' },
    ],
  ])('%s', (_name, head, facts) => {
    expect(read(head, '')).toMatchObject({ ...facts, told: [] });
  });

  test('a time in UTC near midnight is told to be a guess', () => {
    expect(read(published('2013-10-01T01:30:00Z'), '')).toMatchObject({
      released: '2013-10-01',
      told: [
        'intake-guess Release date: meta article:published_time says “2013-10-01T01:30:00Z”, in UTC; there it may have been 2013-09-30',
      ],
    });
  });
});

const zones = [-600, -480, -300, -240, 0, 60, 120, 330, 540, 720];
const clocks = ['00:00:01', '00:45:00', '12:00:00', '20:10:00', '23:59:59'];
const shownForms = [
  'September 30, 2013',
  'Mon., 30 Sept. 2013',
  '30. September 2013',
  '30 de septiembre de 2013',
  'lundi 30 septembre 2013',
];
const fifty = zones.flatMap((zone) =>
  clocks.map((clock, index) => ({ zone, clock, shown: shownForms[index] ?? '' })),
);

test('fifty pages around midnight in the zones of the world have the day that they show', async () => {
  expect(fifty).toHaveLength(50);
  for (const { zone, clock, shown } of fifty) {
    const instant = new Date(Date.parse(`2013-09-30T${clock}Z`) - zone * 60_000).toISOString();
    const html = `<!doctype html><html lang="en"><head>${published(instant)}<title>T</title></head><body><main><h1>T</h1><p><time datetime="${instant}">${shown}</time></p>${prose}</main></body></html>`;
    const { record, messages } = await readInput(new TextEncoder().encode(html), { file: 'a.html' });
    expect(record?.facts.released, `${instant} ${shown}`).toEqual({ year: 2013, month: 9, day: 30 });
    expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
  }
});

test.each([
  ['<p>Release Date: March 4, 2213</p>', '`released: 2213-03-04` is after 2099'],
  ['<p>Release Date: March 4, 1013</p>', '`released: 1013-03-04` is before 1800'],
  [
    '<!--\n Page saved with SingleFile\n url: https://a.gov/x\n saved date: Mon Mar 04 2013 10:00:00 GMT-0500\n--><p>Last Updated: March 6, 2013</p>',
    '`updated: 2013-03-06` is after the capture of 2013-03-04T15:00:00Z',
  ],
])('%s is told to be implausible', async (shown, reason) => {
  const html = `<html lang="en"><title>T</title><body><h1>T</h1>${shown}${prose}`;
  const { messages } = await readInput(new TextEncoder().encode(html), { file: 'a.html' });
  expect(
    messages.flatMap((message) => (message.ruleId === 'intake-date-implausible' ? [message.reason] : [])),
  ).toEqual([reason]);
});
