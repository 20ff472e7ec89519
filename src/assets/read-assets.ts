import { realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularFile } from '../files/regular-file.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import { reportRule, type AssetRuleId } from './rules.ts';
import type { Document } from '../document/document.ts';
import type { Image, ImageId } from '../document/inline.ts';
import { walkDocument } from '../document/walk.ts';
import type { Asset, Assets } from '../document/asset.ts';
import { sha256Of } from '../files/digest.ts';
import { pathInside } from '../files/inside.ts';
import { saysNoFile } from '../files/missing.ts';
import { inspectImage } from './inspect-image.ts';

/** Beyond what a picture is refused. */
export interface AssetLimits {
  /** Most pixels (width × height) of one picture. */
  readonly imagePixels: number;
  /** Most bytes of one picture's file. */
  readonly imageBytes: number;
}

/** Where pictures are, and what is refused. */
export interface ReadAssetsOptions {
  /**
   * A folder that no picture may lie outside of, or the bytes of pictures; image ids are paths inside the one and keys of
   * the other.
   */
  readonly from: string | Readonly<Record<string, Uint8Array>>;
  /** The folder of the site above `from`, of which a picture is taken that lies in one of `servedFolders` and not in `from`. */
  readonly siteRoot?: string | undefined;
  readonly limits: AssetLimits;
}

/** Folders of a site whose files are served as they are. */
const servedFolders = /^(?:assets|static)\//u;

/** The rules that `readAssets` reports, by what it found. */
type Refusal = { readonly ruleId: AssetRuleId; readonly why: string };

/**
 * The readable pictures of one post. Each file is read once, however often it is shown, and a picture that cannot be used is
 * reported once, where it is first shown, as `img-missing`, `img-outside-root`, `img-too-large`, `img-broken` or
 * `img-format-unsupported`.
 *
 * @throws ResourceError where a file is there but the system refuses to read it.
 */
export async function readAssets(document: Document, options: ReadAssetsOptions): Promise<Result<Assets>> {
  const assets = new Map<ImageId, Asset>();
  const messages: Message[] = [];
  for (const image of firstShown(document)) {
    const { from, limits } = options;
    const found =
      typeof from === 'string'
        ? await findAsset(image.imageId, { ...options, from })
        : await takeAsset(image.imageId, from, limits);
    if ('ruleId' in found) {
      const reason = `Picture \`${image.source}\`: ${found.why}`;
      messages.push(reportRule(found.ruleId, { reason, file: document.file, place: image.place }));
    } else {
      assets.set(image.imageId, found);
      if (found.frames !== undefined) messages.push(tellMoving(found.frames, image, document));
    }
  }
  return { value: assets, messages };
}

function tellMoving(frames: number, { source, place }: Image, { file }: Document): Message {
  const reason = `Picture \`${source}\` moves: ${frames} frames, of which the PDF shows the first`;
  return reportRule('img-animated', { reason, file, place });
}

function firstShown(document: Document): Iterable<Image> {
  const images = new Map<ImageId, Image>();
  for (const node of walkDocument(document)) {
    if (node.type === 'image' && !images.has(node.imageId)) images.set(node.imageId, node);
  }
  return images.values();
}

async function findAsset(
  id: ImageId,
  { from, siteRoot, limits }: ReadAssetsOptions & { readonly from: string },
): Promise<Asset | Refusal> {
  const found = await readAsset(id, from, limits);
  const isMissing = 'ruleId' in found && found.ruleId === 'img-missing';
  if (!isMissing || siteRoot === undefined || !servedFolders.test(id)) return found;
  return readAsset(id, siteRoot, limits);
}

async function readAsset(id: ImageId, root: string, limits: AssetLimits): Promise<Asset | Refusal> {
  const path = join(root, id);
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(path)]);
    if (pathInside(realRoot, realFile) === undefined) {
      return { ruleId: 'img-outside-root', why: 'the file lies outside the folder of the posts' };
    }
    const status = await stat(realFile);
    const { size } = status;
    if (status.isDirectory()) return { ruleId: 'img-missing', why: 'it is a folder' };
    // A pipe or a device would be read without end.
    if (!status.isFile()) return { ruleId: 'img-missing', why: 'there is no such file' };
    if (size > limits.imageBytes) return tooLarge(size, limits);
    return await understand(id, { bytes: await readRegularFile(realFile), limits });
  } catch (error) {
    return missingOrThrow(error, path);
  }
}

async function takeAsset(
  id: ImageId,
  pictures: Readonly<Record<string, Uint8Array>>,
  limits: AssetLimits,
): Promise<Asset | Refusal> {
  const bytes = Object.hasOwn(pictures, id) ? pictures[id] : undefined;
  if (!bytes) return { ruleId: 'img-missing', why: 'there is no such file' };
  if (bytes.length > limits.imageBytes) return tooLarge(bytes.length, limits);
  return understand(id, { bytes, limits });
}

function tooLarge(size: number, { imageBytes }: AssetLimits): Refusal {
  return { ruleId: 'img-too-large', why: `${size} bytes, more than ${imageBytes}` };
}

async function understand(
  id: ImageId,
  { bytes, limits }: { readonly bytes: Uint8Array; readonly limits: AssetLimits },
): Promise<Asset | Refusal> {
  const image = await inspectImage(bytes, limits);
  switch (image.state) {
    case 'broken':
      return { ruleId: 'img-broken', why: image.why };
    case 'unsupported':
      return { ruleId: 'img-format-unsupported', why: image.why };
    case 'too-large':
      return { ruleId: 'img-too-large', why: image.why };
    case 'good': {
      const { state: _, png, ...what } = image;
      const drawn = png && ({ mediaType: 'image/png', sha256: sha256Of(png), bytes: png } as const);
      return { id, ...what, sha256: sha256Of(bytes), bytes, ...(drawn && { drawn }) };
    }
  }
}

function missingOrThrow(error: unknown, path: string): Refusal {
  if (saysNoFile(error)) return { ruleId: 'img-missing', why: 'there is no such file' };
  throw new ResourceError(`Cannot read ${path}`, { path, cause: error });
}
