import { startsRightToLeft } from '../text/directions.ts';
import type { Shaper } from '../text/shape-text.ts';
import type { TextStyle } from '../text/text-style.ts';
import { accent, grounds, hexColour, softInk, titleInk, type Rgb } from './cover-colours.ts';
import { coverMetrics } from './cover-metrics.ts';
import type { CoverPart, DrawableWords } from './cover-words.ts';
import { drawLine } from './draw-line.ts';
import { fitText, type FittedText, type Fitting } from './fit-text.ts';

/** The cover as SVG 1.1 made of paths and rectangles alone: no text, no font, nothing from elsewhere. */
export function composeCover(
  words: DrawableWords,
  {
    shaper,
    style,
    widthPx,
  }: { readonly shaper: Shaper; readonly style: TextStyle; readonly widthPx: number },
): string {
  const { cover, text, title, subtitle, creators, publisher } = coverMetrics;
  const fit = (part: CoverPart): FittedText => {
    const fitting: Fitting = {
      ...coverMetrics[part],
      leastShare: text.leastShare,
      widthPx: widthPx - 2 * cover.marginPx,
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
  const draw = ({ lines, leadingPx, sizePx }: FittedText, colour: Rgb, topPx: number): string => {
    const paths = lines.map((line, index) => {
      const xPx = fromRight ? widthPx - cover.marginPx - line.widthPt : cover.marginPx;
      return drawLine(line, { xPx, baselinePx: topPx + index * leadingPx + sizePx * text.baselineEms });
    });
    return `<g fill="${hexColour(colour)}">${paths.join('')}</g>`;
  };
  const height = ({ lines, leadingPx }: FittedText): number => lines.length * leadingPx;
  const subtitleTopPx =
    title.topPx + (fitted.title.lines.length > 0 ? height(fitted.title) + subtitle.gapPx : 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${cover.heightPx}">`,
    drawScenery(fromRight, widthPx),
    draw(fitted.title, titleInk, title.topPx),
    draw(fitted.subtitle, softInk, subtitleTopPx),
    draw(fitted.creators, titleInk, creators.bottomPx - height(fitted.creators)),
    draw(fitted.publisher, softInk, publisher.bottomPx - height(fitted.publisher)),
    '</svg>',
  ].join('\n');
}

/** The ground, a large leaf in two shades of it, a bar above the title and a hairline above the publisher. */
function drawScenery(fromRight: boolean, widthPx: number): string {
  const { cover, bar, hairline } = coverMetrics;
  const [ground, dark, light] = grounds.map(hexColour);
  const line = (
    { topPx, heightPx }: { readonly topPx: number; readonly heightPx: number },
    longPx: number,
  ): string => `<rect x="${cover.marginPx}" y="${topPx}" width="${longPx}" height="${heightPx}"/>`;
  const lines = line(bar, bar.widthPx) + line(hairline, widthPx - 2 * cover.marginPx);
  const mirror = fromRight ? ` transform="translate(${widthPx} 0) scale(-1 1)"` : '';
  return [
    `<rect width="${widthPx}" height="${cover.heightPx}" fill="${ground}"/>`,
    `<g${mirror}>${drawLeaf([dark, light], widthPx)}<g fill="${hexColour(accent)}">${lines}</g></g>`,
  ].join('\n');
}

function drawLeaf([left, right]: readonly [string | undefined, string | undefined], widthPx: number): string {
  const { fromEdgePx, yPx, turnDegrees, tipPx, upperPx, lowerPx } = coverMetrics.leaf;
  const half = (side: 1 | -1, fill: string | undefined): string =>
    `<path fill="${fill}" d="M0 ${-tipPx}C${side * upperPx.x} ${upperPx.y} ${side * lowerPx.x} ${lowerPx.y} 0 ${tipPx}Z"/>`;
  return `<g transform="translate(${widthPx - fromEdgePx} ${yPx}) rotate(${turnDegrees})">${half(-1, left)}${half(1, right)}</g>`;
}
