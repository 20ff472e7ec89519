import { startsRightToLeft } from '../text/directions.ts';
import type { Shaper } from '../text/shape-text.ts';
import type { TextStyle } from '../text/text-style.ts';
import { coverMetrics } from './cover-metrics.ts';
import type { CoverPart, DrawableWords } from './cover-words.ts';
import { drawLine } from './draw-line.ts';
import { fitText, type FittedText, type Fitting } from './fit-text.ts';

/** In what the words are drawn before they get their inks: the title and the creators, and all others. */
export const marks = { title: '#f00', soft: '#00f' } as const;

/** The words of a cover as SVG 1.1 made of paths alone, no text and no font, on nothing; and whether it starts at the right. */
export function composeWords(
  words: DrawableWords,
  {
    shaper,
    style,
    widthPx,
  }: { readonly shaper: Shaper; readonly style: TextStyle; readonly widthPx: number },
): { readonly svg: string; readonly fromRight: boolean } {
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
  const draw = ({ lines, leadingPx, sizePx }: FittedText, mark: string, topPx: number): string => {
    const paths = lines.map((line, index) => {
      const xPx = fromRight ? widthPx - cover.marginPx - line.widthPt : cover.marginPx;
      return drawLine(line, { xPx, baselinePx: topPx + index * leadingPx + sizePx * text.baselineEms });
    });
    return `<g fill="${mark}">${paths.join('')}</g>`;
  };
  const height = ({ lines, leadingPx }: FittedText): number => lines.length * leadingPx;
  const subtitleTopPx =
    title.topPx + (fitted.title.lines.length > 0 ? height(fitted.title) + subtitle.gapPx : 0);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${cover.heightPx}">`,
    draw(fitted.title, marks.title, title.topPx),
    draw(fitted.subtitle, marks.soft, subtitleTopPx),
    draw(fitted.creators, marks.title, creators.bottomPx - height(fitted.creators)),
    draw(fitted.publisher, marks.soft, publisher.bottomPx - height(fitted.publisher)),
    '</svg>',
  ].join('\n');
  return { svg, fromRight };
}
