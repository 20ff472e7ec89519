import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

/** A source file by its path below `src`, with `/` between the parts, and the modules that it names. */
interface SourceFile {
  readonly path: string;
  readonly specifiers: readonly string[];
  readonly reExports: boolean;
}

const files: readonly SourceFile[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => source(relative(src, file).split(sep).join('/'), readFileSync(file, 'utf8')))
  .toSorted((left, right) => (left.path < right.path ? -1 : 1));

/** What a module record of the parser says: imports and re-exports, of values and of types, and late imports. */
function source(path: string, text: string): SourceFile {
  const { module } = parseSync(path, text);
  const reExported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  );
  const late = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start, end).replaceAll(/^['"]|['"]$/gu, ''),
  );
  const named = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  return { path, specifiers: [...named, ...reExported, ...late], reExports: reExported.length > 0 };
}

/** The folders that each folder of the table in src/README.md is said to import. */
function readTable(markdown: string): ReadonlyMap<string, readonly string[]> {
  const rows = markdown.matchAll(/^\| `([^`]+?)\/?` \|[^|]*\|([^|]*)\|$/gmu);
  const split = (cell: string): readonly string[] =>
    cell
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== 'nothing');
  return new Map([...rows].map(([, folder, cell]) => [folder ?? '', split(cell ?? '')]));
}

function imports(file: SourceFile): readonly string[] {
  return file.specifiers
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(file.path), specifier));
}

/** The row of the tables of rules, which stand beside the code of their rooms and import none of it. */
const rulesRow = '*/rules.ts';

function folderOf(path: string): string {
  return posix.basename(path) === 'rules.ts' ? rulesRow : posix.dirname(path);
}

/**
 * The folder that an import counts as. A table of rules belongs to its room: no news to the room itself, and to another an
 * import of that room. Only the catalogue, and one table of another, take it for what it is.
 */
function importedFolder(from: string, target: string): string {
  const folder = posix.dirname(target);
  if (folderOf(target) !== rulesRow) return folder;
  if (from === rulesRow || from === 'catalogue') return rulesRow;
  return from === folder || from.startsWith(`${folder}/`) ? from : folder;
}

/** The folders that each folder imports, in the order of the table. */
function importsByFolder(
  sources: readonly SourceFile[],
  order: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const file of sources) {
    const folder = folderOf(file.path);
    if (folder === '.') continue;
    const others = found.get(folder) ?? new Set();
    found.set(folder, others);
    for (const target of imports(file)) others.add(importedFolder(folder, target));
    others.delete(folder);
  }
  const place = (name: string): number => order.indexOf(name);
  return new Map(
    [...found].map(([folder, others]) => [folder, [...others].toSorted((a, b) => place(a) - place(b))]),
  );
}

/** Folders whose row stands above one that they import: read downwards, the table only uses what it has named. */
function findClimbs(table: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const order = [...table.keys()];
  return order.flatMap((folder, index) =>
    (table.get(folder) ?? [])
      .filter((other) => order.indexOf(other) >= index || !table.has(other))
      .map((other) => `${folder} stands before ${other}`),
  );
}

function findImporters(sources: readonly SourceFile[], packageName: string): readonly string[] {
  const matches = (name: string): boolean => name === packageName || name.startsWith(`${packageName}/`);
  return sources
    .filter((file) => file.specifiers.some(matches))
    .map((file) => posix.dirname(file.path))
    .filter((folder, index, all) => all.indexOf(folder) === index);
}

/** Rooms that must not know each other, neither directly nor by a type. */
const strangers: readonly (readonly [string, string])[] = [
  ...['posts', 'pdf', 'epub'].flatMap((from) =>
    ['posts', 'pdf', 'epub'].filter((to) => to !== from).map((to) => [from, to] as const),
  ),
  ...['lint', 'readback', 'judges'].flatMap((from) => ['pdf', 'epub'].map((to) => [from, to] as const)),
  ...['bag', 'ledger', 'terms', 'store', 'verify', 'custody'].flatMap((from) =>
    ['publish', 'project', 'posts', 'pdf', 'epub', 'filing'].map((to) => [from, to] as const),
  ),
];

function findStrangers(sources: readonly SourceFile[]): readonly string[] {
  return sources.flatMap((file) =>
    imports(file)
      .filter((target) =>
        strangers.some(([from, to]) => file.path.startsWith(`${from}/`) && target.startsWith(`${to}/`)),
      )
      .map((target) => `${file.path} imports ${target}`),
  );
}

const table = readTable(readFileSync(join(src, 'README.md'), 'utf8'));

describe('the folders of src', () => {
  test('import what the table in src/README.md says, no less and no more', () => {
    const found = importsByFolder(files, [...table.keys()]);
    const lines = (map: ReadonlyMap<string, readonly string[]>): readonly string[] =>
      [...map].map(([folder, others]) => `${folder} → ${others.join(', ') || 'nothing'}`).toSorted();
    expect(lines(table)).toEqual(lines(found));
  });

  test('stand below what they import, so that no two lead to each other', () => {
    expect(findClimbs(table)).toEqual([]);
  });

  test('that are strangers do not know each other', () => {
    expect(findStrangers(files)).toEqual([]);
  });

  test('re-export nothing; only src/index.ts does', () => {
    expect(files.filter((file) => file.reExports).map((file) => file.path)).toEqual(['index.ts']);
  });

  test.each([
    ['pdfkit', ['pdf/write']],
    ['epub-gen-memory', ['epub/pack']],
    ['chokidar', ['watch']],
  ])('one alone imports %s', (packageName, folders) => {
    expect(findImporters(files, packageName)).toEqual(folders);
  });

  test('of all rooms one parses YAML; another writes it, and one looks into what was parsed', () => {
    expect(findImporters(files, 'yaml')).toEqual(['intake', 'posts/front-matter', 'yaml']);
  });

  test('of records know the publishing side only where records are filed', () => {
    const rooms = ['bag', 'ledger', 'terms', 'store', 'verify', 'custody', 'filing'];
    const importers = [...table].filter(([, others]) => others.includes('publish')).map(([folder]) => folder);
    expect(importers.filter((folder) => rooms.includes(folder))).toEqual(['filing']);
  });
});

describe('a breach is seen', () => {
  test.each([
    ['a value', "import { x } from '../pdf/layout/x.ts';"],
    ['a type', "import type { X } from '../pdf/layout/x.ts';"],
    ['names on several lines', "import {\n  a,\n  b,\n} from '../pdf/layout/x.ts';"],
    ['a side effect', "import '../pdf/layout/x.ts';"],
    ['a late import', "const x = await import('../pdf/layout/x.ts');"],
    ['a re-export', "export { x } from '../pdf/layout/x.ts';"],
  ])('%s', (_name, text) => {
    const file = source('posts/wrong.ts', `const first = 1;\n${text}\n`);
    expect(importsByFolder([file], []).get('posts')).toEqual(['pdf/layout']);
    expect(findStrangers([file])).toEqual(['posts/wrong.ts imports pdf/layout/x.ts']);
  });

  test.each([
    ['of its own room', 'lint/check-text.ts', './rules.ts', 'lint', []],
    ['of its own room, from below', 'pdf/layout/flow/x.ts', '../../rules.ts', 'pdf/layout/flow', []],
    ['of another room', 'intake/x.ts', '../posts/rules.ts', 'intake', ['posts']],
    ['in the catalogue', 'catalogue/x.ts', '../posts/rules.ts', 'catalogue', ['*/rules.ts']],
    ['by another table', 'lint/rules.ts', '../document/rules.ts', '*/rules.ts', []],
    ['that knows its room', 'lint/rules.ts', './check-text.ts', '*/rules.ts', ['lint']],
  ])('a table of rules %s', (_name, path, specifier, folder, expected) => {
    const file = source(path, `import { x } from '${specifier}';\n`);
    expect(importsByFolder([file], []).get(folder)).toEqual(expected);
  });

  test('a folder that climbs, a re-export and a second importer', () => {
    const rows = '| `b/` | first | a |\n| `a/` | second | nothing |\n| `c/` | third | d |\n';
    expect(findClimbs(readTable(rows))).toEqual(['b stands before a', 'c stands before d']);
    expect(source('posts/all.ts', "export type { X } from './x.ts';").reExports).toBe(true);
    expect(source('posts/a.ts', 'const x = 1;\nexport { x };').reExports).toBe(false);
    expect(findImporters([source('build/a.ts', "import PDF from 'pdfkit';")], 'pdfkit')).toEqual(['build']);
  });
});
