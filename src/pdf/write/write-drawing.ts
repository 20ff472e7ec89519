import type { PdfReference } from 'pdfkit';
import {
  blendModes,
  concat,
  inverse,
  type Clip,
  type Drawing,
  type DrawingGroup,
  type DrawingNode,
  type DrawingPath,
  type DrawingPixels,
  type Matrix,
  type Outline,
  type Paint,
  type Stroke,
} from '../../document/drawing.ts';
import { appendAll } from '../../lists/append-all.ts';
import { largest, smallest } from '../../lists/extremes.ts';
import { writeFine } from './write-number.ts';
import { writeGradient, type MakeObject } from './write-gradient.ts';

/** Left, top, right and bottom. */
type Box = readonly [number, number, number, number];

/** A form while its content is gathered, and how its space lies in that of the whole picture. */
interface Form {
  readonly ref: MakeObject;
  readonly lines: string[];
  readonly resources: Readonly<Record<'ExtGState' | 'Pattern' | 'XObject', Record<string, unknown>>>;
  /** Names of what was used before, by what it is. */
  readonly names: Map<string, string>;
}

/**
 * A drawing as a form (ISO 32000-1 §8.10): as wide and high as it is in pixels, y downwards. What is see-through as a whole,
 * or mixes with what is behind it, is a form of its own with a transparency group (§11.6.6).
 */
export function writeDrawing({ widthPx, heightPx, root }: Drawing, ref: MakeObject): PdfReference {
  return writeForm([root], { box: [0, 0, widthPx, heightPx], ref });
}

function writeForm(
  children: DrawingGroup['children'],
  { box, ref }: { readonly box: Box; readonly ref: MakeObject },
): PdfReference {
  const form: Form = {
    ref,
    lines: [],
    resources: { ExtGState: {}, Pattern: {}, XObject: {} },
    names: new Map(),
  };
  for (const child of children) write(child, { form, box, matrix: [1, 0, 0, 1, 0, 0] });
  const Resources = Object.fromEntries(
    Object.entries(form.resources).filter(([, used]) => Object.keys(used).length > 0),
  );
  const written = ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [...box],
    Resources,
    Group: { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB', I: true },
  });
  written.end(form.lines.join('\n'));
  return written;
}

/** Where something is drawn: in which form, how its space lies in that, and what of its own space is seen. */
interface At {
  readonly form: Form;
  readonly matrix: Matrix;
  readonly box: Box;
}

function write(node: DrawingNode, at: At): void {
  const inner = node.matrix ? moved(at, node.matrix) : at;
  // What is drawn on a line or a point is not seen.
  if (inner === undefined) return;
  const { lines } = at.form;
  lines.push('q');
  if (node.matrix) lines.push(`${node.matrix.map(writeFine).join(' ')} cm`);
  if (node.type === 'path') writePath(node, inner);
  else if (node.type === 'pixels') writePixels(node, inner);
  else writeGroup(node, inner);
  lines.push('Q');
}

function moved(at: At, matrix: Matrix): At | undefined {
  const back = inverse(matrix);
  if (back === undefined) return undefined;
  const [left, top, right, bottom] = at.box;
  const [a, b, c, d, e, f] = back;
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const box: Box = [smallest(xs), smallest(ys), largest(xs), largest(ys)];
  return { ...at, matrix: concat(at.matrix, matrix), box };
}

function writeGroup({ clip, opacity, blend, children }: DrawingGroup, at: At): void {
  const { form, box } = at;
  if (clip) writeClip(clip, form.lines);
  if (opacity === 1 && blend === undefined) {
    for (const child of children) write(child, at);
    return;
  }
  const state = { ca: opacity, CA: opacity, ...(blend && { BM: blendModes[blend] }) };
  const inside = writeForm(children, { box, ref: form.ref });
  form.lines.push(`${useState(form, state)} gs`, `/${useObject(form, inside)} Do`);
}

/** The name of a form or a picture that is drawn. */
function useObject({ resources }: Form, object: PdfReference): string {
  const name = `X${Object.keys(resources.XObject).length + 1}`;
  resources.XObject[name] = object;
  return name;
}

