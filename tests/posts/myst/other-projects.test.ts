import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../../src/document/dialect.ts';
import { walk } from '../../../src/document/walk.ts';
import { printMessages, readText } from '../read-text.ts';

const references =
  'project:\n  references:\n    spec: https://example.org/spec/\n    guide:\n      url: https://example.org/guide\n    bad: file:///etc\n';
const sphinx = `project = "X"
intersphinx_mapping = {
    "jb": ("https://example.org/v1", None),
    'base': ('https://example.org/base/', None),
    "bad": ("file:///etc", None),
    # "gone": ("https://example.org/gone", None),
}
other = {
    "none": ("https://example.org/none", None),
}
`;
const files: Readonly<Record<string, string>> = { 'docs/myst.yml': references, 'sphinx/conf.py': sphinx };
const nearby = {
  has: (path: string): boolean => Object.hasOwn(files, path),
  read: (path: string): string | undefined => (Object.hasOwn(files, path) ? files[path] : undefined),
};

/** Where the links of a post lead, the files that are part of it, and what is told. */
function read(markdown: string, dialect: Dialect = 'myst', path = 'docs/sub/post.md'): readonly string[] {
  const { value, messages } = readText(`---\ntitle: T\nlang: en\n---\n${markdown}\n`, {
    nearby,
    dialect,
    path,
  });
  const links = [...walk(value?.body ?? [])].flatMap((node) =>
    node.type === 'link' && node.target.kind === 'external' ? [node.target.url] : [],
  );
  return [...links, ...(value?.included ?? []).map(({ path }) => path), ...printMessages(messages)];
}

test.each([
  ['[words](xref:spec)', 'https://example.org/spec/'],
  ['[words](xref:spec/tables#example)', 'https://example.org/spec/tables#example'],
  ['[words](xref:guide/a)', 'https://example.org/guide/a'],
])('%s leads to the address that the project has for its name', (markdown, url) => {
  expect(read(markdown)).toEqual([url, 'docs/myst.yml']);
});

test('a place without its page leads to the beginning, which is told', () => {
  expect(read('[words](xref:spec#part)')).toEqual([
    'https://example.org/spec/',
    'docs/myst.yml',
    '5:1 warning link-address-unknown Link to “xref:spec#part” leads to the beginning of “https://example.org/spec/”: which page has “#part” is not known',
  ]);
});

test.each<[string, Dialect]>([
  ['xref:none', 'myst'],
  ['xref:bad', 'myst'],
  ['xref:spec', 'auto'],
])('%s leads nowhere in %s', (address, dialect) => {
  expect(read(`[words](${address})`, dialect).at(-1)).toBe(
    `5:1 error link-target-missing Link target “${address}” is not part of the publication, and programs of readers do not open “xref:”`,
  );
});

test('the title of a link whose address an unknown call makes is told', () => {
  expect(read('[words]({{< none "x" >}} "A title")', 'goldmark')).toEqual([
    '5:1 info html-attr-dropped Title “A title” of a link that leads nowhere left out',
    expect.stringContaining('markup-unknown'),
  ]);
});

describe('projects that `conf.py` of Sphinx names', () => {
  test.each([
    ['{doc}`jb:guide/start`', 'https://example.org/v1/guide/start.html'],
    ['{doc}`The guide <jb:guide/start>`', 'https://example.org/v1/guide/start.html'],
  ])('%s leads to the page', (role, url) => {
    expect(read(role, 'myst', 'sphinx/post.md')).toEqual([url, 'sphinx/conf.py']);
  });

  test('a label leads to the beginning, which is told', () => {
    expect(read('{ref}`Base <base:intro/start>`', 'myst', 'sphinx/post.md')).toEqual([
      'https://example.org/base/',
      'sphinx/conf.py',
      '5:1 warning link-address-unknown Link to “#base:intro/start” leads to the beginning of “https://example.org/base/”: which page has “#intro/start” is not known',
    ]);
  });

  test('a place of the post is its own, whatever its name begins with', () => {
    expect(read('(jb:map)=\n## Map\n\n{ref}`jb:map`', 'myst', 'sphinx/post.md')).toEqual([]);
  });

  test.each(['none', 'bad', 'gone'])('%s is none of them', (name) => {
    expect(read(`{doc}\`words <${name}:page>\``, 'myst', 'sphinx/post.md')).toEqual([
      `5:1 error link-target-missing Link target “${name}:page.md” is not part of the publication, and programs of readers do not open “${name}:”`,
    ]);
  });
});

test('a place that a cell names is told as one that no run made', () => {
  const cell = '```{code-cell} python\n---\nmystnb:\n  figure:\n    name: fish\n---\nshow()\n```\n';
  expect(read(`${cell}\n[the fish](fish)`).at(-1)).toBe(
    '14:1 warning link-address-unknown Link is written as its words alone, for “fish” is a place in what a cell shows, and no cell is run',
  );
  expect(read(`${cell}\n[the fish](bird)`).at(-1)).toMatch(/^14:1 error link-target-missing /u);
});
