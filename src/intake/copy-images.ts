import { stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { readRegularFile } from '../files/regular-file.ts';
import { realPathInside } from '../files/inside.ts';
import { freeNames } from '../lists/free-names.ts';
import { withoutReferences } from '../xml/references.ts';
import { attributeText } from './html/raw.ts';
import { withoutRemoteDecoration } from './decorative-pictures.ts';
import { isForbidden } from './html/links.ts';
import type { InputFile } from './input/input-record.ts';
import { readPictureData } from './input/picture-data.ts';

/** A picture that lies beside the input, or in it, and goes with the post. */
export interface CopiedImage {
  readonly bytes: Uint8Array;
  /** Below the folder of the posts, with `/` between the parts. */
  readonly to: string;
  /** Where the file of the folder lies that it is; absent for what the page or its capture holds. */
  readonly absolutePath?: string;
}

/** The address of a picture that the page names and nothing was copied from. */
export interface MissingImage extends NotCopied {
  readonly address: string;
}

interface NotCopied {
  /** Behind “Picture … not copied: ”. */
  readonly why: string;
}

/** The page whose pictures are copied. */
export interface CopyImagesFrom {
  readonly input: InputFile;
  /** The name of the post: its pictures go to `media/<name>/`. */
  readonly name: string;
  /** The address of the page, against which pictures are named that do not lie in the folder. */
  readonly url: string | undefined;
  /** The picture by an address in the capture that it was read from, where it is whole there. */
  readonly capturedPicture?: ((address: string) => Promise<Uint8Array | undefined>) | undefined;
  /** Larger files stay where they are. */
  readonly imageBytes: number;
}

/**
 * The body with the addresses that its pictures have beside the post, and those pictures: files in the folder of the
 * input or records of its capture, and pictures that the page itself holds. Addresses of others become absolute where that of the page is known; `missing`
 * has those that stay and lead to no file of the folder, each once and why.
 */
export async function copyImages(
  body: Root,
  from: CopyImagesFrom,
): Promise<{
  readonly body: Root;
  readonly images: readonly CopiedImage[];
  readonly missing: readonly MissingImage[];
  /** Addresses of decoration that lies elsewhere: it is left out. */
  readonly leftOut: readonly string[];
}> {
  const images: CopiedImage[] = [];
  const moved = new Map<string, string>();
  const fileFor = freeNames({
    taken: new Set(),
    firstNumber: 2,
    numbered: (name, number) => `${number}-${name}`,
    keyOf: (name) => name.toLowerCase(),
  });
  const missing: MissingImage[] = [];
  for (const address of addressesIn(body)) {
    if (moved.has(address)) continue;
    const found = await pictureAt(address, from);
    if (found === undefined || 'why' in found) {
      const to = absolute(address, from.url);
      if (found !== undefined && to === address) missing.push({ address, why: found.why });
      moved.set(address, to);
      continue;
    }
    const to = `media/${from.name}/${fileFor(found.name)}`;
    const { absolutePath } = found;
    images.push({ bytes: found.bytes, to, ...(absolutePath !== undefined && { absolutePath }) });
    moved.set(address, to);
  }
  const shown = moved.size === 0 ? body : withAddresses(body, moved);
  return { ...withoutRemoteDecoration(shown), images, missing };
}

// As `startTag` of html-raw writes it.
const sourceInHtml = /(<img(?: [a-z]+="[^"]*")*? src=")([^"]*)(")/gu;

function addressesIn(node: Nodes): readonly string[] {
  if (node.type === 'image') return [node.url];
  if (node.type === 'html')
    return [...node.value.matchAll(sourceInHtml)].map(([, , address = '']) => withoutReferences(address));
  return 'children' in node ? node.children.flatMap((child) => addressesIn(child)) : [];
}

function withAddresses(root: Root, moved: ReadonlyMap<string, string>): Root {
  const copy = structuredClone(root);
  const visit = (node: Nodes): void => {
    if (node.type === 'image') node.url = moved.get(node.url) ?? node.url;
    if (node.type === 'html') {
      node.value = node.value.replace(sourceInHtml, (_, start: string, address: string, end: string) => {
        const to = moved.get(withoutReferences(address));
        return `${start}${to === undefined ? address : attributeText(to)}${end}`;
      });
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(copy);
  return copy;
}

/** Browsers put the pictures of a page that they save in `…_files/`: that is no address of the site. */
function absolute(address: string, url: string | undefined): string {
  if (
    url === undefined ||
    address.includes('_files/') ||
    /^[a-z][a-z0-9+.-]*:/iu.test(address) ||
    !URL.canParse(address, url)
  )
    return address;
  return new URL(address, url).href;
}

interface FoundPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly absolutePath?: string;
}

async function pictureAt(
  address: string,
  { input, imageBytes, url, capturedPicture }: CopyImagesFrom,
): Promise<FoundPicture | NotCopied | undefined> {
  const data = readPictureData(address);
  if (data !== undefined) return { name: `picture${data.extension}`, bytes: data.bytes };
  const captured = await capturedPicture?.(absolute(address, url));
  if (captured) return { name: baseOf(address), bytes: captured };
  const file = isForbidden(address) ? undefined : await localFile(address, { input, imageBytes });
  if (typeof file !== 'string') return file;
  return { name: baseOf(address), bytes: await readRegularFile(file), absolutePath: file };
}

/** The name of the file at an address, in signs that any disk takes. */
function baseOf(address: string): string {
  const name = posix.basename(pathOf(address)).replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return /[\p{L}\p{N}]/u.test(name) ? name : 'picture';
}

function pathOf(address: string): string {
  const path = address.split(/[?#]/u)[0] ?? '';
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/**
 * The file that an address names, where it lies inside the folder of the input, or why there is none to copy; links out of
 * the folder are not followed. `undefined` where the address is one of the web.
 */
async function localFile(
  url: string,
  { input, imageBytes }: Pick<CopyImagesFrom, 'input' | 'imageBytes'>,
): Promise<string | NotCopied | undefined> {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(url)) return undefined;
  try {
    const path = pathOf(url);
    const inside = path.startsWith('/') ? path : posix.join('/', posix.dirname(input.path), path);
    const below = await realPathInside(input.root, join(input.root, inside));
    if (below === undefined) return noFile;
    const file = join(input.root, below);
    const status = await stat(file);
    if (!status.isFile()) return noFile;
    if (!isPicture(file)) return { why: 'the name of the file is not that of a picture' };
    if (status.size <= imageBytes) return file;
    return { why: `the file has ${status.size} bytes, more than ${imageBytes}` };
  } catch {
    return noFile;
  }
}

const noFile: NotCopied = { why: 'the folder that was taken in has no such file' };

/** Whether a file is a picture, by its name: a page may not copy other files of its folder as pictures. */
export function isPicture(file: string): boolean {
  return /\.(?:png|jpe?g|jpe|jfif|gif|webp|avif|svg|bmp|tiff?|ico)$/iu.test(file);
}
