import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

/** A source file by its path below `src`, with `/` between the parts. */
interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const files: readonly SourceFile[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((file) => ({ path: relative(src, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
  .toSorted((left, right) => (left.path < right.path ? -1 : 1));

/** The folders that each folder of the table in src/README.md may import. */
function readTable(markdown: string): ReadonlyMap<string, readonly string[]> {
  const rows = [...markdown.matchAll(/^\| `([^`]+)\/` \|[^|]*\|([^|]*)\|$/gmu)];
  const folders = rows.map(([, folder]) => folder ?? '');
  const allowed = new Map<string, readonly string[]>();
  for (const [, folder, cell] of rows) {
    const words = (cell ?? '').split(',').map((word) => word.trim());
    const named = words.flatMap((word) => {
      if (word === 'nothing') return [];
      if (word === 'all of the above') return withParents(folders.slice(0, folders.indexOf(folder ?? '')));
      if (word.endsWith('/*')) return folders.filter((other) => other.startsWith(word.slice(0, -1)));
      return [word];
    });
    allowed.set(folder ?? '', named);
  }
  return allowed;
}

/** With the folders that hold folders: `pdf/render-pdf.ts` is the entry to those below it. */
function withParents(folders: readonly string[]): readonly string[] {
  return [...folders, ...new Set(folders.map((name) => posix.dirname(name)))].filter((name) => name !== '.');
}

/** `render-pdf.ts` and its like stand above the folders of their name and may import them and what these may. */
function allowedFor(
  folder: string,
  table: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const own = table.get(folder);
  if (own) return [...own, folder];
  const below = [...table].filter(([name]) => name.startsWith(`${folder}/`));
  return below.length === 0 ? undefined : below.flatMap(([name, allowed]) => [name, folder, ...allowed]);
}

function specifiers(text: string): readonly string[] {
  const statements = /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gu;
  const calls = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu;
  return [...text.matchAll(statements), ...text.matchAll(calls)].map(([, specifier]) => specifier ?? '');
}

function imports(file: SourceFile): readonly string[] {
  return specifiers(file.text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(file.path), specifier));
}

function findBreaches(
  sources: readonly SourceFile[],
  table: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  return sources.flatMap((file) => {
    const folder = posix.dirname(file.path);
    if (folder === '.') return [];
    const allowed = allowedFor(folder, table);
    if (!allowed) return [`${file.path}: its folder is not in the table`];
    return imports(file).flatMap((target) => {
      const to = posix.dirname(target);
      return allowed.includes(to) ? [] : [`${file.path} imports ${target}`];
    });
  });
}

function findImporters(sources: readonly SourceFile[], packageName: string): readonly string[] {
  const matches = (name: string): boolean => name === packageName || name.startsWith(`${packageName}/`);
  return sources
    .filter((file) => specifiers(file.text).some(matches))
    .map((file) => posix.dirname(file.path));
}

function findReExporters(sources: readonly SourceFile[]): readonly string[] {
  const pattern = /^export\s+(?:type\s+)?(?:\*|\{[^}]*\}\s*from\b)/mu;
  return sources.filter((file) => pattern.test(file.text)).map((file) => file.path);
}

/** Pairs of stages that must not know each other, neither directly nor by a type. */
const strangers: readonly (readonly [string, string])[] = [
  ...['posts', 'pdf', 'epub'].flatMap((from) =>
    ['posts', 'pdf', 'epub'].filter((to) => to !== from).map((to) => [from, to] as const),
  ),
  ...['lint', 'readback', 'judges'].flatMap((from) => ['pdf', 'epub'].map((to) => [from, to] as const)),
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
  test('the table is read', () => {
    expect(table.get('diagnostics')).toEqual([]);
    expect(table.get('posts')).toEqual(['posts/generators', 'document', 'diagnostics']);
    expect(table.get('pdf/write')).toContain('pdf/layout');
    expect(table.get('build')).toContain('epub/pack');
    expect(table.size).toBeGreaterThanOrEqual(17);
  });

  test('import only what the table in src/README.md allows', () => {
    expect(findBreaches(files, table)).toEqual([]);
  });

  test('posts, pdf and epub do not know each other; lint, readback and judges know no writer', () => {
    expect(findStrangers(files)).toEqual([]);
  });

  test('only src/index.ts re-exports', () => {
    expect(findReExporters(files).filter((path) => path !== 'index.ts')).toEqual([]);
  });

  test.each([
    ['pdfkit', 'pdf/write'],
    ['epub-gen-memory', 'epub/pack'],
  ])('only one folder imports %s', (packageName, folder) => {
    expect(findImporters(files, packageName).filter((importer) => importer !== folder)).toEqual([]);
  });
});

describe('a breach is seen', () => {
  const source = (path: string, text: string): SourceFile => ({ path, text });
  test.each([
    ['a value', "import { x } from '../pdf/layout/x.ts';"],
    ['a type', "import type { X } from '../pdf/layout/x.ts';"],
    ['names on several lines', "import {\n  a,\n  b,\n} from '../pdf/layout/x.ts';"],
    ['a side effect', "import '../pdf/layout/x.ts';"],
    ['a late import', "const x = await import('../pdf/layout/x.ts');"],
    ['a re-export', "export { x } from '../pdf/layout/x.ts';"],
  ])('%s', (_name, text) => {
    const file = source('posts/wrong.ts', `const first = 1;\n${text}\n`);
    expect(findBreaches([file], table)).toEqual(['posts/wrong.ts imports pdf/layout/x.ts']);
    expect(findStrangers([file])).toEqual(['posts/wrong.ts imports pdf/layout/x.ts']);
  });

  test('an unknown folder, a re-export and a second importer', () => {
    expect(findBreaches([source('utils/a.ts', '')], table)).toEqual([
      'utils/a.ts: its folder is not in the table',
    ]);
    const barrel = source('posts/all.ts', "export type { X } from './x.ts';");
    expect(findReExporters([barrel, source('posts/a.ts', 'export { x };')])).toEqual(['posts/all.ts']);
    expect(findImporters([source('build/a.ts', "import PDF from 'pdfkit';")], 'pdfkit')).toEqual(['build']);
  });

  test('a file above two folders may import them and no other', () => {
    const good = source(
      'pdf/render-pdf.ts',
      "import { a } from './write/a.ts';\nimport { b } from '../fonts/b.ts';",
    );
    const bad = source('pdf/render-pdf.ts', "import { a } from '../epub/pack/a.ts';");
    expect(findBreaches([good], table)).toEqual([]);
    expect(findBreaches([bad], table)).toEqual(['pdf/render-pdf.ts imports epub/pack/a.ts']);
  });
});
