import type { Message, Result } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Document } from '../document/document.ts';
import type { Image, ImageId } from '../document/inline.ts';
import { walkDocument } from '../document/walk.ts';
import type { Asset, Assets, DrawnPicture } from '../document/asset.ts';
import { appendAll } from '../lists/append-all.ts';
import { sha256Of } from '../files/digest.ts';
import type { Fonts } from '../fonts/face.ts';
import { inspectImage } from './inspect-image.ts';
import { answerOfLookUp, lookUpPicture, noSuchFile, type Refusal, tooLarge } from './look-up-picture.ts';

/** Beyond what a picture is refused. */
export interface AssetLimits {
  /** Most pixels (width × height) of one picture. */
  readonly imagePixels: number;
  /** Most bytes of one picture's file. */
  readonly imageBytes: number;
}

/** Looks for a picture by its path inside a folder, as `lookUpPicture` does. */
export type LookUpPicture = (id: ImageId, root: string, limits: AssetLimits) => Promise<Uint8Array | Refusal>;

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
  /** What the text of an SVG is drawn with. */
  readonly fonts?: (() => Promise<Fonts>) | undefined;
  /** Told what was found of each picture that was looked for in a folder: its digest, or why there is none. */
  readonly onLook?: ((id: ImageId, root: string, found: string) => void) | undefined;
  /** Of pictures that lie on another machine: stands in for the look into a folder. */
  readonly lookUp?: LookUpPicture | undefined;
}

/** Folders of a site whose files are served as they are. */
const servedFolders = /^(?:assets|static)\//u;

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
    const { from } = options;
    const found =
      typeof from === 'string'
        ? await findAsset(image.imageId, { ...options, from, wanted: image.savedSha256 })
        : await takeAsset(image.imageId, from, options);
    if ('ruleId' in found) {
      const reason = `Picture \`${image.source}\`: ${found.why}`;
      messages.push(reportRule(found.ruleId, { reason, file: document.file, place: image.place }));
    } else {
      assets.set(image.imageId, found);
      appendAll(messages, tellMoving(found, image, document));
    }
  }
  return { value: assets, messages };
}

/** What is told of a picture that is there: what the pages cannot show of it. */
function tellMoving(
  { frames, leftOut = [] }: Asset,
  { source, place }: Image,
  { file }: Document,
): readonly Message[] {
  const what =
    frames !== undefined
      ? `${frames} frames, of which the PDF shows the first`
      : leftOut.length > 0
        ? `what runs in it (${leftOut.join(', ')}) is left out`
        : undefined;
  if (what === undefined) return [];
  return [reportRule('img-animated', { reason: `Picture \`${source}\` moves: ${what}`, file, place })];
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
  { from, siteRoot, ...options }: ReadAssetsOptions & Understanding & { readonly from: string },
): Promise<Asset | Refusal> {
  const found = await readAsset(id, from, options);
  const isMissing = 'ruleId' in found && found.ruleId === 'img-missing';
  if (!isMissing || siteRoot === undefined || !servedFolders.test(id)) return found;
  return readAsset(id, siteRoot, options);
}

type Understanding = Pick<ReadAssetsOptions, 'limits' | 'fonts' | 'onLook' | 'lookUp'> & {
  /** The SHA-256 of the file, where a list says it. */
  readonly wanted?: string | undefined;
};

async function readAsset(id: ImageId, root: string, options: Understanding): Promise<Asset | Refusal> {
  const found = await (options.lookUp ?? lookUpPicture)(id, root, options.limits);
  options.onLook?.(id, root, answerOfLookUp(found));
  return 'ruleId' in found ? found : understand(id, found, options);
}

async function takeAsset(
  id: ImageId,
  pictures: Readonly<Record<string, Uint8Array>>,
  options: Understanding,
): Promise<Asset | Refusal> {
  const bytes = Object.hasOwn(pictures, id) ? pictures[id] : undefined;
  if (!bytes) return noSuchFile;
  if (bytes.length > options.limits.imageBytes) return tooLarge(bytes.length, options.limits);
  return understand(id, bytes, options);
}

async function understand(
  id: ImageId,
  bytes: Uint8Array,
  { limits, fonts, wanted }: Understanding,
): Promise<Asset | Refusal> {
  if (wanted !== undefined && sha256Of(bytes) !== wanted) {
    return { ruleId: 'img-saved-changed', why: `its SHA-256 is ${sha256Of(bytes)}, and not ${wanted}` };
  }
  const image = await inspectImage(bytes, { ...limits, fonts });
  switch (image.state) {
    case 'broken':
      return { ruleId: 'img-broken', why: image.why };
    case 'unsupported':
      return { ruleId: 'img-format-unsupported', why: image.why };
    case 'too-large':
      return { ruleId: 'img-too-large', why: image.why };
    case 'incomplete':
      return { ruleId: 'img-incomplete', why: image.why };
    case 'good': {
      const { state: _, png, drawing, published = bytes, isPrinted = false, profile, ...what } = image;
      const colours = profile && { profile };
      const sha256 = sha256Of(published);
      const asRead: DrawnPicture | undefined = isPrinted
        ? { mediaType: 'image/jpeg', sha256: sha256Of(bytes), bytes, ...colours }
        : drawing && { mediaType: 'outlines', sha256, drawing };
      const drawn: DrawnPicture | undefined = png
        ? { mediaType: 'image/png', sha256: sha256Of(png), bytes: png, ...colours }
        : asRead;
      return {
        id,
        ...what,
        sha256,
        bytes: published,
        ...(!isPrinted && colours),
        ...(drawn && { drawn }),
      };
    }
  }
}
