import { sourceOfBytes } from '../../captures/byte-source.ts';
import { isPdf, readPdf } from '../../captures/pdf/read-pdf.ts';
import { openCapture } from '../../captures/open-capture.ts';
import type { Resource } from '../../captures/resource.ts';
import { CaptureFlaw } from '../../captures/unpack.ts';

/** What a capture says as text, and what of it cannot be searched. */
export interface CaptureTexts {
  readonly texts: readonly CaptureText[];
  /** Headers of what was asked and answered. */
  readonly heads: readonly CaptureText[];
  /** Pictures in it, for what they say beside their pixels. */
  readonly pictures: readonly CapturedPicture[];
  /** Why, each as a sentence. */
  readonly unsearched: readonly string[];
}

/** A text, and what messages call that in which it stands; nothing where that is the file itself. */
export interface CaptureText {
  readonly text: string;
  readonly what: string;
}

/** A picture, and what messages call it. */
export interface CapturedPicture {
  readonly bytes: Uint8Array;
  readonly what: string;
}

/** So much is looked through, unpacked. */
export const mostSearched = 64_000_000;

/** Reads what a capture holds, with its headers. */
export async function readCaptureTexts(packed: Uint8Array): Promise<CaptureTexts> {
  try {
    const capture = await openCapture(sourceOfBytes(packed), { unpacked: mostSearched });
    try {
      return await readResources(capture.resources);
    } finally {
      await capture.close();
    }
  } catch (error) {
    if (error instanceof CaptureFlaw) return { ...nothing, unsearched: [error.message] };
    throw error;
  }
}

async function readResources(resources: AsyncIterable<Resource>): Promise<CaptureTexts> {
  const texts: CaptureText[] = [];
  const heads: CaptureText[] = [];
  const pictures: CapturedPicture[] = [];
  const unsearched: string[] = [];
  let left = mostSearched;
  for await (const resource of resources) {
    heads.push({ text: await resource.heads(), what: whatOf(resource) });
    const found = await readResource(resource, left);
    left -= found.bytes;
    for (const text of found.texts) texts.push(text);
    for (const picture of found.pictures) pictures.push(picture);
    for (const why of found.unsearched) unsearched.push(why);
  }
  return { texts, heads, pictures, unsearched };
}

const nothing: CaptureTexts = { texts: [], heads: [], pictures: [], unsearched: [] };

function whatOf({ address, place }: Resource): string {
  if (place === 'the file') return 'the file';
  return address === '' ? `what stands in ${place}` : `what was captured of ${address}`;
}

async function readResource(
  resource: Resource,
  left: number,
): Promise<CaptureTexts & { readonly bytes: number }> {
  const { type } = resource;
  const what = whatOf(resource);
  try {
    const body = await resource.body(Math.max(1, left));
    if (body.length > left) throw new CaptureFlaw(`It comes behind ${mostSearched} bytes`);
    const read = isPdf(body) ? await textsOfPdf(body, what) : textsOf(body, { what, type });
    return { ...read, bytes: body.length };
  } catch (error) {
    if (!(error instanceof CaptureFlaw)) throw error;
    return { ...nothing, unsearched: [`${capitalised(what)}: ${error.message}`], bytes: 0 };
  }
}

/** Pixels, sounds and letter forms hold nothing that is looked for. */
const wordless = /^\s*(?:image|audio|video|font)\/|^\s*application\/(?:font|x-font|vnd\.ms-fontobject)/iu;

function textsOf(
  bytes: Uint8Array,
  { what, type }: { readonly what: string; readonly type: string },
): CaptureTexts {
  if (wordless.test(type) && !/svg/iu.test(type)) return { ...nothing, pictures: [{ bytes, what }] };
  const text = decode(bytes);
  const no = (why: string): CaptureTexts => ({ ...nothing, unsearched: [`${capitalised(what)} ${why}`] });
  if (text === undefined) return no('is no text');
  // Parts of mail are packed each in its own way.
  if (/^content-transfer-encoding:\s*(?:base64|quoted-printable)/imu.test(text))
    return no('is packed as mail is');
  return { ...nothing, texts: [{ text, what }] };
}

function capitalised(words: string): string {
  return words.replace(/^./u, (letter) => letter.toUpperCase());
}

/** The text of a PDF as its lines stand, and as they go on into each other: a number may be parted by the end of a line. */
async function textsOfPdf(bytes: Uint8Array, what: string): Promise<CaptureTexts> {
  const { pages, asides } = await readPdf(bytes);
  const lines = pages.map((pieces) => pieces.map(({ text }) => text));
  const texts = [...lines.flatMap((page) => [page.join('\n'), page.join('')]), ...asides];
  return { ...nothing, texts: texts.map((text) => ({ text, what })) };
}

/** Digits and signs are those of ASCII in all encodings of pages but UTF-16; `undefined` for what is no text. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = bytes.subarray(0, 100_000);
  const zeros = [0, 1].map((from) => head.filter((byte, at) => at % 2 === from && byte === 0).length);
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return bytes.includes(0) ? undefined : new TextDecoder().decode(bytes);
  const half = head.length / 2;
  if (odd > 0.6 * half && even < 0.1 * half) return new TextDecoder('utf-16le').decode(bytes);
  if (even > 0.6 * half && odd < 0.1 * half) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}
