import type { LinkTarget } from '../../document/inline.ts';
import { appendAll } from '../../lists/append-all.ts';
import { largest, smallest } from '../../lists/extremes.ts';
import type { GlyphRun } from '../../text/shape-text.ts';
import { widthOfRuns } from '../../text/width-of-runs.ts';
import type {
  DotsMark,
  ImageMark,
  LinkMark,
  Mark,
  Page,
  Placed,
  RectMark,
  RunMark,
  ShapeMark,
} from '../layout/display-list.ts';
import type { Slot, StructElem } from '../structure/struct-elem.ts';
import type { Colour } from '../theme/theme.ts';
import { outlineOperators } from './draw-outlines.ts';
import { needsActualText } from './merge-clusters.ts';
import type { PdfFile, PdfReference } from './pdfkit-adapter.ts';
import { textOperators } from './show-glyphs.ts';
import { writeNumber } from './write-number.ts';
import { utf16Hex } from './utf16-hex.ts';

/** A link annotation whose target may lie on a later page: written when all pages are known. */
export interface OpenLink {
  readonly annotation: PdfReference;
  readonly target: LinkTarget;
  readonly elem: StructElem;
}

/** What drawing tells the structure tree: which marked content belongs where. */
export interface PageContent {
  readonly page: PdfReference;
  /** Of the page, points. */
  readonly heightPt: number;
  /** The element of each MCID, in order. */
  readonly marked: readonly Slot[];
  readonly links: readonly OpenLink[];
  /** Areas of pictures in default user space, for BBox. */
  readonly pictures: ReadonlyMap<StructElem, readonly [number, number, number, number]>;
  /** Places that links lead to: id → distance from the top, points. */
  readonly anchors: ReadonlyMap<string, number>;
}

/**
 * Draws one page: grounds, then content in reading order, each run inside its marked content or an artifact. The size is that
 * of an upright page.
 */
export function drawPage(
  file: PdfFile,
  source: Page,
  upright: { readonly widthPt: number; readonly heightPt: number; readonly index: number },
): PageContent {
  const { index, widthPt, heightPt } = upright;
  const at = source.turned ? { widthPt: heightPt, heightPt: widthPt } : { widthPt, heightPt };
  const page = file.addPage([at.widthPt, at.heightPt], { StructParents: index });
  const pen = createPen(file);
  const areas: Record<typeof ofLayout | typeof ofPages, string[]> = { [ofLayout]: [], [ofPages]: [] };
  const placed: { readonly mark: Exclude<Mark, Area>; readonly artifact: keyof typeof areas }[] = [];
  for (const part of source.placed) {
    const artifact = part.repeated ? ofPages : ofLayout;
    for (const mark of movedMarks(part))
      if (isArea(mark)) areas[artifact].push(drawArea(mark));
      else placed.push({ mark, artifact });
  }
  pen.artifact(ofLayout, areas[ofLayout]);
  pen.artifact(ofPages, areas[ofPages]);
  const marked: Slot[] = [];
  const pictures = new Map<StructElem, readonly [number, number, number, number]>();
  for (const { mark, artifact } of placed) {
    if (mark.type === 'run') {
      if (mark.slot) {
        for (const part of partsOf(mark)) {
          if (part.actualText === undefined) pen.tagged(mark.slot, marked);
          pen.run(part, marked);
        }
      } else {
        pen.artifact(artifact, [], mark);
      }
    } else if (mark.type === 'image') {
      drawImage(mark, { file, pen, marked, artifact });
      if (mark.slot && !pictures.has(mark.slot.elem))
        pictures.set(mark.slot.elem, userArea(mark, at.heightPt));
    }
  }
  pen.plain();
  drawFurniture(pen, source, at);
  pen.flush();
  const links: OpenLink[] = [];
  const anchors = new Map<string, number>();
  for (const { mark } of placed)
    if (mark.type === 'link') links.push(openLink(file, mark, at.heightPt));
    else if (mark.type === 'anchor' && !anchors.has(mark.id)) anchors.set(mark.id, mark.y);
  return { page, heightPt: at.heightPt, marked, links, pictures, anchors };
}

