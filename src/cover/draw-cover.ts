import type { Asset } from '../document/asset.ts';
import { writePng } from '../assets/write-png.ts';
import type { Result } from '../diagnostics/message.ts';
import { sha256Of } from '../files/digest.ts';
import type { Fonts } from '../fonts/face.ts';
import { InternalError } from '../diagnostics/errors.ts';
import { rasterise } from '../svg/rasterise.ts';
import { createShaper, type Shaper } from '../text/shape-text.ts';
import { composeCover } from './compose-cover.ts';
import { coverMetrics } from './cover-metrics.ts';
import { settleWords, type CoverWords } from './cover-words.ts';
import { coverPalette, indexRows } from './reduce-colours.ts';

/** PNG: each pixel is the number of a colour of the palette. */
const indexed = 3;

/** Words are fitted in sizes of their own. */
const anySizePt = 1;

/** What a cover is drawn with beside its words. */
export interface DrawCoverOptions {
  readonly fonts: Fonts;
  /** What messages are about (`cover-glyph-missing`). */
  readonly file: string;
  /** Of what it is the cover, or on what paper. */
  readonly form: keyof typeof coverMetrics.forms;
}

/**
 * Draws the cover of a publication that has no picture for it: a PNG of 1600 by 2560 pixels for a collection, of 640 by 1024
 * for a post, of the form of its pages for a PDF, its letters from the outlines of the given faces. The same words and faces give the same bytes on every
 * machine. Its id is `cover.png`: give it another where a picture has that name.
 */
export async function drawCover(
  words: CoverWords,
  { fonts, file, form }: DrawCoverOptions,
): Promise<Result<Asset>> {
  const { cover, forms } = coverMetrics;
  const { widthPx: composedPx, scale } = forms[form];
  const [widthPx, heightPx] = [composedPx * scale, cover.heightPx * scale];
  const shaper = shaperOf(fonts);
  const style = {
    role: 'text',
    bold: false,
    italic: false,
    sizePt: anySizePt,
    lang: words.lang ?? 'und',
  } as const;
  const { value: drawable, messages } = settleWords(words, { shaper, file, style });
  const svg = composeCover(drawable, { shaper, style, widthPx: composedPx });
  const pixels = await rasterise(svg, { widthPx, as: 'pixels' }).catch((cause: unknown) => {
    throw new InternalError('The cover cannot be rasterised', { stage: 'cover', cause });
  });
  const palette = coverPalette();
  const bytes = writePng(
    {
      widthPx,
      heightPx,
      colourType: indexed,
      palette: new Uint8Array(palette.flat()),
    },
    indexRows(pixels, widthPx, palette),
    'runs',
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

/** The shaper of covers, which knows the words that stand on many of them. */
const shapers = new WeakMap<Fonts, Shaper>();

function shaperOf(fonts: Fonts): Shaper {
  const shaper = shapers.get(fonts) ?? createShaper(fonts);
  shapers.set(fonts, shaper);
  return shaper;
}
