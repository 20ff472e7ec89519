import { basename } from 'node:path';
import { readSmallText } from '../../files/read-small-text.ts';
import { asMap, readData } from '../read-data.ts';
import type { ContentsList } from './contents-list.ts';
import { readLiteral } from './read-literal.ts';
import { readNav } from './read-nav.ts';
import { readQuarto } from './read-quarto.ts';
import { readSidebars } from './read-sidebars.ts';
import { readSummary } from './read-summary.ts';
import { readToc } from './read-toc.ts';

type Read = (path: string) => Promise<ContentsList | undefined>;

/** How each list of contents is read, by the form of its name. */
const readers: readonly (readonly [RegExp, Read])[] = [
  [/^SUMMARY\.md$/u, async (path) => ifThere(await readSmallText(path, mostBytes), readSummary)],
  [/^(?:myst|_toc)\.ya?ml$/u, async (path) => ifThere(await readData(path), readToc)],
  [/^mkdocs\.ya?ml$/u, async (path) => ifThere(await readData(path), readNav)],
  [/^_quarto\.ya?ml$/u, async (path) => ifThere(await readData(path), readQuarto)],
  [/^sidebars?\.json$/u, async (path) => ifThere(await readData(path), readSidebars)],
  [
    /^sidebars?\.[cm]?[jt]s$/u,
    async (path) => ifThere(asMap(readLiteral((await readSmallText(path, mostBytes)) ?? '')), readSidebars),
  ],
];

/** Whether a file is a generator's list of contents, by its name. */
export function isContentsList(path: string): boolean {
  return readers.some(([form]) => form.test(basename(path)));
}

/**
 * The contents that a generator's list names, none of whose code is run; `undefined` where the file is too large, is not what its
 * name says, or makes its list with code.
 */
export async function readContents(path: string): Promise<ContentsList | undefined> {
  return readers.find(([form]) => form.test(basename(path)))?.[1](path);
}

/** No list that people write is larger. */
const mostBytes = 1_000_000;

function ifThere<Value>(
  value: Value | undefined,
  read: (value: Value) => ContentsList,
): ContentsList | undefined {
  return value === undefined ? undefined : read(value);
}
