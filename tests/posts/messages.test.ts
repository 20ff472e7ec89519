import { expect, test } from 'vitest';
import { plainText } from '../../src/document/plain-text.ts';
import { printMessages, readDocument, readText } from './read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly messages: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'a good post', text: `${head}Words.`, messages: [] },
  { name: 'no front matter', text: 'Words.', messages: ['- error title-missing The post has no title'] },
  {
    name: 'CRLF and a byte order mark',
    text: '\ufeff---\r\ntitle: T\r\nlang: en\r\n---\r\nWords.\r\n',
    messages: [],
  },
  {
    name: 'broken YAML',
    text: '---\ntitle: "T\nlang: en\n---\nWords.',
    messages: [
      '3:9 error frontmatter-invalid Front matter is not YAML: Missing closing "quote; a value ends with the quote that it begins with',
    ],
  },
  {
    name: 'broken YAML in which no title stands',
    text: '---\nlang: en\nsummary: "S\n---\nWords on a subtitle: none.',
    messages: [
      '3:12 error frontmatter-invalid Front matter is not YAML: Missing closing "quote; a value ends with the quote that it begins with',
      '- error title-missing The post has no title',
    ],
  },
  {
    name: 'a quoted value continued at the start of a line',
    text: '---\ntitle: "From here\nto \\"there\\"\n  and back" # c\nlang: en\nsummary: \'It\'\'s\nfine\'\n---\nWords.',
    messages: [],
  },
  {
    name: 'a repeated key',
    text: '---\ntitle: One\nlang: en\ntitle: Two\n---\nWords.',
    messages: ['2:1 warning frontmatter-key-repeated Key “title” is repeated; its last value counts'],
  },
  {
    name: 'a flag of the site by the name of the notice',
    text: '---\ntitle: T\narchived: true\nlang: en\n---\nWords.',
    messages: [
      '3:1 info frontmatter-unknown-key “archived: true” is a flag, not an archive notice; nothing was printed for it',
    ],
  },
  {
    name: 'a script that only loads a file',
    text: `${head}<blockquote class="twitter-tweet"><p>Said.</p></blockquote>\n<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>\n\n<script src="x.js">f()</script>\n\n<script>g()</script>`,
    messages: [
      '5:1 info html-attr-dropped Attribute “class” of <blockquote> left out',
      '6:1 warning html-dropped Script from “https://platform.twitter.com/widgets.js” removed',
      '8:1 warning html-script Script from “x.js” removed',
      '10:1 warning html-script Script removed',
    ],
  },
  {
    name: 'a form and a button: their words stay, controls are told with theirs',
    text: `${head}<form action="x">\n\nA paragraph.\n\n<label>Name</label> <select><option>One<option>Two</select>\n\n</form>\n\n<h3><button>How?</button></h3>`,
    messages: [
      '5:1 warning html-unwrapped <form> taken away, its content kept',
      '9:1 warning html-unwrapped <label> taken away, its content kept',
      '9:21 warning html-dropped <select> with “One Two” removed',
      '13:5 warning html-unwrapped <button> taken away, its content kept',
    ],
  },
  {
    name: 'a film whose tags a parser ends before its end tag, and one without an end tag',
    text: `${head}<video src="x.mp4"><p>Words</p></video>\n\nAfter.\n\n<video src="y.mp4">`,
    messages: [
      '5:1 error media-no-alternative The words “x.mp4” stand for <video> from “x.mp4”',
      '9:1 error html-unclosed <video> is never closed: removed with all that follows it',
    ],
  },
  {
    name: 'broken front matter beside a title that is another key',
    text: '---\nsubtitle: T\n\nWords.',
    messages: [
      '1:1 error frontmatter-invalid Front matter does not end with “---”',
      '- error title-missing The post has no title',
    ],
  },
  {
    name: 'links that telephones follow, and addresses without a scheme',
    text: `${head}[a](tel:+15550100), [b](SMS:+15550100), [c](//example.org/), [d](///example.org/) and [e](fax:1).`,
    messages: [
      '5:62 error link-target-missing Link target “///example.org/” is not part of the publication',
      '5:87 error link-target-missing Link target “fax:1” is not part of the publication, and programs of readers do not open “fax:”',
    ],
  },
  {
    name: 'front matter without an end',
    text: '---\ntitle: T\n\nWords.',
    messages: ['1:1 error frontmatter-invalid Front matter does not end with “---”'],
  },
  {
    name: 'keys of other kinds',
    text: '---\ntitle: [a]\nlayout: post\nlang: en\n---\n# T\n\nWords.',
    messages: [
      '2:1 error frontmatter-invalid Front matter “title”: expected text',
      '3:1 info frontmatter-unknown-key Unknown key “layout”',
    ],
  },
  {
    name: 'an ambiguous date',
    text: '---\ntitle: T\ndate: 08/07/2024\n---\nWords.',
    messages: ['3:1 error date-ambiguous “08/07/2024” can be two different days'],
  },
  {
    name: 'an ambiguous date beside an ISO value',
    text: "---\ntitle: T\nupdated: 2024-08-07\nupdated_as_shown: 'Last Updated: 08/07/2024'\n---\nWords.",
    messages: [],
  },
  {
    name: 'an ambiguous date as shown alone',
    text: "---\ntitle: T\nupdated_as_shown: 'Last Updated: 08/07/2024'\n---\nWords.",
    messages: ['3:1 error date-ambiguous “08/07/2024” can be two different days'],
  },
  {
    name: 'an ambiguous date with its order',
    text: '---\ntitle: T\ndate: 08/07/2024\ndate_order: mdy\n---\nWords.',
    messages: [],
  },
  {
    name: 'a date that is none',
    text: '---\ntitle: T\nreleased: 2024-02-30\n---\nWords.',
    messages: ['3:1 error date-invalid “2024-02-30” is not a date'],
  },
  {
    name: 'a language that is none',
    text: '---\ntitle: T\nlang: American English\n---\n:lang[mots]{lang=french_fr}',
    messages: [
      '3:1 error lang-invalid “American English” is not a language tag',
      '5:1 error lang-invalid “french_fr” is not a language tag',
    ],
  },
  {
    name: 'half an archive notice',
    text: '---\ntitle: T\narchived: {label: Archived Content}\n---\nWords.',
    messages: ['3:1 error archived-incomplete “archived” has not a notice'],
  },
  {
    name: 'headings that skip',
    text: `${head}## A\n\n#### B\n\n# C`,
    messages: [
      '7:1 warning heading-skip Heading level jumps from 2 to 4: it is written as level 3',
      '9:1 warning heading-multiple-h1 Second heading of level 1: it is written one level lower',
    ],
  },
  {
    name: 'an empty heading',
    text: `${head}##\n\nWords.`,
    messages: ['5:1 error heading-empty Heading without words'],
  },
  {
    name: 'a heading that says the title again',
    text: `${head}# T\n\nWords.`,
    messages: ['5:1 warning title-duplicate The first heading repeats the title; it was left out'],
  },
  {
    name: 'links that lead nowhere',
    text: `${head}[a](other.md) [b](#nowhere) [c](javascript:alert(1)) [d](gopher://example.org/x)`,
    messages: [
      '5:1 error link-target-missing Link target “other.md” is not part of the publication',
      '5:15 error link-target-missing No target “#nowhere”',
      '5:29 error link-scheme-forbidden Link with the scheme “javascript:”',
      '5:54 error link-target-missing Link target “gopher://example.org/x” is not part of the publication, and programs of readers do not open “gopher:”',
    ],
  },
  {
    name: 'a scheme hidden in raw HTML',
    text: `${head}Go <a href="java&#9;script:alert(1)">there</a>.`,
    messages: ['5:4 error link-scheme-forbidden Link with the scheme “javascript:”'],
  },
  {
    name: 'a link without words',
    text: `${head}Go [](https://example.org/).`,
    messages: ['5:4 error link-empty Link to “https://example.org/” has no words'],
  },
  {
    name: 'pictures whose names no file can have everywhere',
    text: `${head}<img src="a\\_b.png" alt="a"> ![b](b%00.png) ![c](c%5C..%5Cd.png)`,
    messages: [
      '5:1 error img-missing Picture “a\\_b.png” has a backslash in its address, which browsers read as “/”: take the backslash away, or write “/”',
      '5:30 error img-missing Picture “b%00.png” has an address that no file can have',
      '5:45 error img-missing Picture “c%5C..%5Cd.png” has a backslash in its address, which browsers read as “/”: take the backslash away, or write “/”',
    ],
  },
  {
    name: 'pictures from elsewhere',
    text: `${head}![a](https://example.org/x.png) ![b](../../x.png) ![c](data:image/png;base64,AA)`,
    messages: [
      '5:1 error img-remote Picture “https://example.org/x.png” is not a file beside the post',
      '5:33 error img-outside-root Picture “../../x.png” lies outside the folder',
      '5:51 error img-remote Picture “data:image/png;base64,AA” is not a file beside the post',
    ],
  },
  {
    name: 'notes without a partner',
    text: `${head}Words[^a] and [^b] and \\[^c] and \`[^d]\`.\n\n[^a]: Note.\n[^e]: Nobody asks.`,
    messages: [
      '5:10 error footnote-undefined No note is defined for “[^b]”',
      '8:1 warning footnote-unused Nothing refers to the note “e”',
    ],
  },
  {
    name: 'directives that are none',
    text: `${head}At 10:30 note:this :x[*y*]{z}.\n\n::leaf[words]\n\n:::box[Label]\nwords\n:::\n\n:::info\nwords\n:::`,
    messages: [
      '7:1 warning directive-unknown Unknown directive “::leaf”',
      '9:1 warning directive-unknown Unknown directive “:::box”',
    ],
  },
  {
    name: 'raw HTML that is not kept',
    text: `${head}A <agency>DHS</agency> <span style="color:red">red</span>\n\n<script>alert(1)</script>\n\n<iframe src="x"></iframe>\n\n<video src="x"></video>`,
    messages: [
      '9:1 warning html-dropped The words “x” stand for <iframe> from “x”',
      '5:3 warning html-unwrapped <agency> taken away, its content kept',
      '5:24 info html-attr-dropped Attribute “style” of <span> left out',
      '7:1 warning html-script Script removed',
      '11:1 error media-no-alternative The words “x” stand for <video> from “x”',
    ],
  },
  {
    name: 'characters that cannot be printed',
    text: `${head}a\u0007b\n\nc\ue000d`,
    messages: [
      '5:2 warning control-char Control character U+0007 removed',
      '7:2 error pua-char Private-use character U+E000',
    ],
  },
  {
    name: 'an uneven table',
    text: `${head}| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |`,
    messages: [
      '5:1 warning table-ragged Row has 2 cells where the table has 3 columns',
      '7:1 warning table-ragged Row has 1 cell where the table has 3 columns',
    ],
  },
  {
    name: 'an empty item',
    text: `${head}- a\n-\n- c`,
    messages: ['6:1 warning list-item-empty List item without content'],
  },
  {
    name: 'a script that is never closed',
    text: `${head}Words.\n\n<script>x\n\nLost.`,
    messages: [
      '7:1 error html-unclosed Script with “x Lost.” is never closed: removed with all that follows it',
    ],
  },
  {
    name: 'a comment that is never closed',
    text: `${head}Words. <!-- a -->\n\n<!-- x\n\nLost.`,
    messages: [
      '7:1 error html-unclosed Comment “<!-- x Lost.” is never closed: removed with all that follows it',
    ],
  },
  { name: 'a comment', text: `${head}Words.\n\n<!-- x\n\ny -->\n\nMore.`, messages: [] },
];

