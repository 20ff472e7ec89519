import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/document/plain-text.ts';
import { writePost } from '../../src/intake/write-post.ts';
import { printMessages, readDocument, readText } from './read-text.ts';

const words = (text: string): string =>
  plainText({ ...readDocument(text), titleBlock: [] })
    .replace(/\s+/gu, ' ')
    .trim();

describe('where front matter ends', () => {
  test.each([
    ['three hyphens', '---\ntitle: T\nlang: en\n---\nAll words.\n\n---\n\nMore.'],
    ['three dots', '---\ntitle: T\nlang: en\n...\nAll words.\n\n---\n\nMore.'],
    [
      'three dots behind a comment',
      '---\r\n# c\r\n\r\n"title": T\r\nlang: en\r\n...  \r\nAll words.\r\n\r\n---\r\n\r\nMore.',
    ],
    ['TOML', '+++\ntitle = "T"\nlang = "en"\n+++\nAll words.\n\n---\n\nMore.'],
    ['JSON', '{\n  "title": "T }",\n  "lang": "en"\n}\nAll words.\n\n---\n\nMore.'],
    ['JSON on one line', '{"title": "T }", "lang": "en"}\nAll words.\n\n---\n\nMore.'],
  ])('%s', (_name, source) => {
    const { value, messages } = readText(source);
    expect(messages).toEqual([]);
    expect(value?.metadata).toMatchObject({ title: expect.stringMatching(/^T/u), lang: 'en' });
    expect(words(source)).toBe('All words. More.');
  });

  test.each([
    ['a rule and dots', '---\nProse before dots:\n...\n\nAll words.', 'Prose before dots: ... All words.'],
    [
      'an object on one line with words behind it',
      '{ "title": "T" } is an object.\n\nAll words.',
      '{ "title": "T" } is an object. All words.',
    ],
    ['a string in braces', '{ "title" }\n\nAll words.', '{ "title" } All words.'],
    ['an attribute list', '{: .class}\nAll words.', 'All words.'],
    ['plus signs and no key', '+++\n\nAll words.', '+++ All words.'],
  ])('nothing that is prose is taken for it: %s', (_name, source, kept) => {
    expect(words(source)).toBe(kept);
    expect(readText(source).value?.metadata.title).toBe('');
  });

  test.each([
    ['+++\ntitle = "T"\n\nWords.', '1:1 error frontmatter-invalid Front matter does not end with “+++”'],
    ['{\n  "title": "T",\n\nWords.', '1:1 error frontmatter-invalid Front matter does not end with “}”'],
    ['---\ntitle: T\n\nWords.', '1:1 error frontmatter-invalid Front matter does not end with “---”'],
  ])('an end that is missing is told: %j', (source, message) => {
    expect(printMessages(readText(source).messages)).toContain(message);
  });

  test('what stands behind the end of its own document is told', () => {
    const { messages, value } = readText('---\ntitle: T\nlang: en\n... # end\nlost: words\n---\nWords.');
    expect(printMessages(messages)).toEqual([
      '5:1 error frontmatter-invalid Front matter goes on behind the end of its YAML document; what stands there is not read',
    ]);
    expect(value?.metadata.title).toBe('T');
  });
});

describe('TOML', () => {
  const toml = `+++
title = "Harbour report"
date = 2022-06-08T10:00:00-04:00
lastmod = 2022-06-09
authors = ["Ada Byron", 'Émile']
tags = ["a", "b"]
weight = 1.50
archived = { label = "Archived", notice = """
Kept as
it was.""" }
[source]
url = "https://example.gov/a"
+++
Text.`;

  test('facts are read as they are written', () => {
    const { value, messages } = readText(toml);
    expect(value?.metadata).toMatchObject({
      title: 'Harbour report',
      released: { year: 2022, month: 6, day: 8 },
      updated: { year: 2022, month: 6, day: 9 },
      authors: ['Ada Byron', 'Émile'],
      subjects: ['a', 'b'],
      archived: { label: 'Archived', notice: 'Kept as\nit was.' },
      sourceUrl: 'https://example.gov/a',
    });
    expect(printMessages(messages)).toEqual(['7:1 info frontmatter-unknown-key Unknown key “weight”']);
  });

  test('keys that nothing is known of are told once', () => {
    const source = '+++\ntitle = "T"\nlang = "en"\nweight = 1\nslug = "t"\nmenu = "m"\n+++\nText.';
    expect(printMessages(readText(source).messages)).toEqual([
      '4:1 info frontmatter-unknown-key Unknown keys “weight”, “menu”',
    ]);
  });

  test('a number whose spelling is not known is no text', () => {
    const source = '+++\ntitle = "T"\nlang = "en"\nslug = 1.10\nbyline = 2022\n+++\nText.';
    const { value, messages } = readText(source);
    expect(printMessages(messages)).toEqual([
      '4:1 warning frontmatter-value Front matter “slug”: expected text',
    ]);
    expect(value?.metadata.byline).toBe('2022');
  });

  test('a mistake is told with its place, and its lines are no words of the post', () => {
    const source = '+++\ntitle = "T"\nlang = en\n+++\nText.';
    expect(printMessages(readText(source).messages)).toEqual([
      '3:8 error frontmatter-invalid Front matter is not TOML: invalid value',
    ]);
    expect(words(source)).toBe('Text.');
  });
});

