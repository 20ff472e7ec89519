import { readCsv } from '../../csv/read-csv.ts';
import type { ImageId } from '../../document/inline.ts';
import type { IncludedFile } from '../generators/include-files.ts';

/** The list of a folder of saved pictures. */
export const listName = 'pictures.csv';

/** A picture of another host that somebody saved. */
export interface SavedPicture {
  readonly imageId: ImageId;
  /** Of its file, hexadecimal. */
  readonly sha256: string;
}

/** The picture that was saved for an address; with `wrong`, why the list cannot be used. */
export type FindSaved = (address: string) => SavedPicture | { readonly wrong: string } | undefined;

type List = ReadonlyMap<string, SavedPicture> | { readonly wrong: string } | undefined;

/**
 * Finds saved pictures by the list of their folder, `pictures.csv`: a row for each with its address, its file, seen from the
 * folder, and the SHA-256 of that. The list is read when the first picture of another host is met, and is part of the post then.
 */
export function savedPictures(
  folder: string,
  {
    read,
    onUse,
  }: { readonly read: (path: string) => string | undefined; readonly onUse: (file: IncludedFile) => void },
): FindSaved {
  let list: List;
  let isRead = false;
  return (address) => {
    if (!isRead) {
      const path = `${folder}/${listName}`;
      const text = read(path);
      list = text === undefined ? undefined : readList(text, folder);
      if (text !== undefined) onUse({ path, text });
      isRead = true;
    }
    if (list === undefined || 'wrong' in list) return list;
    return list.get(plain(address));
  };
}

/** An address without its fragment, and with the scheme that pages of today have where it names none. */
function plain(address: string): string {
  const [whole = ''] = address.trim().split('#', 1);
  return whole.startsWith('//') ? `https:${whole}` : whole;
}

const columns = ['address', 'file', 'sha256'];

/** What a file inside the folder is called: no part leads out of it. */
const inside = /^(?!\.{1,2}(?:\/|$))[^/\\\0]+(?:\/(?!\.{1,2}(?:\/|$))[^/\\\0]+)*$/u;

function readList(text: string, folder: string): List {
  const [head, ...rows] = readCsv(text.replace(/^\uFEFF/u, ''));
  if (head?.join() !== columns.join()) return { wrong: `its first line is not “${columns.join()}”` };
  const list = new Map<string, SavedPicture>();
  for (const [index, row] of rows.entries()) {
    const [address = '', file = '', sha256 = ''] = row;
    const where = `row ${index + 2}`;
    if (row.length === 1 && address === '') continue;
    if (row.length !== columns.length || !/^https?:\/\//iu.test(address))
      return { wrong: `${where} has no address, file and digest` };
    if (!inside.test(file)) return { wrong: `${where} names no file of its folder` };
    if (!/^[0-9a-f]{64}$/iu.test(sha256)) return { wrong: `${where} has no SHA-256` };
    const known = list.get(plain(address));
    const saved = { imageId: `${folder}/${file}`, sha256: sha256.toLowerCase() };
    if (known && (known.imageId !== saved.imageId || known.sha256 !== saved.sha256))
      return { wrong: `${where} has the address of another row` };
    list.set(plain(address), saved);
  }
  return list;
}
