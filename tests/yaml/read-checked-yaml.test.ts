import * as v from 'valibot';
import { expect, test } from 'vitest';
import { keysAt } from '../../src/yaml/check-value.ts';
import { formatYamlProblem, readCheckedYaml } from '../../src/yaml/read-checked-yaml.ts';

const schema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(2)),
  size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(72))),
  kind: v.optional(v.picklist(['a', 'b', 'c'])),
  colour: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/u, 'a colour, written as #rrggbb'))),
  parts: v.optional(v.pipe(v.array(v.strictObject({ id: v.string() })), v.minLength(1), v.maxLength(2))),
  pair: v.optional(v.pipe(v.array(v.number()), v.length(2))),
  byName: v.optional(v.record(v.string(), v.strictObject({ on: v.boolean() }))),
  either: v.optional(v.union([v.string(), v.array(v.string())])),
  kept: v.optional(v.union([v.literal(false), v.strictObject({ megabytes: v.optional(v.number()) })])),
});

const read = (text: string): readonly string[] => {
  const checked = readCheckedYaml(text, schema, { scalars: 'typed', aliases: 10 });
  return 'problems' in checked ? checked.problems.map((problem) => formatYamlProblem('f.yaml', problem)) : [];
};

test('what a schema lets in is the value, with its places', () => {
  const checked = readCheckedYaml('name: &n xy\neither: [*n]\n', schema, { scalars: 'typed', aliases: 10 });
  if (!('value' in checked)) throw new Error(JSON.stringify(checked.problems));
  expect(checked.value).toEqual({ name: 'xy', either: ['xy'] });
  const startOf = (...path: (string | number)[]): string => {
    const { line, column } = checked.placeOf(path).start;
    return `${line}:${column}`;
  };
  expect([startOf(), startOf('either'), startOf('either', 0), startOf('pair')]).toEqual([
    '1:1',
    '2:1',
    '2:1',
    '1:1',
  ]);
});

