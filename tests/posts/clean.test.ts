import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { openTagleaf } from '../../src/publish/open-tagleaf.ts';
import { printMessages, readDocument, readText } from './read-text.ts';

/** Every code point that must not come out, but for halves of pairs, which UTF-8 cannot hold. */
const unfit = [
  ...[...Array(0x20).keys()].filter((code) => code > 0 && ![0x09, 0x0a, 0x0d].includes(code)),
  ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index),
  ...Array.from({ length: 0x20 }, (_, index) => 0xfdd0 + index),
  ...Array.from({ length: 17 }, (_, plane) => [plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff]).flat(),
  0xfeff,
];
const characters = unfit.map((code) => String.fromCodePoint(code));
const classes = new RegExp(
  `[${characters.map((character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('')}]|\\p{Cs}`,
  'u',
);
const soup = characters.map((character) => `${character}w`).join('');

/** In YAML, halves of pairs too. */
const escaped = [...unfit, 0xd800, 0xdbff, 0xdc00, 0xdfff]
  .map((code) =>
    code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}w` : `\\u${code.toString(16).padStart(4, '0')}w`,
  )
  .join('');

const facts = [
  'title',
  'byline',
  'agency',
  'rights',
  'summary',
  'slug',
  'released_as_shown',
  'updated_as_shown',
];

/** A post with `@` wherever a post can hold a text. */
const everywhere = `
Words @ and *em@phasis* and \`co@de\` and [li@nk](https://example.org/?a=@ "ti@tle") and :abbr[A@B]{title="ex@pansion"}.

<abbr title="Hyper@Text">H@T</abbr> <dfn title="d@f">d@</dfn> <time datetime="2020-@">t@</time> <q cite="c@">q@</q> <span lang="fr@" id="i@d">s@</span> &#7; <ruby>b@<rt>a@</rt></ruby>

![al@t](a@.png "cap@tion")

<figure><img src="b@.png" alt="al@t"><figcaption>cap@tion</figcaption></figure>

{{< figure src="c@.png" alt="al@t" caption="cap@tion" >}}

## Head@ing {#h@}

:::note[lab@el]
Call@out
:::

\`\`\`js@ title="fi@le"
co@de
\`\`\`

| a@ | b |
|---|---|
| c@ | d[^n@] |

- it@em

<dl><dt>te@rm</dt><dd>mean@ing</dd></dl>

<details><summary>su@m</summary>de@t</details>

[^n@]: no@te
`;

/** All texts of a value with the keys that lead to them, but the source, which stays what it is. */
function textsIn(value: unknown, at = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[at, value]];
  if (value instanceof Map) return [...value].flatMap(([key, inner]) => textsIn([key, inner], `${at}.map`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    at === '' && key === 'source' ? [] : textsIn(inner, `${at}.${key}`),
  );
}

const matter = `---\nlang: en\n${facts.map((key) => `${key}: "a${escaped}"`).join('\n')}\nauthors: ["n${escaped}"]\nsubjects: ["s${escaped}"]\narchived: {label: "l${escaped}", notice: "n${escaped}"}\nsource: {url: "https://example.org/${escaped}"}\n---\n`;
const post = `${matter}${everywhere.replaceAll('@', soup)}`;