/** Of artifacts (ISO 32000-1 §14.8.2.2.2): what is there for the look, and what is repeated because a page begins or is no wider. */
const ofLayout = '/Type /Layout';
const ofPages = '/Type /Pagination';

/** The marks of a placement in page coordinates; those repeated on later pages lose their place in the tree. */
function movedMarks(placed: Placed): readonly Mark[] {
  const moved = placed.marks.map((mark) => ({ ...mark, y: mark.y + placed.top }));
  if (!placed.repeated) return moved;
  return moved
    .filter((mark) => mark.type === 'run' || isArea(mark) || mark.type === 'image')
    .map((mark) => (isArea(mark) ? mark : { ...mark, slot: null }));
}

type Area = RectMark | ShapeMark | DotsMark;

/** What is drawn before all words, and is no part of any. */
function isArea(mark: Mark): mark is Area {
  return mark.type === 'rect' || mark.type === 'shape' || mark.type === 'dots';
}

function colourOperator(colour: Colour, operator: 'rg' | 'RG' = 'rg'): string {
  return `${colour.map((part) => writeNumber(part / 255)).join(' ')} ${operator}`;
}

function drawArea(mark: Area): string {
  if (mark.type === 'dots') return drawDots(mark);
  const { x, y, widthPt, heightPt } = mark;
  if (mark.type === 'shape') {
    const corners = mark.corners.map(([across = 0, down = 0], index) => {
      const point = `${writeNumber(x + across * widthPt)} ${writeNumber(y + down * heightPt)}`;
      return `${point} ${index === 0 ? 'm' : 'l'}`;
    });
    return `${colourOperator(mark.colour)} ${corners.join(' ')} h f`;
  }
  return `${colourOperator(mark.colour)} ${writeNumber(x)} ${writeNumber(y)} ${writeNumber(widthPt)} ${writeNumber(heightPt)} re f`;
}

/**
 * A line of dashes without length, whose round ends are the dots (ISO 32000-1 §8.4.3.3 and §8.4.3.6). It goes on for half a
 * step: MuPDF 1.28 leaves out a dash where the line ends.
 */
function drawDots({ x, y, widthPt, dotPt, stepPt, colour }: DotsMark): string {
  const [left, right, height] = [x, x + widthPt + stepPt / 2, y].map(writeNumber);
  const pen = `${colourOperator(colour, 'RG')} ${writeNumber(dotPt)} w 1 J [0 ${writeNumber(stepPt)}] 0 d`;
  return `q ${pen} ${left} ${height} m ${right} ${height} l S Q`;
}

function userArea(mark: ImageMark, pageHeightPt: number): readonly [number, number, number, number] {
  const { x, y, widthPt, heightPt } = mark;
  return [x, pageHeightPt - y - heightPt, x + widthPt, pageHeightPt - y];
}

function openLink(file: PdfFile, mark: LinkMark, pageHeightPt: number): OpenLink {
  const top = pageHeightPt - mark.y;
  const annotation = file.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [mark.x, top - mark.heightPt, mark.x + mark.widthPt, top],
    Border: [0, 0, 0],
    F: 4,
    Contents: file.text(mark.contents),
  });
  file.addAnnotation(annotation);
  return { annotation, target: mark.target, elem: mark.elem };
}

/** The content stream of a page while it is written; knows what marked content is open. */
interface Pen {
  readonly tagged: (slot: Slot, marked: Slot[]) => void;
  readonly plain: () => void;
  /** A run with an actual text gets a marked-content sequence of its own, numbered in `marked`. */
  readonly run: (mark: RunMark, marked: Slot[]) => void;
  readonly artifact: (properties: string, operators: readonly string[], run?: RunMark) => void;
  readonly flush: () => void;
}