test.each([
  [
    'an unknown key',
    'name: xy\ntitle: x\n',
    '2:1: unknown key `title`; the keys are name, size, kind, colour, parts, pair, byName, either, kept',
  ],
  ['a misspelt key', 'name: xy\nnmae: x\n', '2:1: unknown key `nmae`; did you mean `name`?'],
  [
    'one within a list',
    'name: xy\nparts: [{id: a, x: 1}]\n',
    '2:17: unknown key `parts.0.x`; the keys are id',
  ],
  [
    'one within named maps',
    'name: xy\nbyName: {z: {on: true, off: 1}}\n',
    '2:24: unknown key `byName.z.off`; the keys are on',
  ],
  [
    'one of a map that may be no map',
    'name: xy\nkept: {days: 1}\n',
    '2:8: unknown key `kept.days`; the keys are megabytes',
  ],
  ['a key that is missing', 'size: 9\n', '1:1: `name` is missing: add it'],
  ['one that is missing deeper', 'name: xy\nparts:\n  - {}\n', '3:5: `parts.0.id` is missing: add it'],
  ['a key without value', 'name:\n', '1:1: `name` must be text, not empty'],
  ['a short text', 'name: x\n', '1:1: `name` must have at least 2 letters, not 1'],
  ['a small number', 'name: xy\nsize: 7\n', '2:1: `size` must be at least 8, not 7'],
  ['a large number', 'name: xy\nsize: 99\n', '2:1: `size` must be at most 72, not 99'],
  ['a fraction', 'name: xy\nsize: 8.5\n', '2:1: `size` must be a whole number, not 8.5'],
  ['a text for a number', 'name: xy\nsize: "9"\n', '2:1: `size` must be a number, not "9"'],
  ['a value of no list', 'name: xy\nkind: d\n', '2:1: `kind` must be "a", "b" or "c", not "d"'],
  [
    'a text of another form',
    'name: xy\ncolour: red\n',
    '2:1: `colour` must be a colour, written as #rrggbb, not "red"',
  ],
  ['a comment in its place', 'name: xy\ncolour: #aabbcc\n', '2:1: `colour` must be text, not empty'],
  ['no items', 'name: xy\nparts: []\n', '2:1: `parts` must not be empty'],
  [
    'too many items',
    'name: xy\nparts: [{id: a}, {id: b}, {id: c}]\n',
    '2:1: `parts` must have at most 2 items, not 3',
  ],
  ['another number of items', 'name: xy\npair: [1]\n', '2:1: `pair` must have 2 items, not 1'],
  ['a map for a list', 'name: xy\npair: {a: 1}\n', '2:1: `pair` must be a list, not a map of keys'],
  ['a list for a map', 'name: xy\nparts: [[a]]\n', '2:9: `parts.0` must be a map of keys, not a list'],
  ['a number for either of two', 'name: xy\neither: 1\n', '2:1: `either` must be text or a list, not 1'],
  [
    'a long text',
    `name: xy\nsize: ${'a'.repeat(99)}\n`,
    `2:1: \`size\` must be a number, not "${'a'.repeat(59)}…`,
  ],
  ['a file that is a list', '- name\n', '1:1: the file must be a map of keys, not a list'],
  ['a file that is prose', 'root secret\n', '1:1: the file must be a map of keys, not text'],
  ['an empty file', '# nothing\n', '1:1: the file must be a map of keys, not empty'],
  [
    'a quote that never ends',
    'name: "xy\n',
    '2:1: The file is not YAML: Missing closing "quote; a value ends with the quote that it begins with',
  ],
  [
    'a repeated key',
    'name: xy\nname: xz\n',
    '2:1: The file is not YAML: Map keys must be unique; the key stands above already: keep one of the two',
  ],
  [
    'a colon in a value',
    'name: x: y\n',
    '1:7: The file is not YAML: Nested mappings are not allowed in compact mappings; a value that holds “: ” stands in quotes',
  ],
  [
    'a list behind its key',
    'name: - x\n',
    '1:7: The file is not YAML: Unexpected block-seq-ind on same line with key; a list begins on a line of its own',
  ],
  [
    'a tab',
    'parts:\n\t- id: a\n',
    '2:1: The file is not YAML: Tabs are not allowed as indentation; indent with spaces',
  ],
  [
    'a line without colon',
    'name: xy\nsize\nkind: a\n',
    '2:1: The file is not YAML: Implicit keys need to be on a single line; a line begins with a key, a colon and a space, or is indented as a part of the value above',
  ],
  [
    'words behind a quote',
    "name: 'it's'\n",
    '1:11: The file is not YAML: Unexpected scalar at node end; keys of one map begin in one column, and a value that holds quotes, brackets or commas stands in quotes',
  ],
  [
    'an uneven list',
    'parts:\n  - id: a\n - id: b\n',
    '3:1: The file is not YAML: A block sequence may not be used as an implicit map key; indent lines that belong together by the same number of spaces',
  ],
  [
    'an open bracket',
    'pair: [\n1\n]\n',
    '2:1: The file is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; close each bracket and brace, and indent what stands between',
  ],
  [
    'an escape that is none',
    'name: "\\q"\n',
    '1:8: The file is not YAML: Invalid escape sequence \\q; between double quotes a backslash is written `\\\\`',
  ],
  [
    'an empty alias',
    'name: *\n',
    '1:7: The file is not YAML: Alias cannot be an empty string; text that begins with `*` or `&` stands in quotes',
  ],
  [
    'an alias with a tag',
    'name: &n xy\nkind: !x *n\n',
    '2:10: The file is not YAML: An alias node must not specify any properties; write the value out instead of `*name`',
  ],
  [
    'uneven indents',
    '  name: xy\nsize: 9\n',
    '2:1: The file is not YAML: Unexpected scalar at node end; keys of one map begin in one column, and a value that holds quotes, brackets or commas stands in quotes',
  ],
  [
    'uneven keys',
    'byName:\n    a: {on: true}\n  b: {on: true}\n',
    '3:1: The file is not YAML: All mapping items must start at the same column; indent lines that belong together by the same number of spaces',
  ],
  [
    'a list within braces',
    'parts: {\n  - id\n}\n',
    '2:3: The file is not YAML: Block collections are not allowed within flow collections; between brackets and braces put commas, and no lines that begin with a hyphen',
  ],
  [
    'a second document',
    'name: xy\n---\nname: xz\n',
    '2:1: The file is not YAML: a second document begins here; take out the line `---` or `...` before it',
  ],
  [
    'a sign that begins no value',
    'name: @xy\n',
    '1:7: The file is not YAML: Plain value cannot start with reserved character @; put the value in quotes',
  ],
  [
    'an alias of nothing',
    'name: xy\neither: *n\n',
    '2:9: Nothing above is named `&n`; text that begins with `*` stands in quotes',
  ],
  [
    'too many aliases',
    `name: &n xy\neither: [${'*n, '.repeat(11)}]\n`,
    '2:10: Aliases stand for more than is taken in; write out what each `*name` stands for',
  ],
])('%s is said with its place and cure', (_name, text, message) => {
  expect(read(text)).toEqual([`f.yaml:${message}`]);
});

test('all that is wrong is told', () => {
  expect(read('size: 7\nkind: d\n')).toEqual([
    'f.yaml:1:1: `name` is missing: add it',
    'f.yaml:1:1: `size` must be at least 8, not 7',
    'f.yaml:2:1: `kind` must be "a", "b" or "c", not "d"',
  ]);
});

test('a hundred thousand brackets are a message, not the end of the stack', () => {
  const [told] = read(`name: ${'['.repeat(100_000)}`);
  expect(told).toMatch(
    /^f\.yaml:1:\d+: The file is not YAML: lists or maps are nested too deep; write it with fewer levels$/u,
  );
});

test('the keys of a schema are found through lists, names and what is optional', () => {
  const at = (...path: (string | number)[]): readonly string[] => keysAt(schema, path);
  expect([at('parts', 0), at('byName', 'any'), at('name'), at('none', 'x')]).toEqual([
    ['id'],
    ['on'],
    [],
    [],
  ]);
});
