import type { Asset } from '../document/asset.ts';
import { writePng } from '../assets/write-png.ts';
import type { Result } from '../diagnostics/message.ts';
import { sha256Of } from '../files/digest.ts';
import type { Fonts } from '../fonts/face.ts';
import { createShaper } from '../text/shape-text.ts';
import { composeCover } from './compose-cover.ts';
import { coverMetrics } from './cover-metrics.ts';
import { settleWords, type CoverWords } from './cover-words.ts';
import { rasterise } from './rasterise.ts';
import { coverPalette, indexRows } from './reduce-colours.ts';

/** PNG: each pixel is the number of a colour of the palette. */
const indexed = 3;

/** Words are fitted in sizes of their own. */
const anySizePt = 1;

/**
 * Draws the cover of a publication that has no picture for it: a PNG of 1600 by 2560 pixels, its letters from the outlines
 * of the given faces. The same words and faces give the same bytes on every machine. Its id is `cover.png`: give it
 * another where a picture has that name. `file` is what messages are about (`cover-glyph-missing`).
 */
export async function drawCover(
  words: CoverWords,
  { fonts, file }: { readonly fonts: Fonts; readonly file: string },
): Promise<Result<Asset>> {
  const { widthPx, heightPx } = coverMetrics.cover;
  const shaper = createShaper(fonts);
  const style = {
    role: 'text',
    bold: false,
    italic: false,
    sizePt: anySizePt,
    lang: words.lang ?? 'und',
  } as const;
  const { value: drawable, messages } = settleWords(words, { shaper, file, style });
  const pixels = await rasterise(composeCover(drawable, shaper, style));
  const palette = coverPalette();
  const bytes = writePng(
    {
      widthPx,
      heightPx,
      colourType: indexed,
      palette: new Uint8Array(palette.flat()),
    },
    indexRows(pixels, widthPx, palette),
  );
  const asset: Asset = {
    id: 'cover.png',
    mediaType: 'image/png',
    widthPx,
    heightPx,
    orientation: 1,
    sha256: sha256Of(bytes),
    bytes,
  };
  return { value: asset, messages };
}
