import { startsRightToLeft } from '../text/directions.ts';
import type { Shaper } from '../text/shape-text.ts';
import type { TextStyle } from '../text/text-style.ts';
import { accent, grounds, softInk, titleInk, type Rgb } from './cover-colours.ts';
import { coverMetrics } from './cover-metrics.ts';
import type { CoverPart, DrawableWords } from './cover-words.ts';
import { drawLine } from './draw-line.ts';
import { fitText, type FittedText, type Fitting } from './fit-text.ts';
import { mirrored, rectangle, unmoved, type Matrix, type Shape } from './shape.ts';

/** The cover as shapes on its ground, in pixels of its largest size. */
export function composeCover(words: DrawableWords, shaper: Shaper, style: TextStyle): readonly Shape[] {
  const { cover, text, title, subtitle, creators, publisher } = coverMetrics;
  const fit = (part: CoverPart): FittedText => {
    const fitting: Fitting = {
      ...coverMetrics[part],
      widthPx: cover.widthPx - 2 * cover.marginPx,
      style: { ...style, bold: part === 'title' },
    };
    return fitText(words[part], fitting, shaper);
  };
  const fitted = {
    title: fit('title'),
    subtitle: fit('subtitle'),
    creators: fit('creators'),
    publisher: fit('publisher'),
  };

  const fromRight = startsRightToLeft(words.title[0] ?? words.subtitle[0] ?? '');
  const draw = ({ lines, leadingPx, sizePx }: FittedText, colour: Rgb, topPx: number): readonly Shape[] =>
    lines.flatMap((line, index) => {
      const xPx = fromRight ? cover.widthPx - cover.marginPx - line.widthPt : cover.marginPx;
      const baselinePx = topPx + index * leadingPx + sizePx * text.baselineEms;
      return drawLine(line, { xPx, baselinePx, colour });
    });
  const height = ({ lines, leadingPx }: FittedText): number => lines.length * leadingPx;
  const subtitleTopPx =
    title.topPx + (fitted.title.lines.length > 0 ? height(fitted.title) + subtitle.gapPx : 0);
  return [
    ...drawScenery(fromRight),
    ...draw(fitted.title, titleInk, title.topPx),
    ...draw(fitted.subtitle, softInk, subtitleTopPx),
    ...draw(fitted.creators, titleInk, creators.bottomPx - height(fitted.creators)),
    ...draw(fitted.publisher, softInk, publisher.bottomPx - height(fitted.publisher)),
  ];
}

/** A large leaf in two shades of the ground, a bar above the title and a hairline above the publisher. */
function drawScenery(fromRight: boolean): readonly Shape[] {
  const { cover, bar, hairline } = coverMetrics;
  const line = (
    { topPx, heightPx }: { readonly topPx: number; readonly heightPx: number },
    widthPx: number,
  ): Shape => {
    const path = rectangle({ xPx: cover.marginPx, yPx: topPx, widthPx, heightPx });
    return { colour: accent, path, matrix: unmoved };
  };
  const shapes = [...drawLeaf(), line(bar, bar.widthPx), line(hairline, cover.widthPx - 2 * cover.marginPx)];
  if (!fromRight) return shapes;
  return shapes.map((shape) => ({ ...shape, matrix: mirrored(shape.matrix, cover.widthPx) }));
}

function drawLeaf(): readonly Shape[] {
  const { xPx, yPx, turn, tipPx, upperPx, lowerPx } = coverMetrics.leaf;
  const matrix: Matrix = [turn.y, turn.x, -turn.x, turn.y, xPx, yPx];
  const [, ...shades] = grounds;
  return shades.map((colour, index) => {
    const side = index === 0 ? -1 : 1;
    const curve = [side * upperPx.x, upperPx.y, side * lowerPx.x, lowerPx.y, 0, tipPx];
    const path = [
      { type: 'M', values: [0, -tipPx] },
      { type: 'C', values: curve },
    ];
    return { colour, path, matrix };
  });
}
