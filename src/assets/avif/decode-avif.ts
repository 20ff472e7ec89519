import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What `@jsquash/avif` gives of a picture, as the class of browsers has it. */
interface Decoded {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Decodes a picture. */
export type DecodeAvif = (bytes: ArrayBuffer) => Promise<Decoded | null>;

let loading: Promise<DecodeAvif | undefined> | undefined;

/** The decoder of AVIF; `undefined` where its package, of nine megabytes, is not installed. */
export function avifDecoder(): Promise<DecodeAvif | undefined> {
  return (loading ??= load());
}

/** The pixels of an AVIF, RGBA, row by row, as they are stored; `undefined` where they cannot be decoded. */
export async function decodeAvif(
  decode: DecodeAvif,
  bytes: Uint8Array,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): Promise<Uint8Array | undefined> {
  try {
    const decoded = await decode(new Uint8Array(bytes).buffer);
    if (decoded?.width !== widthPx || decoded.height !== heightPx) return undefined;
    return new Uint8Array(decoded.data.buffer, decoded.data.byteOffset, decoded.data.byteLength);
  } catch {
    // What comes after a trap may be wrong: the next picture has a decoder of its own.
    loading = undefined;
    return undefined;
  }
}

/** The package that stands beside Tagleaf: one of the folder of the posts is never run. */
async function load(): Promise<DecodeAvif | undefined> {
  const own = createRequire(import.meta.url);
  let path: string;
  try {
    path = own.resolve('@jsquash/avif/codec/dec/avif_dec.wasm');
  } catch {
    return undefined;
  }
  const module = await WebAssembly.compile(await readFile(path));
  const { default: decode, init } = await import('@jsquash/avif/decode.js');
  await init(module);
  return (bytes) => withImageData(() => decode(bytes));
}

/** One picture after the other, since they share what is put into the global object. */
let last: Promise<unknown> = Promise.resolve();

/** The decoder makes its result with a class of browsers, which Node does not have. */
function withImageData(decode: () => Promise<Decoded | null>): Promise<Decoded | null> {
  const turn = last.then(async () => {
    const around: { ImageData?: unknown } = globalThis;
    const before = around.ImageData;
    around.ImageData = function (data: Uint8ClampedArray, width: number, height: number): Decoded {
      return { data, width, height };
    };
    try {
      return await decode();
    } finally {
      if (before === undefined) delete around.ImageData;
      else around.ImageData = before;
    }
  });
  last = turn.catch(() => undefined);
  return turn;
}
