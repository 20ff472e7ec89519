import { expect, test } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { type Node, walk } from '../../../src/document/walk.ts';
import { plainText } from '../../../src/document/plain-text.ts';
import { sha256Of } from '../../../src/files/digest.ts';
import { readText } from '../read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

function readWhole(text: string, files: Readonly<Record<string, string>>) {
  const nearby = {
    has: (path: string): boolean => Object.hasOwn(files, path),
    read: (path: string): string | undefined => (Object.hasOwn(files, path) ? files[path] : undefined),
  };
  const { value, messages } = readText(head + text, { path: 'blog/post.md', nearby });
  return { document: value ?? expect.fail(), messages };
}

function read(text: string, files: Readonly<Record<string, string>>) {
  const { document, messages } = readWhole(text, files);
  return {
    words: plainText(document).slice('T\n'.length).trimEnd(),
    included: (document.included ?? []).map(({ path }) => path),
    digests: (document.included ?? []).map(({ sha256 }) => sha256),
    rules: messages.map(({ ruleId }) => ruleId),
  };
}

/** What a tree is made of, without its places, its ids and the groups around what is included. */
function shapesOf(body: readonly Block[]): readonly string[] {
  return [...walk(body)]
    .filter(({ type }) => type !== 'group')
    .map((node) => {
      if (node.type === 'callout') return `callout ${node.kind}`;
      if (node.type === 'note') return `note ${node.label} ${[...walk([node])].map(textOf).join('')}`;
      if (node.type === 'span' && node.expansion !== undefined) return `${node.kind} ${node.expansion}`;
      if (node.type === 'text') return `text ${node.value}`;
      return node.lang === undefined ? node.type : `${node.type} ${node.lang}`;
    });
}

function textOf(node: Node): string {
  return node.type === 'text' ? node.value : '';
}

test('a file is included with its Markdown and its HTML, and its digest stands in the document', () => {
  const note = '## Note\n\nSome *words* and <b>more</b>.\n';
  expect(read('Before.\n\n{% include note.md %}\n\nAfter.', { '_includes/note.md': note })).toEqual({
    words: 'Before.\nNote\nSome words and more.\nAfter.',
    included: ['_includes/note.md'],
    digests: [sha256Of(new TextEncoder().encode(note))],
    rules: [],
  });
});

test('a few words are part of the line that includes them', () => {
  const files = { '_includes/name.txt': 'the *agency*\n', 'blog/place.txt': 'here' };
  expect(read('By {% include name.txt %}, {% include_relative place.txt %}.', files).words).toBe(
    'By the agency, here.',
  );
});

test('a file prints the arguments of its tag, and includes others', () => {
  const files = {
    '_includes/a.html': '{{ include.who }} says {% include b.html what="yes" %}',
    '_includes/b.html': '{{include.what}}{{ include.none }}.',
  };
  expect(read('{% include a.html who="She" %}', files)).toMatchObject({
    words: 'She says yes.',
    included: ['_includes/a.html', '_includes/b.html'],
    rules: [],
  });
});

test('its own markup is that of a post: what is known is read, the rest is seen and told where it is included', () => {
  const files = { '_includes/a.html': 'By {{ page.author }} {% assign x = "y" %}{{ x }} {% if z %}' };
  const post = 'Words.\n\n{% include a.html %}';
  expect(read(post, files).words).toBe('Words.\nBy {{ page.author }} y {% if z %}');
  const { messages } = readWhole(post, files);
  expect(messages.map(({ ruleId, reason, place }) => `${place?.start.line} ${ruleId} ${reason}`)).toEqual([
    '7 markup-variable Variable “{{ page.author }}”: kept as text',
    '7 markup-unknown Unknown markup “{% if %}”: kept as text',
    '7 markup-visible Readers see a call, a variable or a tag of a template, “{{ page.author }}” (2 times in this block): write the words that it stands for, or name a module that knows it under `plugins:`',
  ]);
});

const constructs = `Term
: What it means

> [!NOTE]
> Words of a note.

HTML and [words]{lang=fr}.

A block of kramdown.
{: #here lang="es"}

::: tip Title
Words of a tip.
:::

{% highlight js %}
let x;
{% endhighlight %}

| a | b |
|---|---|
| 1 | 2 |

*[HTML]: Hyper Text Markup Language
`;

