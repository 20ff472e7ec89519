import { accountWords } from '../../../src/account/account-words.ts';
import { defaultPostLimits, type PostLimits, type ReadPostOptions } from '../../../src/posts/context/post-context.ts';
import { lintDocument } from '../../../src/lint/lint-document.ts';
import { settleMessages } from '../../../src/lint/settle-messages.ts';
import { readText } from '../../posts/read-text.ts';
import { tell, type Case, type Cases, type Told } from './case.ts';

type Options = Partial<ReadPostOptions>;

function read(source: string | Uint8Array, options?: Options): Told {
  return () => {
    const { value, messages } = readText(source, options);
    if (!value) return tell(messages);
    return tell(settleMessages([...messages, ...lintDocument(value)], { document: value, levels: {} }));
  };
}

const front = (more = ''): string => `---\ntitle: T\nlang: en\n${more}---\n\n`;

/** Two bodies of a post. */
function body(bad: string, good: string, options?: Options): Case {
  return { bad: read(`${front()}${bad}\n`, options), good: read(`${front()}${good}\n`, options) };
}

/** Two lines of front matter. */
function key(bad: string, good: string): Case {
  return { bad: read(`${front(`${bad}\n`)}Words.\n`), good: read(`${front(`${good}\n`)}Words.\n`) };
}

/** One post under two bounds. */
function bound(source: string, bad: PostLimits, good: PostLimits): Case {
  return { bad: read(source, { limits: bad }), good: read(source, { limits: good }) };
}

const post = `${front()}Words.\n`;
const failing = { remarkPlugins: [() => (): never => { throw new Error('No such team'); }] };
const said = `${front()}Kept words.\n\nLost words.\n`;

/** A post whose words are held against what became of them; `blocks` of it are kept. */
function account(blocks: number, hasPlugins: boolean): Told {
  return () => {
    const { value, messages } = readText(said);
    const kept = value && { ...value, body: value.body.slice(0, blocks) };
    return tell(accountWords({ value: kept, messages }, { hasPlugins }).messages);
  };
}

const quotes = (depth: number): string => `${front()}${'> '.repeat(depth)}Deep.\n`;

