import { realpath, stat } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import type { Image, Nodes, Root } from 'mdast';
import type { InputFile } from './input-record.ts';

/** A picture that lies beside the input and goes with the post. */
export interface CopiedImage {
  /** The file. */
  readonly from: string;
  /** Below the folder of the posts, with `/` between the parts. */
  readonly to: string;
}

/** The body with the addresses of pictures that lie in the folder of the input, and these pictures; others stay as they are. */
export async function copyImages(
  body: Root,
  at: { readonly input: InputFile; readonly name: string },
): Promise<{ readonly body: Root; readonly images: readonly CopiedImage[] }> {
  const copies = new Map<string, CopiedImage>();
  const taken = new Set<string>();
  for (const { url } of imagesIn(body)) {
    if (copies.has(url)) continue;
    const from = await localFile(url, at.input);
    if (from === undefined) continue;
    const base = posix.basename(decodeURI(url).split(/[?#]/u)[0] ?? '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
    let file = base;
    for (let number = 2; taken.has(file.toLowerCase()); number += 1) file = `${number}-${base}`;
    taken.add(file.toLowerCase());
    copies.set(url, { from, to: `media/${at.name}/${file}` });
  }
  if (copies.size === 0) return { body, images: [] };
  return { body: withAddresses(body, copies), images: [...copies.values()] };
}

function imagesIn(node: Nodes): readonly Image[] {
  if (node.type === 'image') return [node];
  return 'children' in node ? node.children.flatMap((child) => imagesIn(child)) : [];
}

function withAddresses(root: Root, copies: ReadonlyMap<string, CopiedImage>): Root {
  const copy = structuredClone(root);
  for (const image of imagesIn(copy)) image.url = copies.get(image.url)?.to ?? image.url;
  return copy;
}

/** The file that an address names, where it lies inside the folder of the input; links out of it are not followed. */
async function localFile(url: string, input: InputFile): Promise<string | undefined> {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(url)) return undefined;
  try {
    const path = decodeURI(url).split(/[?#]/u)[0] ?? '';
    const inside = path.startsWith('/') ? path : posix.join('/', posix.dirname(input.path), path);
    const file = await realpath(join(input.root, ...inside.split('/')));
    const below = relative(await realpath(input.root), file);
    if (below === '' || below === '..' || below.startsWith(`..${sep}`)) return undefined;
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}
