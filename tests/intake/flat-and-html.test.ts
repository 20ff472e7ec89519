import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { InputRecord } from '../../src/intake/input/input-record.ts';
import { readFlatText } from '../../src/intake/flat/read-flat-text.ts';
import { readHtml } from '../../src/intake/html/read-html.ts';

const corpus = new URL('../../../shared/corpora/archived-text/', import.meta.url);
const there = existsSync(corpus);
if (!there) console.warn('skipped: the archived texts are not beside the project');
const text = (path: string): string => readFileSync(new URL(path, corpus), 'utf8');

/** The words of the body; a no-break space parts words in the flat text, where it became a plain one. */
function bodyWords({ stream, spans }: InputRecord): readonly string[] {
  const body = spans.filter(({ use }) => use === 'body').map(({ start, end }) => stream.slice(start, end));
  return body
    .join(' ')
    .split(/[\s\u00A0]+/u)
    .filter((word) => word !== '');
}

test.skipIf(!there)('flat texts and saved pages of one address say the same words', () => {
  const pages = new Map<string, InputRecord>();
  for (const name of readdirSync(new URL('state-gov/html/', corpus))) {
    const record = readHtml(text(`state-gov/html/${name}`), { file: name });
    if (record.facts.url !== undefined) pages.set(record.facts.url, record);
  }
  const index = text('sample-shaped/INDEX.tsv').trim().split('\n');
  expect(index).toHaveLength(15);
  for (const line of index) {
    const [file = '', title, , url = ''] = line.split('\t');
    const flat = readFlatText(text(`sample-shaped/${file}`), { file, dateOrder: 'mdy' });
    const page = pages.get(url) ?? expect.fail(`no page of ${url}`);
    expect(bodyWords(flat), file).toEqual(bodyWords(page));
    expect(page.facts.title).toBe(title?.replace(/\s+/gu, ' '));
    expect(page.facts.released).toEqual(flat.facts.released);
    expect(`Posted by ${page.facts.byline}`.startsWith(flat.facts.byline ?? '-')).toBe(true);
  }
});