describe('characters that neither output can hold', () => {
  test('are in no text of the model, wherever they were written', () => {
    const document = readDocument(post);
    expect(textsIn(document).filter(([, text]) => classes.test(text))).toEqual([]);
    expect(document.source).toBe(post);
    // The search would find them: they are in the source.
    expect(classes.test(post)).toBe(true);
    expect(textsIn({ a: [{ b: 'x\uFDD0' }] }).filter(([, text]) => classes.test(text))).toHaveLength(1);
  });

  test('are each told', () => {
    const { messages } = readText(post);
    const told = new Set(
      messages
        .filter(({ ruleId }) => ruleId === 'control-char')
        .map(({ reason }) => /U\+[0-9A-F]+/u.exec(reason)?.[0]),
    );
    expect(
      [...unfit, 0xd800, 0xdbff, 0xdc00, 0xdfff].filter(
        (code) => !told.has(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`),
      ),
    ).toEqual([]);
    expect(messages.filter(({ reason }) => /\p{Cs}/u.test(reason))).toEqual([]);
  });

  test('leave XHTML, package document and XMP well-formed', async () => {
    const tagleaf = await openTagleaf({});
    // One character in each place: the layout of all of them in all places takes its time.
    let place = 0;
    const each =
      matter + everywhere.replace(/@/gu, () => `${characters[(place += 7) % characters.length] ?? ''}w`);
    const document = await tagleaf.read(Buffer.from(each));
    const epub = await tagleaf.epub(tagleaf.publication(document));
    const parts = Object.entries(unzipSync(epub.bytes)).filter(([name]) =>
      /\.(?:xhtml|opf|xml|ncx)$/u.test(name),
    );
    expect(parts.length).toBeGreaterThan(3);
    for (const [, bytes] of parts) {
      const xml = strFromU8(bytes);
      expect(() => fromXml(xml)).not.toThrow();
      expect(classes.test(xml)).toBe(false);
    }
    const pdf = await tagleaf.pdf(tagleaf.publication(document));
    const bytes = Buffer.from(pdf.bytes).toString('utf8');
    const packet = bytes.slice(bytes.indexOf('<x:xmpmeta'), bytes.indexOf('</x:xmpmeta>') + 12);
    expect(packet).toContain('<rdf:RDF');
    expect(() => fromXml(packet)).not.toThrow();
    expect(classes.test(packet)).toBe(false);
  });
});

const head = '---\ntitle: T\nlang: en\n---\n';

test.each<readonly [string, string, readonly string[]]>([
  ['text', `${head}First.\ufeffSecond.`, ['5:7 warning control-char Byte order mark U+FEFF removed']],
  [
    'an attribute of HTML',
    `${head}<abbr title="Hyper\ufffeText">HT</abbr>`,
    ['5:19 warning control-char Noncharacter U+FFFE removed'],
  ],
  [
    'an attribute of a directive',
    `${head}:abbr[HT]{title="a\u0002b"}`,
    ['5:19 warning control-char Control character U+0002 removed'],
  ],
  [
    'an alternative',
    `${head}![A \u0002map](a.png)`,
    ['5:5 warning control-char Control character U+0002 removed'],
  ],
  [
    'code, several times',
    `${head}    a\u0002\n    b\u0002`,
    ['5:6 warning control-char Control character U+0002 removed, 2 times'],
  ],
  [
    'a fact, as an escape',
    '---\ntitle: T\nlang: en\nagency: "a\\u0007b"\n---\nx',
    ['4:1 warning control-char Control character U+0007 removed'],
  ],
  [
    'a fact, as it is',
    '---\ntitle: T\nlang: en\nsummary: Literal\u0002 control\n---\nx',
    ['4:17 warning control-char Control character U+0002 removed'],
  ],
  [
    'half a character',
    '---\ntitle: "a\\uD800b"\nlang: en\n---\nx',
    ['2:1 warning control-char Half a character U+D800 removed'],
  ],
  [
    'a key that is not known',
    '---\ntitle: T\nlang: en\nnone: "a\\uD800b"\n---\nx',
    ['4:1 info frontmatter-unknown-key Unknown key “none”'],
  ],
  ['tab and line end', `${head}a\tb\nc\u00a0d`, []],
])('where they stand is told: %s', (_, text, messages) => {
  expect(printMessages(readText(text).messages)).toEqual(messages);
});

test('words on both sides of a form feed stay apart', () => {
  const { value, messages } = readText(`${head}Page one\u000cPage two`);
  expect(textsIn(value?.body).map(([, text]) => text)).toContain('Page one Page two');
  expect(printMessages(messages)).toEqual([
    '5:9 warning control-char Control character U+000C replaced by a space',
  ]);
});
