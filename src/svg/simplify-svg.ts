import { loadResvg } from './load-resvg.ts';
import { withoutDoctype } from './parse-svg.ts';

/** A face of text, as the rasteriser knows faces. */
export interface SvgFace {
  readonly family: string;
  readonly bytes: Uint8Array;
}

/**
 * An SVG as outlines, groups, gradients and clips alone: styles, text, shapes, markers and what is used elsewhere are resolved.
 * `undefined` where it draws nothing or cannot be read. Its text is drawn in the first of these typefaces, whatever it asks for, and must be covered by them: what is not is drawn as boxes.
 */
export async function simplifySvg(svg: Uint8Array, faces: readonly SvgFace[]): Promise<string | undefined> {
  const { Resvg } = await loadResvg();
  const family = faces[0]?.family ?? '';
  try {
    const picture = new Resvg(withoutDoctype(new TextDecoder().decode(svg)) ?? '', {
      font: {
        fontBuffers: faces.map(({ bytes }) => bytes),
        defaultFontFamily: family,
        serifFamily: family,
        sansSerifFamily: family,
        cursiveFamily: family,
        fantasyFamily: family,
        monospaceFamily: family,
      },
    });
    try {
      return picture.toString();
    } finally {
      picture.free();
    }
  } catch {
    return undefined;
  }
}

/** How many parts of filters go over pixels when a simplified SVG is drawn: those of each filter, as often as it is used. */
export function filterWork(simplified: string): number {
  const parts = new Map<string, number>();
  for (const piece of simplified.split('<filter id="').slice(1)) {
    const [body = ''] = piece.split('</filter>', 1);
    parts.set(body.slice(0, body.indexOf('"')), body.split('<fe').length - 1);
  }
  let work = 0;
  for (const [, id = ''] of simplified.matchAll(/ filter="url\(#([^"]*)\)"/gu)) work += parts.get(id) ?? 1;
  return work;
}
