import type { RunMark } from '../layout/display-list.ts';
import { writeNumber } from './write-number.ts';

/**
 * The glyphs of a run as filled paths, in the current colour: what is drawn so is no text to those who search and copy.
 * Coordinates are points from the top left of the page.
 */
export function outlineOperators({ x, y, runs, sizePt }: RunMark): readonly string[] {
  let pen = x;
  const shapes = runs.flatMap(({ face, glyphs }) => {
    const perUnit = (face.scale * sizePt) / 1000;
    return glyphs.map((glyph) => {
      const origin = [pen + (glyph.dx * sizePt) / 1000, y - (glyph.dy * sizePt) / 1000] as const;
      pen += (glyph.advance * sizePt) / 1000;
      return fill(face.outlineOf(glyph.id), ([right, up]) => [
        origin[0] + right * perUnit,
        origin[1] - up * perUnit,
      ]);
    });
  });
  return shapes.filter((shape) => shape !== '');
}

type Point = readonly [x: number, y: number];

/** A path of SVG with absolute lines and curves as operators that fill it (ISO 32000-1 §8.5); nothing for an empty one. */
function fill(path: string, place: (point: Point) => Point): string {
  let at: Point = [0, 0];
  const operators = [...path.matchAll(/([MLQCZ])([^MLQCZ]*)/gu)].map(([, command, list = '']) => {
    if (command === 'Z') return 'h';
    const numbers = list === '' ? [] : list.split(/[ ,]/u).map(Number);
    const points = numbers.flatMap((first, index): readonly Point[] =>
      index % 2 === 0 ? [[first, numbers[index + 1] ?? 0]] : [],
    );
    const shown = command === 'Q' ? cubic(at, points) : points;
    at = points.at(-1) ?? at;
    const operator = command === 'M' ? 'm' : command === 'L' ? 'l' : 'c';
    return `${shown.flatMap(place).map(writeNumber).join(' ')} ${operator}`;
  });
  return operators.length === 0 ? '' : `${operators.join(' ')} f`;
}

/** A quadratic curve as the cubic one of the same shape: PDF has no other. */
function cubic(from: Point, [control = from, to = from]: readonly Point[]): readonly Point[] {
  const towards = (end: Point): Point => [
    end[0] + (2 / 3) * (control[0] - end[0]),
    end[1] + (2 / 3) * (control[1] - end[1]),
  ];
  return [towards(from), towards(to), to];
}