test.each(cases)('$name', ({ text, messages }) => {
  expect(printMessages(readText(text).messages)).toEqual(messages);
});

test('a quoted value continued at the start of a line keeps all its words', () => {
  const document = readDocument(
    '---\ntitle: "From here\nto \\"there\\"\n  and back" # c\nlang: en\nsummary: \'It\'\'s\r\nfine\'\n---\nWords.',
  );
  expect(document.metadata.title).toBe('From here to "there" and back');
  expect(document.metadata.summary).toBe("It's fine");
});

test('of a repeated key the last counts', () => {
  expect(readDocument('---\ntitle: One\nlang: en\ntitle: Two\n---\nWords.').metadata.title).toBe('Two');
});

test('bytes that are not UTF-8 are refused with their offset', () => {
  const { value, messages } = readText(new Uint8Array([0x61, 0xc3, 0xa4, 0xc3, 0x28]));
  expect(value).toBeUndefined();
  expect(printMessages(messages)).toEqual(['- error file-encoding Invalid UTF-8 at byte offset 3']);
});

test('a sequence that the end cuts off is not UTF-8', () => {
  const { messages } = readText(new Uint8Array([0x61, 0xe2, 0x82]));
  expect(printMessages(messages)).toEqual(['- error file-encoding Invalid UTF-8 at byte offset 1']);
});

