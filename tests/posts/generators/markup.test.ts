import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Message } from '../../../src/diagnostics/message.ts';
import { plainText } from '../../../src/document/plain-text.ts';
import { walk, walkDocument } from '../../../src/document/walk.ts';
import type { SiteLinks } from '../../../src/posts/generators/site-path.ts';
import { isLong } from '../../how-long.ts';
import { printDocument } from '../print-document.ts';
import { printMessages, readDocument, readText } from '../read-text.ts';

const folder = new URL('./', import.meta.url);
const source = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const head = '---\ntitle: T\nlang: en\n---\n';
const links: SiteLinks = { base: 'https://example.gov', permalink: '/:year/:month/:day/:title/' };

test.each([
  ['constructs', { links }],
  ['edges', {}],
  ['references', {}],
])('%s becomes the tree and the messages of its golden file', async (name, options) => {
  const { value, messages } = readText(source(`${name}.md`), options);
  const printed = `${value ? printDocument(value) : ''}\n${printMessages(messages).join('\n')}\n`;
  await expect(printed).toMatchFileSnapshot(new URL(`${name}.txt`, folder).pathname);
});

test.each(['constructs', 'edges', 'references'])('every word of %s has its place in the source', (name) => {
  const text = source(`${name}.md`);
  const lineStarts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  let count = 0;
  for (const node of walk(readDocument(text, { links }).body)) {
    if (node.place === undefined) continue;
    const { start, end } = node.place;
    for (const point of [start, end]) {
      expect((lineStarts[point.line - 1] ?? NaN) + point.column - 1).toBe(point.offset);
    }
    if (node.type !== 'text') continue;
    const written = text.slice(start.offset, end.offset);
    // The words of a reference are those of its target.
    if (/^(?:\{\w+\}`|\[\])/u.test(written)) continue;
    // The address of a film is made from its number.
    const first = /[\p{L}\p{N}]+/u.exec(node.value.replace(/^https:.*[=/]/u, ''))?.[0] ?? '';
    expect(written).toContain(first);
    count += 1;
  }
  expect(count).toBeGreaterThan(25);
});

interface Case {
  readonly name: string;
  readonly text: string;
  readonly words: string;
  readonly messages: readonly string[];
  /** What is quoted of markup that readers would see. */
  readonly visible?: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'a variable is kept as text and told of once',
    text: 'By {{ page.author }} and {{page.author}} of {{ site.title | upcase }}.',
    words: 'By {{ page.author }} and {{page.author}} of {{ site.title | upcase }}.',
    messages: [
      '5:4 warning markup-variable Variable “{{ page.author }}”, 2 times: kept as text',
      '5:45 warning markup-variable Variable “{{ site.title }}”: kept as text',
    ],
    visible: ['{{ page.author }}'],
  },
  {
    name: 'an unknown tag is kept with its ends, and counted by its beginnings',
    text: '{% if a %}one{% else %}two{% endif %} {% if b %}{% endif %}',
    words: '{% if a %}one{% else %}two{% endif %} {% if b %}{% endif %}',
    messages: [
      '5:1 warning markup-unknown Unknown markup “{% if %}”, 2 times: kept as text',
      '5:14 warning markup-unknown Unknown markup “{% else %}”: kept as text',
    ],
    visible: ['{% if a %}'],
  },
  {
    name: 'an unknown filter as the target of a link leaves its words',
    text: '[Melody]({{ "melody" | team_link }}) and {{ "maya" | team_link }}',
    words: 'Melody and {{ "maya" | team_link }}',
    messages: [
      '5:10 warning markup-unknown Unknown markup “{{ … | team_link }}”, 2 times: kept as text, links to it as their words',
    ],
    visible: ['{{ "maya" | team_link }}'],
  },
  {
    name: 'code is left alone but for the marks of raw',
    text: '`{{ a }}` ``{% b %} ` ``\n\n```\n{% note %}\n{% raw %}{{ c }}{% endraw %}\n```\n\n<pre>{% d %}</pre>',
    words: '{{ a }} {% b %} ` \n{% note %}\n{{ c }}\n{% d %}',
    messages: [],
  },
  {
    name: 'a raw block says what it holds',
    text: '{% raw %}\n{{ a }} *b* {% c %}\n{% endraw %}\n\nIn {% raw %}{{ line }}{% endraw %}.',
    words: '{{ a }} b {% c %}\nIn {{ line }}.',
    messages: [],
  },
  {
    name: 'escaped braces are braces',
    text: '\\{{ a }} \\{% b %} \\{: .c}',
    words: '{{ a }} {% b %} {: .c}',
    messages: [],
  },
  {
    name: 'braces that are no markup',
    text: 'A set {a} {.5} {.b} {: c} {} {{}} {% %} ${d} and {{ open {# x',
    words: 'A set {a} {.5} {.b} {: c} {} {{}} {% %} ${d} and {{ open {# x',
    messages: [],
    visible: ['{{ open'],
  },
  {
    name: 'presentational attributes',
    text: 'Words\n{:.lead}\n\n![Alt](a.png){.left} more {:.x}',
    words: 'Words\n more',
    messages: [
      '6:1 info html-attr-dropped Attributes “{:.lead}” left out',
      '8:14 info html-attr-dropped Attributes “{.left}” left out',
      '8:27 info html-attr-dropped Attributes “{:.x}” left out',
    ],
  },
  {
    name: 'links of the site without its address',
    text: '[a]({{ site.baseurl }}/a/) [b]({% post_url 2020-01-02-b %}) {{ site.url }}',
    words: 'a b {{ site.url }}',
    messages: [
      '5:61 warning markup-variable Variable “{{ site.url }}”: kept as text',
      '5:28 error link-target-missing Link target “2020-01-02-b” is not part of the publication; if its site has it, `links: { base, permalink }` in tagleaf.yaml says where',
      '5:1 warning link-address-unknown Link is written as its words alone, for it leads to a part of the site whose address is not known: “/a/” (tagleaf.yaml has no `links: { base }`)',
    ],
    visible: ['{{ site.url }}'],
  },
  {
    name: 'a note that crosses another',
    text: '{% note %}\n\n{% tip %}\n\nWords.\n\n{% endnote %}\n\n{% endtip %}',
    words: 'Note\n{% tip %}\nWords.\n{% endtip %}',
    messages: ['7:1 warning markup-unknown Unknown markup “{% tip %}”: kept as text'],
    visible: ['{% tip %}', '{% endtip %}'],
  },
  {
    name: 'extensions of kramdown',
    text: 'One {::comment}two{:/comment}{::options a="b" /} {::nomarkdown}<b>x</b>{:/} {:/} {::x} {::comment}\n\n{:ref: .y}',
    words: 'One x {::x} {::comment}',
    messages: [
      '7:1 info html-attr-dropped Attributes “{:ref: .y}” left out',
      '5:82 warning markup-unknown Unknown markup “{::x}”: kept as text',
      '5:88 warning markup-unknown Unknown markup “{::comment}”: kept as text',
    ],
    visible: ['{::x}'],
  },
  {
    name: 'a comment that only some generators know is kept',
    text: 'One {# two #} and {#three}.',
    words: 'One {# two #} and {#three}.',
    messages: ['5:5 warning markup-unknown Unknown markup “{# … #}”: kept as text'],
    visible: ['{# two #}', '{#three}'],
  },
  {
    name: 'an unknown directive stays code, and so do the words of an unknown role',
    text: '```{mystery}\na\n```\n\n{riddle}`x`',
    words: 'a\nx',
    messages: [
      '9:1 warning markup-unknown Unknown markup “{riddle}”: left out around its words',
      '5:1 warning markup-unknown Unknown markup “{mystery}”: kept as text',
    ],
  },
];

test.each(cases)('$name', ({ text, words, messages, visible = [] }) => {
  const read = readText(head + text);
  expect(read.value && plainText(read.value)).toBe(`T\n${words}\n`);
  const isVisible = ({ ruleId }: Message): boolean => ruleId === 'markup-visible';
  expect(printMessages(read.messages.filter((message) => !isVisible(message)))).toEqual(messages);
  const quoted = read.messages.filter(isVisible).map(({ reason }) => /“(.*?)”/su.exec(reason)?.[1]);
  expect(quoted).toEqual(visible);
});

test.each([
  ['[a](/x/?y#z)', 'https://example.gov/x/?y#z'],
  ['<a href="{{ \'/x/\' | relative_url }}">a</a>', 'https://example.gov/x/'],
  ['[a]({{ site.baseurl }}{% link _pages/one/two.md %}#z)', 'https://example.gov/one/two/#z'],
  ['[a]({% post_url 2020-01-02-words-of-it %})', 'https://example.gov/2020/01/02/words-of-it/'],
  ['[a]({{< ref "posts/2020-01-02-b.md" >}})', 'https://example.gov/2020/01/02/b/'],
  ['[a](../other/2021-12-31-c.md#z)', 'https://example.gov/2021/12/31/c/#z'],
  ['[a]({{ site.url }}/x)', 'https://example.gov/x'],
  ['[a]({{ "/x" | prepend: site.baseurl | append: "/y" }})', 'https://example.gov/x/y'],
  ['[a][b]\n\n[b]: {{ "/x/" | url }}', 'https://example.gov/x/'],
  ['| h |\n|---|\n| [a]({{ "/x/" | url }}) |', 'https://example.gov/x/'],
  ['{% youtube "dQw4w9WgXcQ" %}', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
  ['{% embed https://vimeo.com/123 %}', 'https://vimeo.com/123'],
  ['{% include video id="abc" provider="youtube" %}', 'https://www.youtube.com/watch?v=abc'],
  ['{{< vimeo id="123" title="A film" >}}', 'https://vimeo.com/123'],
])('%s leads to %s', (text, url) => {
  const { value, messages } = readText(head + text, { links });
  const targets = (value ? [...walkDocument(value)] : []).flatMap((node) =>
    node.type === 'link' && node.target.kind === 'external' ? [node.target.url] : [],
  );
  expect(targets).toEqual([url]);
  expect(messages).toEqual([]);
});

test('a relative link to a page without a date stays its words', () => {
  const { messages } = readText(`${head}[a](about.md) [b](//example.org/x) [c](///x)`, { links });
  expect(printMessages(messages)).toEqual([
    '5:1 error link-target-missing Link target “about.md” is not part of the publication',
    '5:36 error link-target-missing Link target “///x” is not part of the publication',
  ]);
});

test('text behind a break keeps its place where the paragraph holds HTML', () => {
  const { body } = readDocument(`${head}One <s>a</s>  \ntwo\u00a0\u00a0three.`);
  const places = [...walk(body)].flatMap((node) =>
    node.type === 'text' ? [`${node.place?.start.line}:${node.place?.start.column} ${node.value}`] : [],
  );
  expect(places).toEqual(['5:1 One ', '5:8 a', '6:1 two\u00a0\u00a0three.']);
});

test('a handler of the caller is asked first', () => {
  const handlers = { team_link: () => ({ type: 'address', path: '/team/melody/' }) as const };
  const document = readDocument(`${head}[Melody]({{ "melody" | team_link }})`, { links, handlers });
  const [link] = [...walkDocument(document)].filter((node) => node.type === 'link');
  expect(link?.target).toEqual({ kind: 'external', url: 'https://example.gov/team/melody/' });
});

test('a post that uses the letters of masks itself is read like any other', () => {
  const own = Array.from({ length: 6400 }, (_, index) => String.fromCharCode(0xe000 + index * 1)).join('');
  const some = readDocument(`${head}\ue000 [a]({{ "/x/" | url }})`, { links });
  expect(plainText(some)).toBe('T\n\ue000 a\n');
  expect(plainText(readDocument(`${head}${own} {{ a }}`))).toBe(`T\n${own} {{ a }}\n`);
});

test.runIf(isLong).each([
  ['tags that are never closed', '{% a {{ b '.repeat(50_000)],
  ['braces', '{'.repeat(200_000)],
  ['backticks before braces', '`{{ '.repeat(50_000)],
  ['fences in braces', '```{note}\n'.repeat(3000)],
  ['notes in notes', `${'{% note %}\n\n'.repeat(2000)}words\n\n${'{% endnote %}\n\n'.repeat(2000)}`],
  ['many notes', '{% note %}\nwords\n{% endnote %}\n\n'.repeat(2000)],
  ['quotes in a tag', `{% image ${'"a '.repeat(3000)} %}`],
  ['extensions', `${'{::nomarkdown}'.repeat(50_000)}{:/}`],
  ['ends of extensions', `${'{:/} {::x} '.repeat(20_000)}`],
  ['labels', '(a-label)=\n'.repeat(20_000)],
  ['filters', `{{ "a" ${'| url '.repeat(1900)}}}`],
  ['elements', '<div markdown="1">\n'.repeat(2000)],
])('%s are read in time', (_, text) => {
  const before = process.cpuUsage();
  const { value, messages } = readText(`${head}words\n\n${text}`);
  const { user, system } = process.cpuUsage(before);
  if (value === undefined) expect(messages.at(-1)?.ruleId).toBe('nesting-too-deep');
  else expect(plainText(value)).toContain('words');
  expect((user + system) / 1e6).toBeLessThan(30);
});
