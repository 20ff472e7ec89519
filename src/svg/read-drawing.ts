import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import {
  blendModes,
  type BlendMode,
  type Clip,
  type Drawing,
  concat,
  type DrawingGroup,
  type DrawingNode,
  type DrawingPath,
  type DrawingPixels,
  type Matrix,
  type Outline,
  type Paint,
  type Stroke,
} from '../document/drawing.ts';
import { appendAll } from '../lists/append-all.ts';
import { elementsOf } from './count-drawn.ts';
import { colourOf, readGradient, readMatrix } from './read-gradient.ts';
import { partOf, type PixelPart } from './pixel-part.ts';
import { outlineBox, readOutline } from './read-outline.ts';

/** What of a picture is not outlines: then it is shown by its pixels. */
class NotOutlines extends Error {}

/** What cannot be shown by the pixels of a part either: those of the whole picture show it. */
class NotInParts extends Error {}

/** What pixels show a part, where there are any. */
export type ShowPart = (part: PixelPart) => DrawingPixels | undefined;

/**
 * An SVG that the rasteriser has simplified as a drawing. `show` is asked, in their order, for the pixels of parts that no outlines
 * can show: filters, masks, patterns. `undefined` where only the pixels of the whole picture do.
 */
export function readDrawing(simplified: string, show: ShowPart): Drawing | undefined {
  const root = fromXml(simplified).children.find((node) => node.type === 'element');
  if (!root) return undefined;
  const byId = new Map<string, Element>();
  for (const element of elementsOf(root)) {
    const { id } = element.attributes;
    if (typeof id === 'string') byId.set(id, element);
  }
  try {
    const size = { widthPx: numberOf(root, 'width', 0), heightPx: numberOf(root, 'height', 0) };
    const matrix = viewMatrix(root, size);
    const children = childrenOf(root, { root, byId, show, moves: [], matrix });
    return { ...size, root: { type: 'group', matrix, opacity: 1, children } };
  } catch (error) {
    if (error instanceof NotOutlines || error instanceof NotInParts) return undefined;
    throw error;
  }
}

/** How large a simplified SVG is drawn, in pixels of CSS; `undefined` where it has no size. */
export function sizeOf(
  simplified: string,
): { readonly widthPx: number; readonly heightPx: number } | undefined {
  const [, width, height] = /^<svg width="([\d.]+)" height="([\d.]+)"/u.exec(simplified) ?? [];
  const [widthPx, heightPx] = [Number(width), Number(height)];
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : undefined;
}

type ById = ReadonlyMap<string, Element>;

/** The view box in the middle of the picture, as large as it fits whole; SVG 2 §8.2 has other ways, which are rare. */
function viewMatrix(root: Element, { widthPx, heightPx }: { widthPx: number; heightPx: number }): Matrix {
  if (root.attributes['preserveAspectRatio'] !== undefined) throw new NotOutlines();
  const [x = 0, y = 0, width = widthPx, height = heightPx] = (root.attributes['viewBox'] ?? '')
    .split(' ')
    .map(Number);
  const scale = Math.min(widthPx / width, heightPx / height);
  const left = (widthPx - width * scale) / 2;
  const top = (heightPx - height * scale) / 2;
  return [scale, 0, 0, scale, left - x * scale, top - y * scale];
}

/** Where something stands in the picture. */
interface At {
  readonly root: Element;
  readonly byId: ById;
  readonly show: ShowPart;
  /** How the groups around it are moved, as they are written, and all of that as one. */
  readonly moves: readonly string[];
  readonly matrix: Matrix;
}

function childrenOf(parent: Element, at: At): DrawingGroup['children'] {
  const nodes: DrawingNode[] = [];
  // What stands next to each other is shown by the same pixels.
  let elements: Element[] = [];
  const showParts = (): void => {
    if (elements.length === 0) return;
    const pixels = at.show(partOf(at.root, { elements, moves: at.moves, toPicture: at.matrix }));
    if (pixels) nodes.push(pixels);
    elements = [];
  };
  for (const child of parent.children) {
    if (child.type !== 'element' || child.name === 'defs') continue;
    const read = outlinesOf(child, at);
    if (read === undefined) elements.push(child);
    else {
      showParts();
      appendAll(nodes, read);
    }
  }
  showParts();
  return nodes;
}

/** What an element draws; `undefined` where it is not outlines. */
function outlinesOf(element: Element, at: At): readonly DrawingNode[] | undefined {
  try {
    if (element.name === 'g') return [groupOf(element, at)];
    return element.name === 'path' ? pathOf(element, at.byId) : undefined;
  } catch (error) {
    if (error instanceof NotOutlines) return undefined;
    throw error;
  }
}

