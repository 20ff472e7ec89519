import type { Line } from '../text/break-lines.ts';
import type { Piece } from '../text/inline-item.ts';
import type { Rgb } from './cover-colours.ts';
import type { Shape } from './shape.ts';

/** Where a line stands and in what colour: `xPx` is its left end, y grows downwards. */
export interface LinePlace {
  readonly xPx: number;
  readonly baselinePx: number;
  readonly colour: Rgb;
}

/** The glyphs of a line as shapes. */
export function drawLine(line: Line<unknown>, place: LinePlace): readonly Shape[] {
  return line.pieces.flatMap((piece) => drawPiece(piece, place));
}

function drawPiece(piece: Piece<unknown>, { xPx, baselinePx, colour }: LinePlace): readonly Shape[] {
  if (!piece.glyphs) return [];
  const { runs, style } = piece.glyphs;
  const perThousand = style.sizePt / 1000;
  const fromRight = piece.level % 2 === 1;
  let x = xPx + piece.x + (fromRight ? piece.widthPt : 0);
  const shapes: Shape[] = [];
  for (const { face, glyphs } of runs) {
    const scale = face.scale * perThousand;
    for (const glyph of glyphs) {
      const advance = glyph.advance * perThousand;
      if (fromRight) x -= advance;
      const left = Math.round(x + glyph.dx * perThousand);
      const up = Math.round(baselinePx - glyph.dy * perThousand);
      const path = face.font.glyphToJson(glyph.id);
      // Fonts draw upwards.
      if (path.length > 0) shapes.push({ colour, path, matrix: [scale, 0, 0, -scale, left, up] });
      if (!fromRight) x += advance;
    }
  }
  return shapes;
}
