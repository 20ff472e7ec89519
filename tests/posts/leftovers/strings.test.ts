import { expect, test } from 'vitest';
import { codeStretches } from '../../../src/posts/leftovers/code-stretches.ts';
import { readText } from '../read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

function told(post: string): readonly string[] {
  return readText(post)
    .messages.filter(({ ruleId }) => ruleId === 'markup-visible')
    .map(({ reason, place }) => `${place?.start.line ?? '-'}:${place?.start.column ?? '-'} ${reason}`);
}

/** What each message is about, and what it quotes. */
function quoted(post: string): readonly string[] {
  return told(post).map((line) => line.replace(/^\S+ (.*?) holds .*?“(.*?)”.*$/su, '$1: $2'));
}

const alternative = 'The alternative of a picture';

test.each([
  ['a variable', '![By {{ page.author }}](a.png)', '{{ page.author }}'],
  ['a tag', '![{% chart 5 %}](a.png)', '{% chart 5 %}'],
  ['a shortcode in a line', 'So ![see {{< chart >}}](a.png) is it', '{{< chart >}}'],
  ['a fence', '![::: note](a.png)', '::: note'],
  ['emphasis', '<img src="a.png" alt="**Mind** the gap">', '**Mind**'],
  ['emphasis of a shortcode', '{{< figure src="a.png" alt="**Mind** the gap" >}}', '**Mind**'],
  ['an alert', '![[!NOTE] Mind](a.png)', '[!NOTE]'],
  ['attributes', '![A map {.wide}](a.png)', '{.wide}'],
  ['an element', '<img src="a.png" alt="A &lt;map&gt; of <b>towns</b>">', '<b>'],
  ['a remote picture', '![By {{ page.author }}](https://example.org/a.png)', '{{ page.author }}'],
  ['a linked picture', '[![**a](a.png)](https://example.org) ![{% x %}](b.png)', '{% x %}'],
])('an alternative that holds %s is told', (_, text, signs) => {
  expect(quoted(head + text)).toEqual([`${alternative}: ${signs}`]);
});

test.each([
  ['code', '![Write `{{ page.author }}` and ``{% x ` y %}`` there](a.png)'],
  ['code in HTML', '<img src="a.png" alt="Write `**x**` there">'],
  ['what a backslash escapes', '![Write \\{{ page.author }} and \\*\\*x\\*\\*](a.png)'],
  ['references', '<img src="a.png" alt="Write &#123;&#123; x }} and &lt;b&gt;">'],
  ['raw', '![Write {% raw %}{{ x }}{% endraw %} there](a.png)'],
  ['emphasis that Markdown read', '![Write **x** there](a.png)'],
  ['prices, sums and names', '![It costs $5 or 2 ** 3 {a, b} [1] C:: #1 a_b_c <3](a.png)'],
  ['what stands in the address', '![A map](a.png?x={{y}})'],
])('an alternative may hold %s', (_, text) => {
  expect(quoted(head + text)).toEqual([]);
});

test.each([
  ['a link', '[w](https://example.org "See {{ x }}")', 'The title of a link: {{ x }}'],
  ['a reference', '[w][r]\n\n[r]: https://example.org "See {{ x }}"', 'The title of a link: {{ x }}'],
  ['HTML', '<p><a href="https://e.org" title="**x**">w</a></p>', 'The title of a link: **x**'],
  [
    'an abbreviation',
    'A <abbr title="{{ x }}">b</abbr>',
    'The meaning of an abbreviation or a term: {{ x }}',
  ],
])('the title of %s is told', (_, text, expected) => {
  expect(quoted(head + text)).toEqual([expected]);
});

test('the title of a picture is told where it is printed', () => {
  expect(told(`${head}![a](a.png "See {{ x }}")`)).toEqual([
    '5:17 Readers see a call, a variable or a tag of a template, “{{ x }}”: write the words that it stands for, or name a module that knows it under `plugins:`',
  ]);
});

test('each kind is told once for a text, with its place, how often and the cure', () => {
  expect(told(`${head}Words\n\n![One {{ a }} and {{ b }}](a.png)`)).toEqual([
    '7:7 The alternative of a picture holds a call, a variable or a tag of a template, “{{ a }}” (2 times in this text): it is read out as it is written; write words in its place',
  ]);
});

test.each([
  [
    'title: See {{ x }}',
    '2:12 The title of the post holds a call, a variable or a tag of a template, “{{ x }}”',
  ],
  ['title: "**Mind** the gap"', '2:9 The title of the post holds signs of emphasis, “**Mind**”'],
  ['title: "[!NOTE] Mind"', '2:9 The title of the post holds the first line of an alert, “[!NOTE]”'],
  [
    'title: "Say \\"{% x %}\\" now"',
    '2:15 The title of the post holds a call, a variable or a tag of a template, “{% x %}”',
  ],
  [
    'title: T\nbyline: By {{ x }}',
    '3:12 The byline holds a call, a variable or a tag of a template, “{{ x }}”',
  ],
  [
    'title: T\nauthor: "{{ x }}"',
    '3:10 The byline holds a call, a variable or a tag of a template, “{{ x }}”',
  ],
  [
    'title: T\narchived:\n  label: Old {{ x }}\n  notice: Nobody keeps it.',
    '3:1 The archive notice holds a call, a variable or a tag of a template, “{{ x }}”',
  ],
])('front matter that is printed is told: %s', (matter, expected) => {
  expect(told(`---\n${matter}\nlang: en\n---\nWords.`).map((line) => line.split(/(?<=”)/u)[0])).toEqual([
    expected,
  ]);
});

test.each(['Use `{{ x }}`', 'A < b and **', 'C# & $x {a} [draft]', 'Ask: “Why?” – 2 * 3'])(
  'a title may be %s',
  (title) => {
    expect(told(`---\ntitle: '${title}'\nlang: en\n---\nWords.`)).toEqual([]);
  },
);

test('a heading in place of the title keeps signs in backticks', () => {
  expect(told('---\nlang: en\n---\n# Use `{{ x }}`\n\nWords.')).toEqual([]);
});

test('a literal in an alternative is its words', () => {
  const { value } = readText(`${head}So ![a {{ "map" }}{% comment %} of x{% endcomment %}](a.png) is`);
  expect(JSON.stringify(value?.body)).toContain('"alt":"a map"');
});

test('code in backticks ends with as many, and an escaped one opens none', () => {
  const codes = (words: string): readonly string[] => codeStretches(words).map(({ code }) => code);
  expect(codes('a `b` ``c ` d`` `e')).toEqual(['b', 'c ` d']);
  expect(codes('\\`a `b`')).toEqual(['b']);
});
