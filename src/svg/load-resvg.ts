import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The rasteriser, ready to be called. */
export type Resvg = typeof import('@resvg/resvg-wasm');

let loading: Promise<Resvg> | undefined;

/** WebAssembly that computes alike on every machine; its 2.4 MB are read when the first picture needs them. */
export function loadResvg(): Promise<Resvg> {
  return (loading ??= load());
}

async function load(): Promise<Resvg> {
  const [resvg, module] = await Promise.all([
    import('@resvg/resvg-wasm'),
    readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  ]);
  await resvg.initWasm(module).catch((error: unknown) => {
    // A program that uses it beside us, or a second copy of us: 2.6.2 begins once in a process, and has no other way to say so.
    if (!(error instanceof Error) || !error.message.startsWith('Already initialized')) throw error;
  });
  return resvg;
}
