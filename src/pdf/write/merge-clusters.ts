import type { OpenFace } from '../../fonts/open-face.ts';
import { largest } from '../../lists/extremes.ts';
import type { Glyph, GlyphRun } from '../../text/shape-text.ts';
import { splitCluster } from './split-cluster.ts';

/** A glyph of a drawing, from the origin of the whole; font units. */
export interface Part {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** What one code of a font draws. */
export interface Drawing {
  /** A glyph, the glyphs of a cluster in their places, or none. */
  readonly parts: readonly Part[];
  /** From the origin to where the glyphs end that take room, wherever the drawing stands; font units. */
  readonly advance: number;
  /** The characters that it shows, never none. */
  readonly text: string;
}

/** A drawing in its run, thousandths of the font size. */
export interface PlacedDrawing {
  readonly drawing: Drawing;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
  /** Further characters that the drawing shows, which a code of their own stands for that draws nothing. */
  readonly marks?: Drawing;
}

/**
 * The drawings of a run, in logical order: one for each cluster, so that a letter and its marks are never apart, and no code
 * is without characters. In a face whose glyphs cannot be composed each glyph stays a drawing; a further one of a cluster
 * repeats the last character of it, which its run replaces by an actual text (`needsActualText`).
 */
export function mergeClusters(run: GlyphRun): readonly PlacedDrawing[] {
  const { face, glyphs, rightToLeft } = run;
  const drawings: PlacedDrawing[] = [];
  for (let start = 0; start < glyphs.length;) {
    let end = start + 1;
    while (glyphs[end]?.text === '') end += 1;
    const glyph = end === start + 1 ? glyphs[start] : undefined;
    const known = glyph && knownDrawing(glyph, face);
    if (glyph && known) {
      drawings.push({ drawing: known, advance: glyph.advance, dx: glyph.dx, dy: 0 });
      start = end;
      continue;
    }
    const cluster = glyphs.slice(start, end);
    const text = glyphs[start]?.text ?? '';
    if (face.composable) {
      for (const piece of splitCluster(cluster, text, face.scale)) {
        const [letters, marks] = splitMarks(piece.text);
        const fromLeft = rightToLeft ? piece.glyphs.toReversed() : piece.glyphs;
        const placed = composeCluster(fromLeft, letters, face);
        if (glyph && marks === '') keepDrawing(glyph, face, placed.drawing);
        drawings.push(marks === '' ? placed : withMarks(placed, marks, run));
      }
    } else {
      const last = Array.from(text).at(-1) ?? '';
      for (const glyph of cluster) {
        const { id, advance, dx, dy } = glyph;
        drawings.push({
          drawing: {
            parts: [{ id, x: 0, y: 0 }],
            advance: face.font.glyphHAdvance(id),
            text: glyph.text || last,
          },
          advance,
          dx,
          dy,
        });
      }
    }
    start = end;
  }
  return drawings;
}

/** Drawings of single glyphs that stand on the baseline, by face and glyph: almost all that is written, made once. */
const plainDrawings = new WeakMap<OpenFace, Map<number, Drawing>>();

/** What was kept of a glyph that shows these characters, where it stands as it did. */
function knownDrawing({ id, advance, dy, text }: Glyph, face: OpenFace): Drawing | undefined {
  if (dy !== 0 || advance <= 0) return undefined;
  const known = plainDrawings.get(face)?.get(id);
  return known?.text === text ? known : undefined;
}

function keepDrawing({ id, advance, dy }: Glyph, face: OpenFace, drawing: Drawing): void {
  if (dy !== 0 || advance <= 0) return;
  const known = plainDrawings.get(face) ?? new Map<number, Drawing>();
  plainDrawings.set(face, known.set(id, drawing));
}

/** Whether some glyphs of a run show no character of their own and cannot be composed with those that do. */
export function needsActualText({ face, glyphs }: GlyphRun): boolean {
  return !face.composable && glyphs.some(({ text }) => text === '');
}

/**
 * The characters of a cluster before its first mark or joiner, and the rest. pdf.js 5.6 takes no room for a code whose
 * characters hold a mark, and leaves one out that ends in a joiner: its words would fall apart.
 */
function splitMarks(text: string): readonly [letters: string, marks: string] {
  const letters = /^[^\p{Mn}\p{Cf}]+/u.exec(text)?.[0] ?? text;
  return [letters, text.slice(letters.length)];
}

/**
 * How much of the room of their letters the code of marks takes, thousandths of the font size, and never more than half:
 * Poppler 22.12 loses the order of codes that begin less than 100 apart, MuPDF 1.28 sees a space where marks take 150.
 */
const markRoom = 110;

/**
 * What reads from the right has its marks beside it, without room, for Poppler turns the order of places around. Else both take all the
 * room that the shaper gives them: pdf.js, which takes marks for without room, sees a space in a further jump.
 */
function withMarks(placed: PlacedDrawing, text: string, run: GlyphRun): PlacedDrawing {
  const { drawing } = placed;
  if (run.rightToLeft) return { ...placed, marks: { parts: [], advance: 0, text } };
  const { scale } = run.face;
  const all = Math.max(drawing.advance, Math.round((placed.advance - placed.dx) / scale));
  const room = Math.min(Math.floor(drawing.advance / 2), Math.round(markRoom / scale));
  return {
    ...placed,
    drawing: { ...drawing, advance: all - room },
    marks: { parts: [], advance: room, text },
  };
}

/**
 * `cluster` from the left. Its origin stands on the baseline, under its first glyph that takes room, which a context may
 * move by kerning.
 */
function composeCluster(
  cluster: readonly Glyph[],
  text: string,
  { font, scale }: OpenFace,
): Omit<PlacedDrawing, 'marks'> {
  let advance = 0;
  const placed = cluster.map((glyph) => {
    const part = { id: glyph.id, x: advance + glyph.dx, y: glyph.dy, takesRoom: glyph.advance > 0 };
    advance += glyph.advance;
    return part;
  });
  const dx = (placed.find(({ takesRoom }) => takesRoom) ?? placed[0])?.x ?? 0;
  const units = (length: number): number => Math.round(length / scale);
  const parts = placed.map(({ id, x, y }) => ({ id, x: units(x - dx), y: units(y) }));
  const ends = parts.map(({ id, x }, index) => (placed[index]?.takesRoom ? x + font.glyphHAdvance(id) : 0));
  return { drawing: { parts, advance: largest([0, ...ends]), text }, advance, dx, dy: 0 };
}
