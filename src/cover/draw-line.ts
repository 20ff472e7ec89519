import type { Line } from '../text/line.ts';
import type { Piece } from '../text/inline-item.ts';

/** The glyphs of a line as paths of SVG; `xPx` is the left end of the line, y grows downwards. */
export function drawLine(
  line: Line<unknown>,
  place: { readonly xPx: number; readonly baselinePx: number },
): string {
  return line.pieces.map((piece) => drawPiece(piece, place)).join('');
}

function drawPiece(
  piece: Piece<unknown>,
  { xPx, baselinePx }: { readonly xPx: number; readonly baselinePx: number },
): string {
  if (!piece.glyphs) return '';
  const { runs, style } = piece.glyphs;
  const perThousand = style.sizePt / 1000;
  const fromRight = piece.level % 2 === 1;
  let x = xPx + piece.x + (fromRight ? piece.widthPt : 0);
  const paths: string[] = [];
  for (const { face, glyphs } of runs) {
    const scale = rounded(face.scale * perThousand);
    for (const glyph of glyphs) {
      const advance = glyph.advance * perThousand;
      if (fromRight) x -= advance;
      const outline = face.outlineOf(glyph.id);
      const left = Math.round(x + glyph.dx * perThousand);
      const up = Math.round(baselinePx - glyph.dy * perThousand);
      if (outline !== '') {
        // Fonts draw upwards.
        paths.push(`<path transform="matrix(${scale} 0 0 -${scale} ${left} ${up})" d="${outline}"/>`);
      }
      if (!fromRight) x += advance;
    }
  }
  return paths.join('');
}

/** The digits of a scale: a hundred-thousandth of it moves no point of a glyph by a pixel. */
const digits = 5;

function rounded(value: number): string {
  return String(Number(value.toFixed(digits)));
}
