import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const checkout = resolve(import.meta.dirname, '../..');
/** So much of a file is enough to change something in. */
const mostBytes = 6000;

/** Files that inputs are made from by changing them. */
export interface Seeds {
  readonly posts: readonly Uint8Array[];
  readonly pages: readonly Uint8Array[];
  readonly pictures: readonly (readonly [name: string, bytes: Uint8Array])[];
  readonly font: Uint8Array;
}

/** The posts, pages, pictures and fonts of the checkout, and of the cases and corpora where they lie beside it. */
export function readSeeds(): Seeds {
  const shared = join(checkout, '..', 'shared');
  const corpora = join(shared, 'corpora');
  return {
    posts: [
      ...filesOf(join(checkout, 'tests/posts'), ['.md']),
      ...filesOf(join(checkout, 'tests/lint'), ['.md']),
      ...filesOf(join(checkout, 'posts'), ['.md']),
      ...filesOf(join(shared, 'cases'), ['.md']),
      ...filesOf(corpora, ['.md', '.markdown'], 12),
    ].map(readSome),
    pages: [
      new TextEncoder().encode('<!doctype html><title>T</title><main><h1>T</h1><p>Words.</main>'),
      ...filesOf(join(corpora, 'archived-text'), ['.html', '.txt']).map(readSome),
    ],
    pictures: filesOf(join(checkout, 'tests/assets/fixtures'), ['.png', '.jpg']).map((path) => [
      path.replace(/^.*\./u, 'x.'),
      readFileSync(path),
    ]),
    font: readFileSync(
      join(
        checkout,
        'node_modules/@expo-google-fonts/atkinson-hyperlegible-mono/400Regular/AtkinsonHyperlegibleMono_400Regular.ttf',
      ),
    ),
  };
}

/** Every `step`-th file below a folder whose name ends so, in order of their paths; none where there is no folder. */
function filesOf(folder: string, ends: readonly string[], step = 1): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => ends.some((end) => path.endsWith(end)))
    .toSorted()
    .filter((_path, index) => index % step === 0)
    .map((path) => join(folder, path));
}

function readSome(path: string): Uint8Array {
  return readFileSync(path).subarray(0, mostBytes);
}
