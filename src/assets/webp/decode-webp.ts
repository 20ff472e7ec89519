import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What `@cwasm/webp` 0.1.5 exports from libwebp; its own reading of the file stays in this process for ever. */
interface Decoder {
  readonly memory: WebAssembly.Memory;
  readonly malloc: (bytes: number) => number;
  /** Where the pixels are, or 0. Width and height go where the two last ones point. */
  readonly WebPDecodeRGBA: (from: number, bytes: number, width: number, height: number) => number;
}

let loading: Promise<WebAssembly.Module> | undefined;

/**
 * The pixels of a WebP that stands still, RGBA, row by row; `undefined` where they cannot be decoded. Each picture has a
 * decoder with a memory of its own: what a hostile one does in it reaches no other, and it is given back. WebAssembly
 * computes alike on every machine.
 */
export async function decodeWebp(
  bytes: Uint8Array,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): Promise<Uint8Array | undefined> {
  const module = await (loading ??= load());
  const decoder = open(await WebAssembly.instantiate(module, { wasi_snapshot_preview1: noFiles }));
  const from = decoder.malloc(bytes.length);
  const size = decoder.malloc(8);
  if (from === 0 || size === 0) return undefined;
  new Uint8Array(decoder.memory.buffer).set(bytes, from);
  try {
    const pixels = decoder.WebPDecodeRGBA(from, bytes.length, size, size + 4);
    const [width, height] = new Uint32Array(decoder.memory.buffer, size, 2);
    if (pixels === 0 || width !== widthPx || height !== heightPx) return undefined;
    return new Uint8Array(decoder.memory.buffer, pixels, widthPx * heightPx * 4);
  } catch {
    // A trap: a read beyond its memory.
    return undefined;
  }
}

/** It asks for files only to write what it complains of. */
const noFiles = { fd_close: () => 8, fd_seek: () => 8, fd_write: () => 8 };

function open({ exports }: WebAssembly.Instance): Decoder {
  // The package is pinned, and tests/assets/webp decodes with it.
  return exports as unknown as Decoder;
}

async function load(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('@cwasm/webp/webp.wasm');
  return WebAssembly.compile(await readFile(path));
}