describe('JSON', () => {
  test('facts are read as they are written', () => {
    const source =
      '{\n  "title": "A \\"quoted\\" \\u00e9",\n\t"lang": "en",\n  "tags": ["a"],\n  "byline": null\n}\n\nText.';
    const { value, messages } = readText(source);
    expect(messages).toEqual([]);
    expect(value?.metadata).toMatchObject({ title: 'A "quoted" é', subjects: ['a'] });
    expect(value?.metadata.byline).toBeUndefined();
  });

  test('a mistake is told with its place', () => {
    const source = '{\n  "title": "T",\n  "lang" "en"\n}\nText.';
    expect(printMessages(readText(source).messages)[0]).toMatch(
      /^3:\d+ error frontmatter-invalid Front matter is not JSON: /u,
    );
    expect(words(source)).toBe('Text.');
  });
});

describe('what a fact is', () => {
  test.each(['~', 'null', 'Null', 'NULL'])('%s is none', (nothing) => {
    const head = `title: ${nothing}\nauthors: [${nothing}, A]\nbyline: ${nothing}\nsource: { url: ${nothing} }\nlang: en`;
    const { value, messages } = readText(`---\n${head}\n---\n# Real title\n\nText.`);
    expect(messages).toEqual([]);
    expect(value?.metadata).toMatchObject({ title: 'Real title', authors: ['A'] });
    expect(value?.metadata.byline).toBeUndefined();
  });

  test('the same word in quotes is one, and of a repeated key the last counts', () => {
    expect(readDocument(`---\ntitle: 'null'\nlang: en\n---\nText.`).metadata.title).toBe('null');
    const repeated = readText('---\nbyline: A\nbyline: ~\ntitle: T\nlang: en\n---\nText.');
    expect(repeated.value?.metadata.byline).toBeUndefined();
  });

  test('a character reference is its character, where it stands for one that prints', () => {
    const head =
      'title: Smith &amp; Sons&#8217; &#x2014; &lt;b&gt; &nosuch; &amp &#1; &#xFEFF;\nlang: en\nbyline: By A&eacute;';
    const { metadata } = readDocument(`---\n${head}\n---\nText.`);
    expect(metadata.title).toBe('Smith & Sons’ — <b> &nosuch; &amp &#1; &#xFEFF;');
    expect(metadata.byline).toBe('By Aé');
    const address = readDocument(
      `---\ntitle: T\nlang: en\nsource: { url: 'https://a.gov/?a&amp;b' }\n---\nText.`,
    );
    expect(address.metadata.sourceUrl).toBe('https://a.gov/?a&amp;b');
  });

  test('posts that intake writes are read with the words of the page', () => {
    const facts = { title: 'AT&amp;T & &#8217;', byline: 'By &lt;' };
    // Sound: the other facts of an input may be absent.
    const post = writePost(
      facts as Parameters<typeof writePost>[0],
      { type: 'root', children: [] },
      { file: 'a.html', sha256: '0' },
    );
    expect(readDocument(`${post}\n\nText.`).metadata).toMatchObject(facts);
  });

  test('keys of generators for the two days', () => {
    const day = (key: string): unknown =>
      readDocument(`---\ntitle: T\nlang: en\n${key}: 2021-02-03\n---\nText.`).metadata;
    const date = { year: 2021, month: 2, day: 3 };
    for (const key of ['date', 'pubDatetime', 'pubDate', 'publishDate'])
      expect(day(key)).toMatchObject({ released: date });
    for (const key of ['lastmod', 'modDatetime', 'updatedDate'])
      expect(day(key)).toMatchObject({ updated: date });
  });
});

describe('what is said of facts', () => {
  test('a wrong value that nobody sees is a warning, one that readers see an error', () => {
    const head = 'title: T\nlang: en\nsource: gsa\nslug: a/b\ntags: { a: b }\nbyline: [x]';
    const { messages } = readText(`---\n${head}\n---\nText.`);
    expect(printMessages(messages)).toEqual([
      '4:1 warning frontmatter-value Front matter “source”: expected a map with url',
      '6:1 warning frontmatter-value Front matter “tags”: expected text or a list of texts',
      '7:1 error frontmatter-invalid Front matter “byline”: expected text',
      '5:1 warning frontmatter-value Slug “a/b” is no file name; “a-b” is used',
    ]);
    expect(messages.map(({ withholds }) => withholds.length > 0)).toEqual([false, false, true, false]);
  });

  test('of two keys for one fact the one that is not used is told, unless it says the same', () => {
    const head =
      'title: T\nlang: en\nauthors: [A]\nauthor: B\ndescription: same\nexcerpt: same\ndate: 2020-01-01\npublishDate: ""';
    expect(printMessages(readText(`---\n${head}\n---\nText.`).messages)).toEqual([
      '5:1 info frontmatter-key-unused “author” is not used, since “authors” stands beside it',
    ]);
  });
});
