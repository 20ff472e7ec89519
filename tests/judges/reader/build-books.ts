import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import { build } from '../../publish/build.ts';
import type { BuildOptions } from '../../../src/project/build-options.ts';

/** A book to read: its bytes, and how many pages its PDF has. */
export interface Book {
  readonly epub: Uint8Array;
  readonly pages: number;
}

const corpora = resolve(import.meta.dirname, '../../../../shared/corpora');

/** Whether the posts and books of real publishers are beside the project. */
export function hasCorpora(): boolean {
  return existsSync(corpora);
}

/** The posts of the sample, each as a book, by their names. */
export async function buildSample(folder: string): Promise<ReadonlyMap<string, Book>> {
  return buildBooks({ inputs: ['posts'], out: join(folder, 'sample') });
}

/** One folder of the corpora as a collection: all its posts, in the order that its publisher gives if any. */
export async function buildCorpus(folder: string, corpus: string): Promise<Book> {
  const id = basename(corpus);
  const cwd = join(folder, id);
  cpSync(join(corpora, corpus), cwd, { recursive: true });
  const order = join(cwd, 'ORDER.txt');
  const members = existsSync(order)
    ? { parts: 'folder', posts: readFileSync(order, 'utf8').trim().split('\n') }
    : { parts: 'year', order: 'released', posts: ['**/*.md'] };
  const collections = { [id]: { title: id, ...members } };
  const posts = existsSync(join(cwd, 'pages')) ? 'pages' : '.';
  // JSON is YAML.
  writeFileSync(join(cwd, 'tagleaf.yaml'), JSON.stringify({ lang: 'en-US', posts, collections }));
  const book = (await buildBooks({ cwd, collections: true, out: 'out' })).get(id);
  if (!book) throw new Error(`${corpus} was not built`);
  return book;
}

async function buildBooks(options: BuildOptions): Promise<ReadonlyMap<string, Book>> {
  const { files, failures } = await build(options);
  if (failures.length > 0) throw new Error(failures.map(({ reason }) => reason).join('; '));
  const pages = new Map(files.map((file) => [file.path, file.pages ?? 0]));
  return new Map(
    files
      .filter(({ format }) => format === 'epub')
      .map(({ path }) => [
        basename(path, '.epub'),
        {
          epub: readFileSync(resolve(options.cwd ?? '.', path)),
          pages: pages.get(path.replace(/epub$/u, 'pdf')) ?? 0,
        },
      ]),
  );
}