/** Pixels as a picture with a mask (ISO 32000-1 §8.9.5, §11.6.5.3), which PDF draws on a square of one by one, y upwards. */
function writePixels({ widthPx, heightPx, colours, opacities }: DrawingPixels, { form }: At): void {
  const image = { Type: 'XObject', Subtype: 'Image', Width: widthPx, Height: heightPx, BitsPerComponent: 8 };
  const mask = form.ref({ ...image, ColorSpace: 'DeviceGray' });
  mask.end(opacities);
  const picture = form.ref({ ...image, ColorSpace: 'DeviceRGB', SMask: mask });
  picture.end(colours);
  form.lines.push('1 0 0 -1 0 1 cm', `/${useObject(form, picture)} Do`);
}

function writeClip({ outline, evenOdd, within }: Clip, lines: string[]): void {
  if (within) writeClip(within, lines);
  lines.push(`${operators(outline)} ${evenOdd ? 'W*' : 'W'} n`);
}

function writePath({ outline, evenOdd, fill, stroke, strokeFirst }: DrawingPath, at: At): void {
  const { form } = at;
  const path = operators(outline);
  if (path === '') return;
  const star = evenOdd ? '*' : '';
  const fillIt = (): void => {
    if (fill) appendAll(form.lines, [...setPaint(fill, 'fill', at), `${path} f${star}`]);
  };
  const drawIt = (): void => {
    if (stroke) appendAll(form.lines, [...setPaint(stroke, 'stroke', at), ...setLine(stroke), `${path} S`]);
  };
  // Both at once is one shape in PDF: where the line is see-through, what fills the outline must be seen through it (§11.7.4.4).
  if (fill && stroke && fill.opacity === 1 && stroke.opacity === 1 && !strokeFirst) {
    const set = [...setPaint(fill, 'fill', at), ...setPaint(stroke, 'stroke', at), ...setLine(stroke)];
    appendAll(form.lines, [...set, `${path} B${star}`]);
  } else if (strokeFirst) {
    drawIt();
    fillIt();
  } else {
    fillIt();
    drawIt();
  }
}

function setPaint(
  { colour, opacity }: Paint,
  of: 'fill' | 'stroke',
  { form, matrix }: At,
): readonly string[] {
  const isFill = of === 'fill';
  const state = opacity === 1 ? [] : [`${useState(form, { [isFill ? 'ca' : 'CA']: opacity })} gs`];
  if (!('stops' in colour)) return [...state, `${colour.map(writeFine).join(' ')} ${isFill ? 'rg' : 'RG'}`];
  const name = `P${Object.keys(form.resources.Pattern).length + 1}`;
  form.resources.Pattern[name] = writeGradient(colour, matrix, form.ref);
  return [...state, `/Pattern ${isFill ? 'cs' : 'CS'} /${name} ${isFill ? 'scn' : 'SCN'}`];
}

const caps = { butt: 0, round: 1, square: 2 } as const;
const joins = { miter: 0, round: 1, bevel: 2 } as const;

function setLine({ width, cap, join, miterLimit, dashes, dashOffset }: Stroke): readonly string[] {
  return [
    `${writeFine(width)} w`,
    ...(cap === 'butt' ? [] : [`${caps[cap]} J`]),
    ...(join === 'miter' ? [`${writeFine(Math.max(1, miterLimit))} M`] : [`${joins[join]} j`]),
    ...(dashes.length === 0 ? [] : [`[${dashes.map(writeFine).join(' ')}] ${writeFine(dashOffset)} d`]),
  ];
}

/** The name of a graphics state; one that says the same is written once. */
function useState({ resources, names }: Form, state: Readonly<Record<string, unknown>>): string {
  const key = JSON.stringify(state);
  let name = names.get(key);
  if (name === undefined) {
    names.set(key, (name = `G${names.size + 1}`));
    resources.ExtGState[name] = { Type: 'ExtGState', ...state };
  }
  return `/${name}`;
}

const letters = { move: 'm', line: 'l', curve: 'c' } as const;

function operators(outline: Outline): string {
  const parts = outline.map((part) =>
    part.to === 'close' ? 'h' : `${part.points.map(writeFine).join(' ')} ${letters[part.to]}`,
  );
  return parts.join(' ');
}
