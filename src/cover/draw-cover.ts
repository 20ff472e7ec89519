import type { Asset } from '../document/asset.ts';
import { writePng } from '../assets/write-png.ts';
import type { Result } from '../diagnostics/message.ts';
import { sha256Of } from '../files/digest.ts';
import type { Fonts } from '../fonts/face.ts';
import { createShaper } from '../text/shape-text.ts';
import { composeCover, coverHeightPx, coverWidthPx } from './compose-cover.ts';
import { settleWords, type CoverWords } from './cover-words.ts';
import { rasterise } from './rasterise.ts';
import { coverPalette, indexRows } from './reduce-colours.ts';

/**
 * Draws the cover of a publication that has no picture for it: a PNG of 1600 by 2560 pixels, its letters from the outlines
 * of the given faces. The same words and faces give the same bytes on every machine. Its id is `cover.png`: give it
 * another where a picture has that name. `file` is what messages are about (`cover-glyph-missing`).
 */
export async function drawCover(
  words: CoverWords,
  { fonts, file }: { readonly fonts: Fonts; readonly file: string },
): Promise<Result<Asset>> {
  const shaper = createShaper(fonts);
  const style = { role: 'text', bold: false, italic: false, sizePt: 1, lang: words.lang ?? 'und' } as const;
  const { value: drawable, messages } = settleWords(words, { shaper, file, style });
  const pixels = await rasterise(composeCover(drawable, shaper, style));
  const palette = coverPalette();
  const bytes = writePng(
    {
      widthPx: coverWidthPx,
      heightPx: coverHeightPx,
      colourType: 3,
      palette: new Uint8Array(palette.flat()),
    },
    indexRows(pixels, coverWidthPx, palette),
  );
  const asset: Asset = {
    id: 'cover.png',
    mediaType: 'image/png',
    widthPx: coverWidthPx,
    heightPx: coverHeightPx,
    orientation: 1,
    sha256: sha256Of(bytes),
    bytes,
  };
  return { value: asset, messages };
}
