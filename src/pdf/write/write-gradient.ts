import type { PdfReference } from 'pdfkit';
import { concat, type DrawingColour, type Gradient, type Matrix } from '../../document/drawing.ts';

/** Begins an indirect object of the file. */
export type MakeObject = (data: Record<string, unknown>) => PdfReference;

/** The least distance of two stops: where one colour ends and another begins at once, bounds must grow all the same. */
const leastStep = 1e-5;

/** A gradient as a shading pattern (ISO 32000-1 §8.7.4); `matrix` leads from the space of what it fills to that of the form. */
export function writeGradient(
  { ends, matrix: own, stops }: Gradient,
  matrix: Matrix,
  ref: MakeObject,
): PdfReference {
  const pattern = ref({
    Type: 'Pattern',
    PatternType: 2,
    Matrix: [...concat(matrix, own)],
    Shading: {
      ShadingType: ends.length === 4 ? 2 : 3,
      ColorSpace: 'DeviceRGB',
      Coords: [...ends],
      Function: colours(stops),
      Extend: [true, true],
    },
  });
  pattern.end();
  return pattern;
}

function colours(stops: Gradient['stops']): Record<string, unknown> {
  const [first] = stops;
  const last = stops.at(-1);
  const whole = [
    ...(first && first.offset > 0 ? [{ ...first, offset: 0 }] : []),
    ...stops,
    ...(last && last.offset < 1 ? [{ ...last, offset: 1 }] : []),
  ];
  const between: Record<string, unknown>[] = [];
  const bounds: number[] = [];
  let before: { readonly offset: number; readonly colour: DrawingColour } | undefined;
  for (const [index, stop] of whole.entries()) {
    if (before) {
      between.push({ FunctionType: 2, Domain: [0, 1], N: 1, C0: [...before.colour], C1: [...stop.colour] });
      // The ends are those of the domain.
      if (index < whole.length - 1) bounds.push(Math.max(stop.offset, (bounds.at(-1) ?? 0) + leastStep));
    }
    before = stop;
  }
  const Functions = between;
  if (Functions.length === 1) return Functions[0] ?? {};
  const Encode = Functions.flatMap(() => [0, 1]);
  return { FunctionType: 3, Domain: [0, 1], Functions, Bounds: inside(bounds), Encode };
}

/** Bounds that a row of equal stops has pushed to the end and beyond are drawn back below it. */
function inside(bounds: readonly number[]): readonly number[] {
  return bounds.map((bound, index) => Math.min(bound, 1 - leastStep * (bounds.length - index)));
}
