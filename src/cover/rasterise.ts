import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { InternalError } from '../diagnostics/errors.ts';

type Rasteriser = typeof import('@resvg/resvg-wasm');

let loading: Promise<Rasteriser> | undefined;

/**
 * The pixels of an SVG, RGBA, row by row, drawn as wide as it is asked for. WebAssembly computes them alike on every machine. The rasteriser
 * (2.4 MB) is read when the first picture is drawn.
 * @throws InternalError where the SVG is not one.
 */
export async function rasterise(svg: string, widthPx: number): Promise<Uint8Array> {
  const { Resvg } = await (loading ??= load());
  try {
    const picture = new Resvg(svg, {
      fitTo: { mode: 'width', value: widthPx },
      font: { fontBuffers: [] },
    });
    const image = picture.render();
    const { pixels } = image;
    image.free();
    picture.free();
    return pixels;
  } catch (cause) {
    throw new InternalError('The cover cannot be rasterised', { stage: 'cover', cause });
  }
}

async function load(): Promise<Rasteriser> {
  const [rasteriser, module] = await Promise.all([
    import('@resvg/resvg-wasm'),
    readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')),
  ]);
  await rasteriser.initWasm(module);
  return rasteriser;
}
