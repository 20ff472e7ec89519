import { expect, test } from 'vitest';
import { readHtml } from '../../src/intake/html/read-html.ts';

const prose =
  '<p>The department announced that a programme begins, and many words are said of it in this text.</p>';

function read(head: string, shown = '', dateOrder?: 'mdy'): unknown {
  const html = `<html><head>${head}</head><body><main>${shown}${prose}</main></body></html>`;
  const { facts, messages } = readHtml(html, { file: 'a', dateOrder });
  return { ...facts, told: messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`) };
}

const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const fourth = { year: 2022, month: 4, day: 4 };

test.each([
  meta('article:published_time', '2022-04-04T23:59:59-08:00'),
  '<meta name="DCTERMS.issued" content="2022-04-04">',
  '<meta itemprop="datePublished" content="2022-04-04T00:00:00+14:00">',
])('%s declares the release', (head) => {
  expect(read(head)).toEqual({ released: fourth, told: [] });
});

test.each([
  meta('article:modified_time', '2022-04-04T23:59:59-08:00'),
  meta('og:updated_time', '2022-04-04T00:00:00Z'),
  '<meta name="dcterms.modified" content="2022-04-04">',
  '<meta itemprop="dateModified" content="2022-04-04">',
  '<meta http-equiv="last-modified" content="Mon, 04 Apr 2022 23:44:49 -0500">',
])('%s declares the update', (head) => {
  expect(read(head)).toEqual({ updated: fourth, told: [] });
});

test('a date that is shown goes before one that is declared', () => {
  const head = meta('article:published_time', '2022-04-05') + meta('article:modified_time', '2022-04-07');
  expect(read(head, '<p>Release Date: April 4, 2022</p><p>Last Updated: April 6, 2022</p>')).toEqual({
    released: fourth,
    releasedAsShown: 'Release Date: April 4, 2022',
    updated: { ...fourth, day: 6 },
    updatedAsShown: 'Last Updated: April 6, 2022',
    told: [
      'intake-disagreement Release date: the text says “2022-04-04”, meta article:published_time “2022-04-05”',
      'intake-disagreement Date of the update: the text says “2022-04-06”, meta article:modified_time “2022-04-07”',
    ],
  });
});

test('a date that can be two days is told of, unless the page declares which it is', () => {
  const shown = '<p>Last Updated: 08/07/2024</p>';
  const updatedAsShown = 'Last Updated: 08/07/2024';
  const reason = 'The date in “Last Updated: 08/07/2024” can be two different days';
  expect(read('', shown)).toEqual({ updatedAsShown, told: [`date-ambiguous ${reason}`] });
  const updated = { year: 2024, month: 8, day: 7 };
  expect(read('', shown, 'mdy')).toEqual({ updated, updatedAsShown, told: [] });
  expect(read(meta('article:modified_time', '2024-08-07'), shown)).toEqual({
    updated,
    updatedAsShown,
    told: [],
  });
  expect(read(meta('article:modified_time', '2024-08-08'), shown)).toEqual({
    updated: { ...updated, day: 8 },
    updatedAsShown,
    told: [`date-ambiguous ${reason}`],
  });
});

test('a date that is not understood is told of', () => {
  expect(read('', '<p>Release Date: September 31, 2022</p>')).toEqual({
    releasedAsShown: 'Release Date: September 31, 2022',
    told: ['intake-suspect The date in “Release Date: September 31, 2022” was not understood'],
  });
});
