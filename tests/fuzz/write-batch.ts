import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dialects } from '../../src/document/dialect.ts';
import { chanceOf, type Chance } from './chance.ts';
import { goodHead } from './make-front-matter.ts';
import type { Input } from './make-input.ts';
import { mutateBytes } from './mutate-bytes.ts';
import type { Seeds } from './seeds.ts';

/** What the project of a batch is like: it does not depend on which of its inputs are run. */
export interface BatchProject {
  /** `tagleaf.yaml`. */
  readonly config: string;
  /** The configuration of a site generator, by which a folder is told to be a site of it. */
  readonly generator: readonly [file: string, text: string];
  /** The font of the project, where it brings one. */
  readonly font?: Uint8Array;
}

/** The post that stands beside the others in every batch, and its words. */
export const neighbour = { post: 'posts/good.md', markdown: `${goodHead}Words of *a good* post.\n` } as const;

/** The project of a batch with this number of the run with this seed. */
export function makeProject(seed: number, batch: number, { font }: Seeds): BatchProject {
  // No input has a number below zero.
  const chance = chanceOf(seed, -2 - batch);
  const config = [
    'posts: posts',
    'lang: en',
    ...one(chance, ['page: a4', 'dates_in_names: true', 'hidden: keep']),
    ...one(chance, ["links: { base: 'https://example.org/', permalink: '/:title/' }"]),
    ...one(
      chance,
      dialects.map((dialect) => `dialect: ${dialect}`),
    ),
    'collections: { book: { title: Book, creators: [A], posts: posts } }',
  ];
  const generator = chance.one(generators);
  const lines = (some: readonly string[]): string => `${some.join('\n')}\n`;
  if (!chance.is(0.15)) return { config: lines(config), generator };
  const bytes = chance.is(0.5) ? mutateBytes(chance, font, 3) : font;
  return { config: lines([...config, 'fonts: [./fonts]']), generator, font: bytes };
}

const generators: readonly (readonly [string, string])[] = [
  ['notes.txt', ''],
  ['_config.yml', 'title: Site\nmarkdown: kramdown\n'],
  ['hugo.toml', "title = 'Site'\n"],
  ['myst.yml', 'version: 1\nproject: { title: Site }\n'],
  ['_quarto.yml', 'project: { type: book }\n'],
  ['mkdocs.yml', 'site_name: Site\n'],
  ['book.toml', "[book]\ntitle = 'Site'\n"],
];

function one(chance: Chance, lines: readonly string[]): readonly string[] {
  return chance.is(0.3) ? [chance.one(lines)] : [];
}

/** Writes a project with some inputs into an empty folder. */
export function writeBatch(
  folder: string,
  project: BatchProject,
  { inputs, seeds }: { readonly inputs: readonly Input[]; readonly seeds: Seeds },
): void {
  const [, picture] = seeds.pictures.find(([name]) => name.endsWith('.png')) ?? [];
  const files: (readonly [string, Uint8Array | string | undefined])[] = [
    ['tagleaf.yaml', project.config],
    project.generator,
    ['fonts/x.ttf', project.font],
    [neighbour.post, neighbour.markdown],
    ['posts/p.png', picture],
    ...inputs.flatMap((input) => [...input.files]),
  ];
  // Where the judges are installed, so are the faces of scripts that do not come with Tagleaf.
  const modules = join(import.meta.dirname, '../judges/node_modules');
  if (existsSync(modules)) symlinkSync(modules, join(folder, 'node_modules'));
  for (const [path, bytes] of files) {
    if (bytes === undefined) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