test('an empty file and one of white space are refused', () => {
  for (const text of ['', '\ufeff \r\n']) {
    const { value, messages } = readText(text);
    expect(value).toBeUndefined();
    expect(printMessages(messages)).toEqual(['- error file-empty The file is empty']);
  }
});

test('a post of 20 MB is refused', () => {
  const { value, messages } = readText(new Uint8Array(20_000_000).fill(0x61));
  expect(value).toBeUndefined();
  expect(printMessages(messages)).toEqual([
    '- error file-too-large The file has 20000000 bytes, more than 10000000',
  ]);
});

test.each([
  ['quotes', `${'>'.repeat(1000)} deep words`],
  ['quotes beyond the parser', `${'>'.repeat(10_000)} deep words`],
  ['lists', `${'- '.repeat(3000)}deep words`],
])('%s a thousand deep are flattened', (_, text) => {
  const { value, messages } = readText(`${head}${text}\n\nNext.`);
  expect(value && plainText(value)).toContain('deep words\n');
  expect(value && plainText(value)).toContain('Next.');
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['nesting-too-deep']);
});

test.each([
  ['emphasis', '*a ', ' c*'],
  ['strong emphasis', '**a ', ' c**'],
  ['strikethrough', '~~a ', ' c~~'],
  ['emphasis inside a link', '*a ', ' c*'],
])('%s two thousand deep is flattened', (name, open, close) => {
  const body = `${open.repeat(2000)}deep words${close.repeat(2000)}`;
  const { value, messages } = readText(`${head}${name.endsWith('link') ? `[${body}](https://a.org)` : body}`);
  const words = (value && plainText(value))?.match(/\w+/gu) ?? [];
  expect(words.filter((word) => word === 'a').length).toBe(2000);
  expect(words.filter((word) => word === 'c').length).toBe(2000);
  // Pairs of signs that are left between words look like what they are; of asterisks also what stands beside emphasis.
  const seen: Readonly<Record<string, number>> = { 'strong emphasis': 2, strikethrough: 1 };
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([
    'nesting-too-deep',
    ...Array.from({ length: seen[name] ?? 0 }, () => 'markup-visible'),
  ]);
});

test('emphasis as deep as it may be is what CommonMark says, beside emphasis beyond', () => {
  const good = '***a** b* and *c **d***';
  const { value } = readText(`${head}${good}\n\n${'*'.repeat(1000)}x${'*'.repeat(1000)}`);
  const { value: alone } = readText(`${head}${good}`);
  expect(value?.body[0]).toEqual(alone?.body[0]);
  expect(value && plainText(value)).toContain(`${'*'.repeat(1000)}x${'*'.repeat(1000)}`);
});

test('raw HTML ten thousand deep is flattened', () => {
  const { value, messages } = readText(`${head}${'<div>'.repeat(10_000)}deep words`);
  expect(value && plainText(value)).toContain('deep words');
  expect(messages.map(({ ruleId }) => ruleId)).toEqual(['nesting-too-deep']);
});

test('aliases that grow without end are refused', () => {
  const bomb = Array.from({ length: 9 }, (_, i) => `k${i + 1}: &k${i + 1} [${`*k${i}, `.repeat(9)}]`).join(
    '\n',
  );
  const { messages } = readText(`---\ntitle: T\nk0: &k0 [a]\n${bomb}\n---\nWords.`);
  expect(messages.map(({ ruleId }) => ruleId)).toContain('frontmatter-invalid');
});

test('huge spans do not make huge tables', () => {
  const row = '<tr><td colspan="1000" rowspan="65534">a</td><td colspan="1000">b</td></tr>';
  const { value } = readText(`${head}<table>${row.repeat(100)}</table>`);
  expect(value && plainText(value)).toContain('a\tb');
});

test('what refused links and pictures say stays', () => {
  const document = readDocument(`${head}[a](other.md) ![b](../../x.png) :x[*y*]{z} At 10:30`);
  expect(plainText(document)).toBe('T\na b :x[y]{z} At 10:30\n');
});

test.each([
  ['main', '<main>alpha<footer>beta</footer></main>', ['alpha', 'beta']],
  ['nav', '<div>one<nav>two</nav>three</div>', ['one', 'two', 'three']],
  ['a form of fields', '<fieldset><legend>Leg</legend><address>Addr</address></fieldset>', ['Leg', 'Addr']],
  ['a quotation with a footer', '<blockquote>said<footer>by whom</footer></blockquote>', ['said', 'by whom']],
])('the words of %s are not fused', (_, html, words) => {
  const { value } = readText(`${head}${html}`);
  const text = value && plainText(value);
  expect(text?.trim().split('\n').slice(1)).toEqual(words);
});

test.each([
  [
    'a footer at its end',
    '<blockquote>said<footer>by whom</footer></blockquote>',
    [undefined, 'attribution'],
  ],
  ['a dash at the head of its end', '> said\n>\n> — by whom', [undefined, 'attribution']],
  ['a dash within its end', '> said\n>\n> by — whom', [undefined, undefined]],
  ['a dash at the head of all that it says', '> — by whom', [undefined]],
  ['nothing but a footer', '<blockquote><footer>by whom</footer></blockquote>', [undefined]],
])('the attribution of a quotation: %s', (_, text, roles) => {
  const [quote] = readDocument(`${head}${text}`).body;
  const children = quote?.type === 'quote' ? quote.children : [];
  expect(children.map((child) => child.type === 'paragraph' && child.role)).toEqual(roles);
});

test('a note referred to from raw HTML is found, a second definition told of', () => {
  const { value, messages } = readText(`${head}<p>html[^ht] end</p>\n\n[^ht]: Words.\n\n[^ht]: Again.`);
  expect(printMessages(messages)).toEqual([
    '9:1 warning footnote-unused The note “ht” is defined a second time',
  ]);
  expect(value && plainText(value)).toContain('Words.');
});

test.each([
  ['lang: english', ['3:1 error lang-invalid “english” is not a language tag']],
  ['lang: zz-ZZ', ['3:1 error lang-invalid “zz-ZZ” is not a language tag']],
  ['lang: haw', []],
  ['lang: en\ndate: August 7, 2024', []],
  [
    'lang: en\nsource: { url: "javascript:alert(1)" }',
    ['4:1 error link-scheme-forbidden “source.url” is no address of the web: “javascript:alert(1)”'],
  ],
])('front matter with %j', (lines, expected) => {
  expect(printMessages(readText(`---\ntitle: T\n${lines}\n---\nWords.`).messages)).toEqual(expected);
});

test.each([
  ['7. a\n3. b\n3. c', ['6:1 warning list-number-mismatch Item 3 is printed as 8']],
  ['1. a\n1. b\n1. c', []],
  ['4. a\n5. b', []],
  [
    ':::warnning[Lab]\nWords.\n:::',
    ['5:1 warning callout-kind-unknown Unknown callout kind “warnning”, rendered as a note'],
  ],
  [':::table[Caption]\nWords.\n:::', ['5:1 warning directive-unknown “:::table” holds no table']],
  ['a\0b', ['5:2 warning control-char Control character U+0000 is shown as U+FFFD']],
  ['`ﬁ` stays', []],
])('%j', (body, expected) => {
  expect(printMessages(readText(head + body).messages)).toEqual(expected);
});

test('letters of code stay as they are', () => {
  const { value } = readText(`${head}\`ﬁ\` ﬁ`);
  expect(value && plainText(value)).toContain('ﬁ fi');
});

test.each([
  ['code', 'a `code`  \nword', 'a code\nword\n'],
  ['code alone', '`code`\\\nword', 'code\nword\n'],
  ['a picture', 'a ![alt](x.png)  \nword', 'a \nword\n'],
  ['a note', 'a[^1]  \nword\n\n[^1]: Note.', 'a\nword\nNote.\n'],
  ['emphasis of code', '*`code`*  \nword', 'code\nword\n'],
])('%s before a hard break stays', (_, body, expected) => {
  const { value } = readText(head + body);
  expect(value && plainText(value)).toBe(`T\n${expected}`);
});

test('a mistake in one key of the front matter does not cost the others', () => {
  const { value, messages } = readText(
    '---\nagency: A\ntitle: Bad: yaml: x\nlang: fr\nbyline: By B\n---\nWords.',
  );
  expect(value?.metadata).toMatchObject({ agency: 'A', lang: 'fr', byline: 'By B', title: '' });
  expect(printMessages(messages)).toEqual([
    '3:8 error frontmatter-invalid Front matter is not YAML: Nested mappings are not allowed in compact mappings; a value that holds “: ” stands in quotes',
  ]);
});
