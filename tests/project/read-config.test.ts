import { expect, test } from 'vitest';
import { parseConfig } from '../../src/project/read-config.ts';
import { UsageError } from '../../src/diagnostics/errors.ts';

const all = `posts: [a, b]
out: o
formats: [pdf]
page: a4
lang: fr
agency: A
theme: t
date_order: dmy
dates_in_names: true
hidden: keep
dialect: kramdown
strict: true
fonts: ['@x/y']
plugins: [remark-x]
templates: t
links: {base: 'https://example.gov/site', permalink: '/:year/:title/'}
lint: {link-generic: error, heading-skip: off}
limits: {postBytes: 1, depth: 2, imagePixels: 3, imageBytes: 4}
`;

test('reads every key', () => {
  expect(parseConfig(all, 'tagleaf.yaml')).toEqual({
    posts: ['a', 'b'],
    out: 'o',
    formats: ['pdf'],
    page: 'a4',
    lang: 'fr',
    agency: 'A',
    theme: 't',
    date_order: 'dmy',
    dates_in_names: true,
    hidden: 'keep',
    dialect: 'kramdown',
    strict: true,
    fonts: ['@x/y'],
    plugins: ['remark-x'],
    templates: 't',
    links: { base: 'https://example.gov/site', permalink: '/:year/:title/' },
    lint: { 'link-generic': 'error', 'heading-skip': 'off' },
    limits: { postBytes: 1, depth: 2, imagePixels: 3, imageBytes: 4 },
  });
});

test('an empty file is an empty configuration', () => {
  expect(parseConfig('# nothing\n', 'tagleaf.yaml')).toEqual({});
});

const keys =
  'posts, out, formats, page, lang, agency, cover, theme, printed_urls, date_order, dates_in_names, hidden, dialect, strict, fonts, plugins, templates, links, collections, pictures, scan, lint, cache, limits';

test.each([
  ['lang: en\nkind: pdf\n', `t.yaml:2:1: unknown key \`kind\`; the keys are ${keys}`],
  ['lang: en\nformat: pdf\n', 't.yaml:2:1: unknown key `format`; did you mean `formats`?'],
  ['lint: { img-mising: off }\n', 't.yaml:1:9: unknown key `lint.img-mising`; did you mean `img-missing`?'],
  [
    'limits:\n  depth: 3\n  bytes: 3\n',
    't.yaml:3:3: unknown key `limits.bytes`; the keys are postBytes, readWork, readWorkPerByte, depth, imagePixels, imageBytes, makeSeconds, makeMegabytes, linkSeconds, linksAtATime, linkDelaySeconds',
  ],
  [
    'limits: { readSeconds: 60 }\n',
    't.yaml:1:11: `limits.readSeconds` is known no more: reading is bounded by work, not by time, with `limits.readWork` and `limits.readWorkPerByte`',
  ],
  ['lint: { img-missing: off }\n', 't.yaml:1:9: `lint.img-missing` must be "error", not "off"'],
  ['lint: { personal-email: off }\n', 't.yaml:1:9: `lint.personal-email` must be "warning", not "off"'],
  ['lint: { intake-suspect: error }\n', 't.yaml:1:9: `lint.intake-suspect` must be "info", not "error"'],
  [
    'links: {base: ftp://x.gov}\n',
    't.yaml:1:9: `links.base` must be an http or https address, not "ftp://x.gov"',
  ],
  [
    'links: {base: https://x.gov, permalink: /:categories/:title/}\n',
    't.yaml:1:30: `links.permalink` must be a path with the placeholders :year, :short_year, :month, :i_month, :day, :i_day, :title, :slug, :basename, not "/:categories/:title/"',
  ],
  ['lang: english\n', 't.yaml:1:1: `lang` must be a language tag such as en-US, not "english"'],
  ['lang: en_US\n', 't.yaml:1:1: `lang` must be a language tag such as en-US, not "en_US"'],
  [
    'collections: { b: { title: B, posts: a, lang: e } }\n',
    't.yaml:1:41: `collections.b.lang` must be a language tag such as en-US, not "e"',
  ],
  ['page: a5\n', 't.yaml:1:1: `page` must be "letter" or "a4", not "a5"'],
  ['strict: "yes"\n', 't.yaml:1:1: `strict` must be true or false, not "yes"'],
  ['formats: [pdf, mobi]\n', 't.yaml:1:16: `formats.1` must be "pdf" or "epub", not "mobi"'],
  ['- posts\n', 't.yaml:1:1: the file must be a map of keys, not a list'],
  [
    'out: a\nout: b\n',
    't.yaml:2:1: The file is not YAML: Map keys must be unique; the key stands above already: keep one of the two',
  ],
  [
    'lang: en\nagency: "a\\u0007b"\n',
    't.yaml:2:1: `agency` holds a character that no file can show: Control character U+0007; take it out',
  ],
  [
    'posts: [a, "b\ufeff"]\n',
    't.yaml:1:12: `posts.1` holds a character that no file can show: Byte order mark U+FEFF; take it out',
  ],
  [
    'out: "a\n',
    't.yaml:2:1: The file is not YAML: Missing closing "quote; a value ends with the quote that it begins with',
  ],
])('%j is wrong usage', (text, message) => {
  expect(() => parseConfig(text, 't.yaml')).toThrow(new UsageError(message));
});
