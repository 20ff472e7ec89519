import type { Piece } from './inline-item.ts';
import type { Glyph, GlyphRun, Shaper } from './shape-text.ts';
import { widthOfRuns } from './width-of-runs.ts';

/** Signs of Chinese and Japanese that are as wide as a letter, of which one half is blank: which half that is, the face says. */
const opening: ReadonlySet<string> = new Set('「『（【〔〈《〖〘〚［｛“‘〝');
const closing: ReadonlySet<string> = new Set('」』）】〕〉》〗〙〛］｝”’〟、。，．；：！？');

/** A piece that begins a line without the blank half of the bracket that it begins with; `undefined` where there is none. */
export function halvedAtStart<Tag>(piece: Piece<Tag> | undefined, shaper: Shaper): Piece<Tag> | undefined {
  const { runs = [], style } = piece?.glyphs ?? {};
  const [run, ...rest] = runs;
  const glyph = run?.glyphs[0];
  if (!piece || !style || !run || !glyph || run.rightToLeft || !opening.has(glyph.text)) return undefined;
  const half = shaper.halved(glyph.text, style);
  // The blank before the sign is what it gives up.
  if (!half || half.id !== glyph.id || Math.abs(glyph.advance - half.advance + half.dx) > 1) return undefined;
  const glyphs = [half, ...run.glyphs.slice(1)];
  return withRuns(piece, [narrowed(run, glyphs), ...rest]);
}

/** A piece that ends a line without the blank half of the sign that it ends with; `undefined` where there is none. */
export function halvedAtEnd<Tag>(piece: Piece<Tag> | undefined, shaper: Shaper): Piece<Tag> | undefined {
  const { runs = [], style } = piece?.glyphs ?? {};
  const run = runs.at(-1);
  const glyph = run?.glyphs.at(-1);
  if (!piece || !style || !run || !glyph || run.rightToLeft || !closing.has(glyph.text)) return undefined;
  const half = shaper.halved(glyph.text, style);
  // Where the sign stands in the middle, as in Taiwan, what is blank is not behind it alone.
  if (!half || half.id !== glyph.id || half.dx !== glyph.dx) return undefined;
  return withRuns(piece, [...runs.slice(0, -1), narrowed(run, [...run.glyphs.slice(0, -1), half])]);
}

function narrowed(run: GlyphRun, glyphs: readonly Glyph[]): GlyphRun {
  return { ...run, glyphs, width: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
}

function withRuns<Tag>(piece: Piece<Tag>, runs: readonly GlyphRun[]): Piece<Tag> {
  const { glyphs } = piece;
  if (!glyphs) return piece;
  return {
    ...piece,
    widthPt: widthOfRuns(runs, glyphs.style.sizePt),
    glyphs: { runs, style: glyphs.style },
  };
}