/** Rules whose cases are not folders of `tests/lint/rules`. */
export const postCases: Cases = {
  'file-encoding': { bad: read(Uint8Array.of(0x43, 0x61, 0x66, 0xe9)), good: read(Buffer.from(`${front()}Café\n`)) },
  'file-empty': { bad: read(' \n'), good: read('.\n') },
  'listing-unfilled': { bad: read(`${front('listing: { id: news, contents: posts }\n')}Words.\n`), good: read(`${front('listing: yes\n')}Words.\n`) },
  'post-redirects': { bad: read(front('redirect_to: https://example.org/\n')), good: read(`${front('redirect_to: https://example.org/\n')}Words.\n`) },
  'file-too-large': bound(post, { ...defaultPostLimits, bytes: Buffer.byteLength(post) - 1 }, { ...defaultPostLimits, bytes: Buffer.byteLength(post) }),
  'nesting-too-deep': { bad: read(quotes(65)), good: read(quotes(64)) },
  'control-char': body('A\u0007b', 'A\tb\u00a0c'),
  'pua-char': body('A \u{f8ff} sign', 'A \u{f900} sign'),
  'frontmatter-invalid': key('authors: {a: b', 'authors: [a, b]'),
  'frontmatter-key-misspelt': key('sumary: red', 'subject: red'),
  'frontmatter-unknown-key': key('colour: red', 'summary: red'),
  'frontmatter-key-repeated': key('slug: a\nslug: b', 'slug: a\nSlug: b'),
  'frontmatter-key-unused': key('author: A\nauthors: [B]', 'author: A\nauthors: A'),
  'frontmatter-value': key('source: gsa', 'source: {url: https://example.org/}'),
  'publish-window': key('expiryDate: 2030-01-01', 'expiryDate:'),
  'archived-incomplete': key('archived: {label: Archived}', 'archived: {label: Archived, notice: Not kept up to date.}'),
  'record-holds-in-post': key('holds: [a]', 'hold: [a]'),
  'title-missing': { bad: read('---\nlang: en\n---\n\nWords.\n'), good: read('---\nlang: en\n---\n\n# T\n\nWords.\n') },
  'link-scheme-forbidden': body('[Go](javascript:go)', '[Go](./javascript:go)'),
  'link-target-missing': body('[Go](#none)\n\n## Some', '[Go](#some)\n\n## Some'),
  'link-address-unknown': body('[Go](/a/)', '[Go](https://example.org/a/)'),
  'plugin-failed': { bad: read(post, failing), good: read(post, { remarkPlugins: [() => () => undefined] }) },
  'words-unaccounted': { bad: account(1, false), good: account(2, false) },
  'plugin-lost-words': { bad: account(1, true), good: account(2, true) },
  'raw-left-out': body('```{=latex}\n\\vspace{1em}\n```', '```{=html}\n<p>Words.</p>\n```\n\n```latex\n\\vspace{1em}\n```'),
  'include-missing': body('```{include} none.md\n```', '```{include} part.md\n```', { path: 'a.md', nearby: { has: (path) => path === 'part.md', read: (path) => (path === 'part.md' ? 'A part.\n' : undefined) } }),
  'markup-unknown': body('{% team_photo "maya" %}', '{% raw %}{% team_photo %}{% endraw %}'),
  'math-unread': body('So $x^2$ is.', 'It costs $5 or 6$, or `$x^2$`, or $10.'),
  'markup-variable': body('By {{ page.author }}.', 'By `{{ page.author }}`.'),
  'markup-visible': body('**A lead. **Then words.', '\\*\\*A lead. `**`Then words.'),
  'html-dropped': body('<iframe src="https://example.org/"></iframe>', '`<iframe src="https://example.org/"></iframe>`'),
  'hidden-left-out': body('Words <span hidden>and more</span>.', 'Words <span aria-hidden="true">and more</span>.'),
  'html-unwrapped': body('A <font>red</font> word', 'A <em>red</em> word'),
  'html-attr-dropped': body('<p onclick="go()">Words</p>', '<p id="go">Words</p>'),
  'html-script': body('<script>go()</script>', '`<script>go()</script>`'),
  'html-unclosed': body('<!-- never closed\n\nWords', '<!-- closed -->\n\nWords'),
  'media-no-alternative': body('<video src="a.mp4"></video>', '[The film](https://example.org/a.mp4)'),
  'list-number-mismatch': body('1. One\n3. Three', '1. One\n2. Two'),
  'callout-kind-unknown': body(':::warnning\nWords.\n:::', ':::warning\nWords.\n:::'),
  'directive-unknown': body(':::blink\nWords.\n:::', ':::figure[A map]\nWords.\n:::'),
  'img-list-invalid': body('![A map](https://example.org/map.png)', '![A map](map.png)', { savedPictures: 'saved', nearby: { has: () => false, read: () => 'map.png\n' } }),
  'img-remote': body('![A map](https://example.org/map.png)', '![A map](map.png)'),
  'cover-unusable': key('cover: https://example.org/a.png\ncover_alt: A', 'cover: a.png\ncover_alt: A'),
  'cover-alt-missing': key('cover: a.png', 'cover: a.png\ncover_alt: A leaf'),
  'img-missing': body('![A map]()', '![A map](map.png)'),
  'img-outside-root': body('![A map](../map.png)', '![A map](media/../map.png)'),
  'table-span-irregular': body(
    '<table><tr><th>A</th><th>B</th></tr><tr><td rowspan="3">1</td><td>2</td></tr></table>',
    '<table><tr><th>A</th><th>B</th></tr><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></table>',
  ),
  'table-row-empty': body('<table><tr><th>A</th></tr><tr></tr><tr><td>1</td></tr></table>', '<table><tr><th>A</th></tr><tr><td></td></tr><tr><td>1</td></tr></table>'),
  'table-body-missing': body('<table><thead><tr><th>A</th></tr></thead><tfoot><tr><td>1</td></tr></tfoot></table>', '<table><thead><tr><th>A</th></tr></thead><tfoot><tr><td>1</td></tr></tfoot><tbody><tr><td>2</td></tr></tbody></table>'),
  'definition-incomplete': body('<dl><dt>Term</dt></dl>', '<dl><dt>Term</dt><dt>Other</dt><dd>Meaning</dd></dl>'),
  'footnote-undefined': body('A word.[^none]', 'A word.[^some]\n\n[^some]: A note.'),
  'abbreviation-unused': body('A word.\n\n*[XML]: A language', 'A word of XML.\n\n*[XML]: A language'),
  'subscript-struck': body('H~2~O', 'H~~2~~O, and 5~2~ or a ~word~'),
  'wiki-link': body('See [[Harbour]].', 'See list[[Harbour]].'),
  'wiki-picture': body('![[boat.png]] A word.', '![[boat]] A word.'),
  'footnote-unused': body('A word.\n\n[^some]: A note.', 'A word.[^some]\n\n[^some]: A note.'),
  'footnote-self': body('A word.\n\n[^some]: A note.[^some]', 'A word.[^some]\n\n[^some]: A note.[^some]'),
  'footnote-in-heading': body('## Head[^1]\n\nA word.\n\n[^1]: A note.', '## Head\n\nA word.[^1]\n\n[^1]: A note.'),
  'footnote-nested': body('A word.[^1]\n\n[^1]: A note.[^2]\n\n[^2]: Another.', 'A word.[^1] More.[^2]\n\n[^1]: A note.\n\n[^2]: Another.'),
  'list-item-empty': body('- One\n-\n- Two', '- One\n- Two'),
  'suppression-unused': body('<!-- a11y-ignore link-generic: quoted -->\n\n[The form](https://example.org/)', '<!-- a11y-ignore link-generic: quoted -->\n\n[Click here](https://example.org/)'),
  'suppression-without-reason': body('<!-- a11y-ignore link-generic -->\n\n[Click here](https://example.org/)', '<!-- a11y-ignore link-generic: quoted -->\n\n[Click here](https://example.org/)'),
};