function groupOf(element: Element, at: At): DrawingGroup {
  const { attributes } = element;
  if (attributes['filter'] !== undefined || attributes['mask'] !== undefined) throw new NotOutlines();
  const clip = attributes['clip-path'];
  const blend = blendOf(attributes['style'] ?? '');
  const opacity = numberOf(element, 'opacity', 1);
  const own = transformOf(element);
  const clipped = typeof clip === 'string' ? { clip: clipOf(clip, at.byId) } : {};
  const moves = own.matrix ? [...at.moves, attributes['transform'] ?? ''] : at.moves;
  const matrix = own.matrix ? concat(at.matrix, own.matrix) : at.matrix;
  return {
    type: 'group',
    ...own,
    opacity,
    ...(blend !== undefined && { blend }),
    ...clipped,
    children: childrenOf(element, { ...at, moves, matrix }),
  };
}

function blendOf(style: string): BlendMode | undefined {
  const name = /mix-blend-mode:([a-z-]+)/u.exec(style)?.[1];
  if (name === undefined || name === 'normal') return undefined;
  if (!Object.hasOwn(blendModes, name)) throw new NotInParts();
  // The table has it as its own key.
  return name as BlendMode;
}

/** One outline that is not moved, perhaps within another: whatever else a clip can be is shown by pixels. */
function clipOf(reference: string, byId: ById): Clip {
  const element = byId.get(idIn(reference));
  const [only, ...more] = element?.children.filter((child) => child.type === 'element') ?? [];
  if (!element || only?.name !== 'path' || more.length > 0) throw new NotOutlines();
  const moved = [element, only].some(({ attributes }) => attributes['transform'] !== undefined);
  if (
    moved ||
    element.attributes['clipPathUnits'] !== undefined ||
    only.attributes['clip-path'] !== undefined
  )
    throw new NotOutlines();
  const within = element.attributes['clip-path'];
  return {
    outline: readOutline(only.attributes['d'] ?? ''),
    evenOdd: only.attributes['clip-rule'] === 'evenodd',
    ...(typeof within === 'string' && { within: clipOf(within, byId) }),
  };
}

function pathOf(element: Element, byId: ById): readonly DrawingPath[] {
  const { attributes } = element;
  if ((attributes['visibility'] ?? 'visible') !== 'visible') return [];
  const outline = readOutline(attributes['d'] ?? '');
  const fill = paintOf(element, { key: 'fill', initial: '#000000', outline, byId });
  const line = paintOf(element, { key: 'stroke', initial: 'none', outline, byId });
  return [
    {
      type: 'path',
      ...transformOf(element),
      outline,
      evenOdd: attributes['fill-rule'] === 'evenodd',
      ...(fill && { fill }),
      ...(line && { stroke: { ...line, ...lineOf(element) } }),
      strokeFirst: attributes['paint-order']?.startsWith('stroke') ?? false,
    },
  ];
}

interface PaintAt {
  readonly key: 'fill' | 'stroke';
  readonly initial: string;
  readonly outline: Outline;
  readonly byId: ById;
}

function paintOf(element: Element, { key, initial, outline, byId }: PaintAt): Paint | undefined {
  const value = element.attributes[key] ?? initial;
  if (value === 'none') return undefined;
  const opacity = numberOf(element, `${key}-opacity`, 1);
  if (!value.startsWith('url(')) return { colour: colourOf(value), opacity };
  const gradient = byId.get(idIn(value));
  const read = gradient && readGradient(gradient, outlineBox(outline));
  if (!read) throw new NotOutlines();
  return { colour: read.gradient, opacity: opacity * read.opacity };
}

function lineOf(element: Element): Omit<Stroke, 'colour' | 'opacity'> {
  const { attributes } = element;
  const [cap, join] = [attributes['stroke-linecap'], attributes['stroke-linejoin']];
  return {
    width: numberOf(element, 'stroke-width', 1),
    cap: cap === 'round' || cap === 'square' ? cap : 'butt',
    join: join === 'round' || join === 'bevel' ? join : 'miter',
    miterLimit: numberOf(element, 'stroke-miterlimit', 4),
    dashes: (attributes['stroke-dasharray'] ?? '')
      .split(/[\s,]+/u)
      .filter(Boolean)
      .map(Number),
    dashOffset: numberOf(element, 'stroke-dashoffset', 0),
  };
}

function idIn(reference: string): string {
  return /^url\(#(.*)\)$/u.exec(reference)?.[1] ?? '';
}

function numberOf({ attributes }: Element, key: string, initial: number): number {
  const value = Number(attributes[key] ?? initial);
  if (!Number.isFinite(value)) throw new NotOutlines();
  return value;
}

function transformOf({ attributes }: Element): { readonly matrix?: Matrix } {
  const written = attributes['transform'];
  return typeof written === 'string' ? { matrix: readMatrix(written) } : {};
}
