import { sourceOfBytes } from '../../captures/byte-source.ts';
import { openCapture } from '../../captures/open-capture.ts';
import type { Resource } from '../../captures/resource.ts';
import { CaptureFlaw } from '../../captures/unpack.ts';

/** What a capture says as text, and what of it cannot be searched. */
export interface CaptureTexts {
  readonly texts: readonly string[];
  /** Pictures in it, for what they say of places. */
  readonly pictures: readonly Uint8Array[];
  /** Why, each as a sentence. */
  readonly unsearched: readonly string[];
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
    if (error instanceof CaptureFlaw) return { texts: [], pictures: [], unsearched: [error.message] };
    throw error;
  }
}

async function readResources(resources: AsyncIterable<Resource>): Promise<CaptureTexts> {
  const texts: string[] = [];
  const pictures: Uint8Array[] = [];
  const unsearched: string[] = [];
  let left = mostSearched;
  for await (const resource of resources) {
    texts.push(await resource.heads());
    const found = await readResource(resource, left);
    left -= found.bytes;
    for (const text of found.texts) texts.push(text);
    for (const picture of found.pictures) pictures.push(picture);
    for (const why of found.unsearched) unsearched.push(why);
  }
  return { texts, pictures, unsearched };
}

async function readResource(
  resource: Resource,
  left: number,
): Promise<CaptureTexts & { readonly bytes: number }> {
  const { address, place, type } = resource;
  const isFile = place === 'the file';
  const what = isFile
    ? 'The file'
    : address === ''
      ? `What stands in ${place}`
      : `What was captured of ${address}`;
  try {
    const body = await resource.body(Math.max(1, left));
    if (body.length > left) throw new CaptureFlaw(`${what} comes behind ${mostSearched} bytes`);
    return { ...textsOf(body, { what, type }), bytes: body.length };
  } catch (error) {
    if (!(error instanceof CaptureFlaw)) throw error;
    return { texts: [], pictures: [], unsearched: [`${what}: ${error.message}`], bytes: 0 };
  }
}

/** Pixels, sounds and letter forms hold nothing that is looked for. */
const wordless = /^\s*(?:image|audio|video|font)\/|^\s*application\/(?:font|x-font|vnd\.ms-fontobject)/iu;

function textsOf(
  bytes: Uint8Array,
  { what, type }: { readonly what: string; readonly type: string },
): CaptureTexts {
  if (wordless.test(type) && !/svg/iu.test(type)) return { texts: [], pictures: [bytes], unsearched: [] };
  const text = decode(bytes);
  const no = (why: string): CaptureTexts => ({ texts: [], pictures: [], unsearched: [`${what} ${why}`] });
  if (text === undefined) return no('is no text');
  if (startsWith(bytes, '%PDF')) return no('is a PDF');
  // Parts of mail are packed each in its own way.
  if (/^content-transfer-encoding:\s*(?:base64|quoted-printable)/imu.test(text))
    return no('is packed as mail is');
  return { texts: [text], pictures: [], unsearched: [] };
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  return Buffer.from(bytes.subarray(0, sign.length)).toString('latin1') === sign;
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
