import { statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readRegularFileSync } from '../files/regular-file.ts';
import { glanceAtFolder } from '../files/list-folder.ts';
import { isMarkdown } from '../document/markdown-names.ts';
import { isWritten } from '../project/passed-over.ts';

/** Beyond so many names, and so many bytes, what the pages of a folder hold is not known. */
const mostNames = 50_000;
const mostBytes = 100_000_000;

/** A page of a folder. */
export interface PageOfFolder {
  /** From the folder, with `/` between the parts. */
  readonly path: string;
  readonly text: string;
}

/** The files of a folder of which a generator would make pages, with what lies in its folders: those of Markdown, or others. */
export function* pagesIn(
  root: string,
  isPage: (name: string) => boolean = isMarkdown,
): Generator<PageOfFolder, void, undefined> {
  let left = mostBytes;
  for (const path of filesIn(root, isPage)) {
    const text = readPage(join(root, path), left);
    left -= text.length;
    yield { path, text };
  }
}

/** Whether no page is made of the files of a folder. `public` may be what a site serves as it is. */
export function isNoContent(name: string): boolean {
  return name.startsWith('.') || name === 'dist' || isWritten(name);
}

function readPage(path: string, mostOfIt: number): string {
  try {
    return statSync(path).size > mostOfIt ? '' : readRegularFileSync(path).toString('utf8');
  } catch {
    // What cannot be read is told where it is a post itself.
    return '';
  }
}

function* filesIn(root: string, isPage: (name: string) => boolean): Generator<string, void, undefined> {
  const rest = [''];
  let count = 0;
  for (let here = rest.pop(); here !== undefined; here = rest.pop()) {
    for (const { name, kind } of glanceAtFolder(join(root, here))) {
      count += 1;
      if (count > mostNames) return;
      if (isNoContent(name)) continue;
      const path = posix.join(here, name);
      if (kind === 'folder') rest.push(path);
      else if (kind === 'file' && isPage(name)) yield path;
    }
  }
}
