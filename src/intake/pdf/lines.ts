import type { PdfPiece } from '../../captures/pdf/read-pdf.ts';

/** A line of a page, in points from the left and from the bottom. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
}

/** The lines of a page in the order in which the file draws them: pieces on one height that follow each other. */
export function linesOf(pieces: readonly PdfPiece[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last && isBeside(last, piece)) lines[lines.length - 1] = joined(last, piece);
    else if (piece.text.trim() !== '') lines.push({ ...piece, right: piece.x + piece.width });
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** Raised and lowered signs stand on the line too. */
function isBeside(line: PdfLine, { y, x, size, text }: PdfPiece): boolean {
  const em = Math.max(line.size, size);
  if (text.trim() === '' && size === 0) return true;
  return Math.abs(line.y - y) < 0.5 * em && x > line.right - em && x - line.right < 6 * em;
}

function joined(line: PdfLine, piece: PdfPiece): PdfLine {
  const isApart = piece.x - line.right > 0.15 * line.size;
  const space = isApart && !/\s$/u.test(line.text) && !/^\s/u.test(piece.text) ? ' ' : '';
  return {
    text: `${line.text}${space}${piece.text}`,
    x: line.x,
    // What is raised does not move its line.
    y: piece.size > line.size ? piece.y : line.y,
    right: Math.max(line.right, piece.x + piece.width),
    size: Math.max(line.size, piece.text.trim() === '' ? 0 : piece.size),
  };
}
