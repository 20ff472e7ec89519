import { loadResvg } from './load-resvg.ts';

/**
 * An SVG without text, drawn as wide as it is asked for: its pixels as RGBA, row by row, or as a PNG.
 * @throws Error where the SVG is not one.
 */
export async function rasterise(
  svg: string,
  { widthPx, as }: { readonly widthPx: number; readonly as: 'pixels' | 'png' },
): Promise<Uint8Array> {
  const { Resvg } = await loadResvg();
  const picture = new Resvg(svg, {
    fitTo: { mode: 'width', value: widthPx },
    font: { fontBuffers: [] },
  });
  try {
    const image = picture.render();
    const drawn = as === 'png' ? image.asPng() : image.pixels;
    image.free();
    return drawn;
  } finally {
    picture.free();
  }
}