test('it has the constructs that a post has', () => {
  const included = readWhole('{% include a.md %}', { '_includes/a.md': constructs });
  const written = shapesOf(readWhole(constructs, {}).document.body);
  expect(included.messages).toEqual([]);
  expect(shapesOf(included.document.body)).toEqual(written);
  for (const shape of ['definition-list', 'abbreviation Hyper Text Markup Language', 'callout tip', 'table'])
    expect(written).toContain(shape);
});

test('abbreviations of it are those of the post, and the post has its notes', () => {
  const a = 'One[^1] of HTML.\n\n[^1]: First.\n';
  const b = 'Two[^1].\n\n[^1]: Second.\n\n*[HTML]: Hyper Text\n';
  const post = 'HTML[^1].\n\n{% include a.md %}\n\n{% include b.md %}\n\n{% include a.md %}\n\n[^1]: Own.\n';
  const { document, messages } = readWhole(post, { '_includes/a.md': a, '_includes/b.md': b });
  const shapes = shapesOf(document.body);
  expect(messages).toEqual([]);
  expect(shapes.filter((shape) => shape.startsWith('note '))).toEqual([
    'note 1 Own.',
    'note 2 First.',
    'note 3 Second.',
    'note 4 First.',
  ]);
  expect(shapes.filter((shape) => shape === 'abbreviation Hyper Text')).toHaveLength(3);
});

test('words of a file are not taken for elements that only the reader makes', () => {
  const { words } = read('{% include a.md %}', { '_includes/a.md': '<tlx-callout>Words</tlx-callout> tlx' });
  expect(words).toBe('Words tlx');
});

test('a file of MyST that is included says its own labels and directives', () => {
  const part = '---\ntitle: Part\n---\n(place)=\n## Head\n\n:::{note}\nWords.\n:::\n\nSee {ref}`place`.\n';
  const { words, rules } = read('```{include} part.md\n```\n', { 'blog/part.md': part });
  expect(words).toBe('Head\nNote\nWords.\nSee Head.');
  expect(rules).toEqual([]);
});

test('a file that includes itself, or is nowhere, stays a tag', () => {
  const files = {
    '_includes/a.html': 'One {% include b.html %}',
    '_includes/b.html': 'two {% include a.html %}',
  };
  expect(read('{% include a.html %}', files).words).toBe('One two {% include a.html %}');
  expect(read('{% include none.html %}', files)).toMatchObject({
    words: '{% include none.html %}',
    included: [],
  });
});

test.each(['../secret.md', '/secret.md', 'a/../../secret.md', './secret.md'])('%s leads nowhere', (name) => {
  const files = { 'secret.md': 'Secret', '../secret.md': 'Secret', '_includes/../secret.md': 'Secret' };
  expect(read(`{% include ${name} %}`, files)).toMatchObject({
    words: `{% include ${name} %}`,
    included: [],
  });
});

test('files that grow without end are refused', () => {
  const chain = Array.from({ length: 12 }, (_, index) => [
    `_includes/f${index}.html`,
    `{% include f${index + 1}.html %}`.repeat(12) + 'w',
  ]);
  const { words } = read('{% include f0.html %}', Object.fromEntries(chain));
  expect(words.length).toBeLessThan(20_000_000);
  expect(words).toContain('{% include');
});

test('pages are found as Hugo does: beside the post, else from the root of their language, also without their ending', () => {
  const files = {
    '_common/a.md': '---\ntitle: A\n---\n## Scope\n\nOf *all*.\n',
    'blog/near.md': 'Near.',
    'near.md': 'Far.',
  };
  const call = (name: string): string => read(`{{% include ${name} %}}`, files).words;
  expect(call('"/_common/a.md"')).toBe('Scope\nOf all.');
  expect(call('"_common/a"')).toBe('Scope\nOf all.');
  expect(call("'near.md'")).toBe('Near.');
  expect(call('"/near.md"')).toBe('Far.');
  expect(read('{{% include "/near.md" %}}', { 'blog/near.md': 'Near.' }).words).toBe('Near.');
  expect(read('{{% include "/../_common/b.md" %}}', files).rules).toEqual([
    'markup-unknown',
    'markup-visible',
  ]);
});

test('what a page includes with a percent sign is read, too', () => {
  const files = { 'a.md': 'A {{% include "b.md" %}}', 'b.md': 'b' };
  expect(read('{{% include "/a.md" %}}', files).words).toBe('A b');
});
