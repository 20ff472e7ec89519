import type { OpenFace } from '../../fonts/open-face.ts';
import type { GlyphRun } from '../../text/shape-text.ts';
import { widthOfRuns } from '../../text/width-of-runs.ts';
import type { RunMark } from '../layout/display-list.ts';
import { mergeClusters, type Drawing } from './merge-clusters.ts';
import type { PdfFile } from './pdfkit-adapter.ts';
import { writeNumber } from './write-number.ts';

/**
 * One text object for a run: its glyphs in logical order with their exact advances. A marked-content sequence of its own
 * begins inside the text object, so that readers by geometry find it in its place.
 */
export function textOperators(file: PdfFile, mark: RunMark, sequence?: string): readonly string[] {
  const { rightToLeft, sizePt } = mark;
  const x = rightToLeft ? mark.x + widthOfRuns(mark.runs, sizePt) : mark.x;
  const start = `BT 1 0 0 -1 ${writeNumber(x)} ${writeNumber(mark.y)} Tm`;
  const shown: string[] = [];
  let face: OpenFace | undefined;
  /** What is shown in one face: `last` is its end, which may go on. A long text that is cut over and over takes time. */
  let [before, last] = ['', ''];
  /** What was drawn last ends there, and what follows stands before it. */
  let drawn = 0;
  for (const run of mark.runs) {
    const ownGlyphs = shownGlyphs(file, run, sizePt);
    const jump = writeNumber(drawn + run.width);
    const items = ownGlyphs.slice(1);
    const glyphs = rightToLeft ? `[${jump}${blankBetween(jump, items)}${items}` : ownGlyphs;
    drawn = run.width;
    if (run.face !== face) {
      if (face) shown.push(before + last);
      before = `/${file.useFace(run.face)} ${writeNumber(sizePt)} Tf `;
      last = glyphs;
      face = run.face;
    } else if (!last.endsWith(listEnd)) {
      before += `${last} `;
      last = glyphs;
    } else if (last.endsWith(codesEnd) && glyphs.startsWith(codesStart)) {
      before += last.slice(0, -codesEnd.length);
      last = glyphs.slice(codesStart.length);
    } else {
      const list = last.slice(0, -listEnd.length);
      last = glyphs.slice(1);
      before += list + blankBetween(list, last);
    }
  }
  if (face) shown.push(before + last);
  return sequence === undefined ? [start, ...shown, 'ET'] : [start, sequence, ...shown, 'EMC', 'ET'];
}

const listEnd = '] TJ';
/** Of lists that begin or end with codes: two of them beside each other are one string. */
const codesEnd = `>${listEnd}`;
const codesStart = '[<';

/** What parts two pieces of a list: a sign does not end a number (ISO 32000-1 §7.2.2), "1-2" is one to pdf.js and two to Poppler. */
function blankBetween(before: string, after: string): string {
  return before.endsWith('>') || after.startsWith('<') ? '' : ' ';
}

/** How far to the left of a letter that reads from the right its marks stand, thousandths of the size: readers by geometry go by it. */
const markBeside = 5;

/** What shows a word, by file: the shaper gives one run for all places where a word stands in one style, mostly in one size. */
const known = new WeakMap<PdfFile, WeakMap<GlyphRun, Shown>>();

interface Shown {
  readonly sizePt: number;
  readonly glyphs: string;
}

function shownGlyphs(file: PdfFile, run: GlyphRun, sizePt: number): string {
  const ofFile = known.get(file) ?? new WeakMap<GlyphRun, Shown>();
  known.set(file, ofFile);
  const before = ofFile.get(run);
  if (before?.sizePt === sizePt) return before.glyphs;
  const glyphs = showGlyphs(file, run, sizePt);
  ofFile.set(run, { sizePt, glyphs });
  return glyphs;
}

/** Drawings in logical order with jumps to their places: a run that reads from the right begins at its right end. */
function showGlyphs(file: PdfFile, run: GlyphRun, sizePt: number): string {
  let operators = '[';
  let codes = '';
  let rise = 0;
  /** Where the next glyph would be drawn and where it belongs, thousandths of the size. */
  let cursor = 0;
  let pen = run.rightToLeft ? run.width : 0;
  const flush = (): void => {
    if (codes !== '') operators += `<${codes}>`;
    codes = '';
  };
  const show = (drawing: Drawing, at: number): void => {
    if (Math.abs(at - cursor) > 0.05) {
      flush();
      operators += writeNumber(cursor - at);
      cursor = at;
    }
    const { code, width } = file.encodeDrawing(run.face, drawing);
    codes += code;
    cursor += width;
  };
  for (const { drawing, marks, advance, dx, dy } of mergeClusters(run)) {
    if (dy !== rise) {
      flush();
      operators += `] TJ ${writeNumber((dy * sizePt) / 1000)} Ts [`;
      rise = dy;
    }
    if (run.rightToLeft) pen -= advance;
    show(drawing, pen + dx);
    if (marks !== undefined) show(marks, run.rightToLeft ? pen + dx - markBeside : cursor);
    if (!run.rightToLeft) pen += advance;
  }
  flush();
  if (Math.abs(run.width - cursor) > 0.05) operators += writeNumber(cursor - run.width);
  return `${operators}${listEnd}${rise === 0 ? '' : ' 0 Ts'}`;
}
