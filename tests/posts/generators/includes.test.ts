import { expect, test } from 'vitest';
import { plainText } from '../../../src/document/plain-text.ts';
import { sha256Of } from '../../../src/files/digest.ts';
import { readText } from '../read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n';

function read(text: string, files: Readonly<Record<string, string>>) {
  const nearby = {
    has: (path: string): boolean => Object.hasOwn(files, path),
    read: (path: string): string | undefined => (Object.hasOwn(files, path) ? files[path] : undefined),
  };
  const { value, messages } = readText(head + text, { path: 'blog/post.md', nearby });
  const document = value ?? expect.fail();
  return {
    words: plainText(document).slice('T\n'.length).trimEnd(),
    included: (document.included ?? []).map(({ path }) => path),
    digests: (document.included ?? []).map(({ sha256 }) => sha256),
    rules: messages.map(({ ruleId }) => ruleId),
  };
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

test('nothing else of it is evaluated: what is left is seen, and told', () => {
  const files = { '_includes/a.html': 'By {{ page.author }} {% assign x = "y" %}{{ x }}' };
  expect(read('{% include a.html %}', files)).toMatchObject({
    words: 'By {{ page.author }} {% assign x = "y" %}{{ x }}',
    rules: ['markup-visible'],
  });
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
