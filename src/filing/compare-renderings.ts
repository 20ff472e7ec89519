import { join } from 'node:path';
import { readRegularFile } from '../files/regular-file.ts';
import { shorten } from '../characters/shorten.ts';
import type { Format } from '../diagnostics/message.ts';
import { compareWords } from '../readback/compare-words.ts';
import { readEpub } from '../readback/read-epub.ts';
import { readPdf } from '../readback/read-pdf.ts';
import type { Gathered } from './gather-post.ts';
import type { RenderedRecord } from './render-record.ts';
import { renderingPath } from './write-payload.ts';

/** A filed rendering, held against the one that was made again. */
export interface ComparedFile {
  readonly path: string;
  readonly identical: boolean;
  /** Of bytes that differ: whether they say the same words. Absent where there is no such file, or it cannot be read, or is too large for it. */
  readonly words?: 'same' | 'different';
  /** The first words that differ, with some around them, and how many are the same before. */
  readonly difference?: { readonly after: number; readonly filed: string; readonly rebuilt: string };
}

/** So much of the words around a difference is told. */
const longestWords = 200;

/** A filed file of more bytes than this, and than the one that was made again, is another without being read. */
const mostBytes = 64 * 1024 * 1024;

/** The renderings of a bag, each held against the one that was made of its source now. */
export async function compareRenderings(
  bag: string,
  { publication }: Gathered,
  rendered: RenderedRecord['files'],
): Promise<readonly ComparedFile[]> {
  const { slug } = publication.metadata;
  const compared: ComparedFile[] = [];
  for (const { format, bytes } of rendered) {
    const path = renderingPath(slug, format);
    const filed = await readRegularFile(join(bag, path), {
      atMost: Math.max(mostBytes, bytes.length),
    }).catch(() => undefined);
    const identical = filed !== undefined && Buffer.compare(filed, bytes) === 0;
    const words = filed && !identical ? await compareTexts(format, filed, bytes) : {};
    compared.push({ path, identical, ...words });
  }
  return compared;
}

async function compareTexts(
  format: Format,
  filed: Uint8Array,
  rebuilt: Uint8Array,
): Promise<Pick<ComparedFile, 'words' | 'difference'>> {
  const read = format === 'pdf' ? readPdf : readEpub;
  // A bag may hold anything; of what is no PDF or EPUB there is nothing to tell but that it differs.
  const before = await read(filed).catch(() => undefined);
  if (!before) return {};
  const found = compareWords(before.text, (await read(rebuilt)).text);
  if (!found) return { words: 'same' };
  const { wordIndex: after, expected, actual } = found;
  const [was, is] = [shorten(expected, longestWords), shorten(actual, longestWords)];
  return { words: 'different', difference: { after, filed: was, rebuilt: is } };
}
