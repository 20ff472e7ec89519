import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/intake/html/read-html.ts';
import { writeMarkdown } from '../../src/intake/write-markdown.ts';
import { partitionFlaw, streamOf, wordsOfPost, wordsOfSpans } from './html-words.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpora/archived-text');
const folders = ['state-gov/html', 'dhs-gov-fullpage', 'state-gov-fullpage'];
const there = existsSync(corpus);
if (!there) console.log(`skipped: no corpus at ${corpus}`);
const files = there
  ? folders.flatMap((folder) =>
      readdirSync(join(corpus, folder))
        .filter((name) => name.endsWith('.html'))
        .map((name) => join(folder, name)),
    )
  : [];

describe.skipIf(!there)('pages of the corpus', () => {
  test('are all there', () => {
    expect(files).toHaveLength(32);
  });

  test.each(files)('%s', (file) => {
    const html = readFileSync(join(corpus, file), 'utf8');
    const record = readHtml(html, { file });
    expect(record.stream).toBe(streamOf(html));
    expect(partitionFlaw(record)).toBeUndefined();
    expect(wordsOfPost(record.body)).toEqual(wordsOfSpans(record));
    expect(writeMarkdown(record.body)).not.toMatch(/\\[:.@&_]/u);
    expect(record.facts.title).toBeDefined();
    expect(record.facts.url).toMatch(/^https:\/\/www\.(?:state|dhs)\.gov\//u);
  });
});
