import type { Asset } from '../document/asset.ts';
import { writePng } from '../assets/write-png.ts';
import type { Result } from '../diagnostics/message.ts';
import { sha256Of } from '../files/digest.ts';
import type { Fonts } from '../fonts/face.ts';
import { InternalError } from '../diagnostics/errors.ts';
import { rasterise } from '../svg/rasterise.ts';
import { createShaper, type Shaper } from '../text/shape-text.ts';
import { composeScenery } from './compose-scenery.ts';
import { composeWords } from './compose-words.ts';
import { coverMetrics } from './cover-metrics.ts';
import { settleWords, type CoverWords } from './cover-words.ts';
import { layWords } from './lay-words.ts';
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
  const { svg, fromRight } = composeWords(drawable, { shaper, style, widthPx: composedPx });
  const scenery = await sceneryOf(form, fromRight);
  const pixels = await pixelsOf(svg, widthPx);
  const bytes = writePng(
    {
      widthPx,
      heightPx,
      colourType: indexed,
      palette: new Uint8Array(coverPalette().flat()),
    },
    layWords(scenery, pixels, widthPx),
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

/** The rows of what stands on all covers of a form: drawn once, it is most of their pixels. */
const sceneries = new Map<string, Promise<Uint8Array>>();

function sceneryOf(form: keyof typeof coverMetrics.forms, fromRight: boolean): Promise<Uint8Array> {
  const key = `${form} ${fromRight}`;
  const known = sceneries.get(key) ?? drawScenery(form, fromRight);
  sceneries.set(key, known);
  return known;
}

async function drawScenery(form: keyof typeof coverMetrics.forms, fromRight: boolean): Promise<Uint8Array> {
  const { widthPx: composedPx, scale } = coverMetrics.forms[form];
  const widthPx = composedPx * scale;
  const pixels = await pixelsOf(composeScenery({ fromRight, widthPx: composedPx }), widthPx);
  return indexRows(pixels, widthPx, coverPalette());
}

async function pixelsOf(svg: string, widthPx: number): Promise<Uint8Array> {
  return rasterise(svg, { widthPx, as: 'pixels' }).catch((cause: unknown) => {
    throw new InternalError('The cover cannot be rasterised', { stage: 'cover', cause });
  });
}

/** The shaper of covers, which knows the words that stand on many of them. */
const shapers = new WeakMap<Fonts, Shaper>();

function shaperOf(fonts: Fonts): Shaper {
  const shaper = shapers.get(fonts) ?? createShaper(fonts);
  shapers.set(fonts, shaper);
  return shaper;
}