function createPen(file: PdfFile): Pen {
  let lines: string[] = [];
  let open: Slot | undefined;
  /** The colour that words are drawn in, and its operator. */
  let colour: Colour | undefined;
  let operator = '';
  const useColour = (wanted: Colour | undefined): void => {
    if (wanted === colour) return;
    colour = wanted;
    const before = operator;
    operator = wanted ? colourOperator(wanted) : '';
    if (operator !== before && operator !== '') lines.push(operator);
  };
  const plain = (): void => {
    if (open) lines.push('EMC');
    open = undefined;
  };
  const run = (mark: RunMark, marked: Slot[]): void => {
    useColour(mark.colour);
    if (mark.asShapes) {
      appendAll(lines, outlineOperators(mark));
      return;
    }
    if (mark.actualText === undefined || !mark.slot) {
      appendAll(lines, textOperators(file, mark));
      return;
    }
    plain();
    const properties = `/MCID ${marked.length} /ActualText <${utf16Hex(`\uFEFF${mark.actualText}`).toUpperCase()}>`;
    marked.push(mark.slot);
    appendAll(lines, textOperators(file, mark, `/Span <<${properties}>> BDC`));
  };
  return {
    plain,
    run,
    tagged: (slot, marked) => {
      if (open === slot) return;
      plain();
      lines.push(`/${slot.elem.role} <</MCID ${marked.length}>> BDC`);
      marked.push(slot);
      open = slot;
    },
    artifact: (properties, operators, mark) => {
      if (operators.length === 0 && !mark) return;
      plain();
      lines.push(`/Artifact <<${properties}>> BDC`);
      appendAll(lines, operators);
      if (operators.length > 0) useColour(undefined);
      if (mark) run(mark, []);
      lines.push('EMC');
    },
    flush: () => {
      if (lines.length > 0) file.addContent(lines.join('\n'));
      lines = [];
      useColour(undefined);
    },
  };
}

function drawImage(
  mark: ImageMark,
  to: {
    readonly file: PdfFile;
    readonly pen: Pen;
    readonly marked: Slot[];
    /** What it is where it is no content. */
    readonly artifact: string;
  },
): void {
  const { file, pen } = to;
  if (mark.slot) {
    pen.tagged(mark.slot, to.marked);
    pen.flush();
    file.drawImage(mark.asset, mark);
    return;
  }
  pen.plain();
  pen.flush();
  file.addContent(`/Artifact <<${to.artifact}>> BDC`);
  file.drawImage(mark.asset, mark);
  file.addContent('EMC');
}

function drawFurniture(
  pen: Pen,
  page: Page,
  at: { readonly widthPt: number; readonly heightPt: number },
): void {
  const area = (marks: readonly RunMark[]): string => {
    const top = at.heightPt - smallest(marks.map((mark) => mark.y)) + 12;
    const bottom = at.heightPt - largest(marks.map((mark) => mark.y)) - 6;
    return `/BBox [0 ${writeNumber(bottom)} ${writeNumber(at.widthPt)} ${writeNumber(top)}]`;
  };
  for (const mark of page.header) {
    pen.artifact(`/Type /Pagination /Subtype /Header /Attached [/Top] ${area(page.header)}`, [], mark);
  }
  for (const mark of page.footer) {
    pen.artifact(`/Type /Pagination /Subtype /Footer /Attached [/Bottom] ${area(page.footer)}`, [], mark);
  }
}

/** A run cut where its glyphs stand for other characters: readers drop what follows an actual text in one sequence. */
function partsOf(mark: RunMark): readonly RunMark[] {
  if (mark.actualText !== undefined || mark.runs.every((run) => actualTextOf(run) === undefined))
    return [mark];
  const parts: RunMark[] = [];
  const right = mark.x + widthOfRuns(mark.runs, mark.sizePt);
  let drawnPt = 0;
  for (const run of mark.runs) {
    const widthPt = (run.width * mark.sizePt) / 1000;
    const last = parts.at(-1);
    const actualText = actualTextOf(run);
    drawnPt += widthPt;
    if (last && last.actualText === undefined && actualText === undefined) {
      const x = mark.rightToLeft ? right - drawnPt : last.x;
      parts[parts.length - 1] = { ...last, x, runs: [...last.runs, run] };
    } else {
      const x = mark.rightToLeft ? right - drawnPt : mark.x + drawnPt - widthPt;
      const part = { ...mark, x, runs: [run] };
      parts.push(actualText === undefined ? part : { ...part, actualText });
    }
  }
  return parts;
}

function actualTextOf(run: GlyphRun): string | undefined {
  return run.actualText ?? (needsActualText(run) ? run.text : undefined);
}
