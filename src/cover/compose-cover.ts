import { startsRightToLeft } from '../text/directions.ts';
import type { Shaper } from '../text/shape-text.ts';
import type { TextStyle } from '../text/text-style.ts';
import { accent, grounds, hexColour, softInk, titleInk, type Rgb } from './cover-colours.ts';
import type { CoverPart, DrawableWords } from './cover-words.ts';
import { drawLine } from './draw-line.ts';
import { fitText, type FittedText, type Fitting } from './fit-text.ts';

/** The width of every drawn cover; the height is 1.6 of it. */
export const coverWidthPx = 1600;
/** The height of every drawn cover. */
export const coverHeightPx = 2560;

const marginPx = 150;
const barPx = { y: 340, width: 168, height: 16 };
const titleTopPx = 440;
const subtitleGapPx = 56;
/** The creators stand on this line, the publisher on the other; a hairline between them. */
const creatorsBottomPx = 2150;
const hairlinePx = 2250;
const publisherBottomPx = 2410;

const titleSizes = [230, 208, 188, 170, 154, 140, 126, 114, 104, 94, 86, 78, 70, 62, 56];
const subtitleSizes = [78, 72, 66, 60, 54, 48];
const creatorSizes = [72, 66, 60, 54, 48, 44];
const publisherSizes = [54, 50, 46, 42];

/** The cover as SVG 1.1 made of paths and rectangles alone: no text, no font, nothing from elsewhere. */
export function composeCover(words: DrawableWords, shaper: Shaper, style: TextStyle): string {
  const widthPx = coverWidthPx - 2 * marginPx;
  const fit = (part: CoverPart, how: Omit<Fitting, 'style' | 'widthPx'>): FittedText =>
    fitText(words[part], { ...how, widthPx, style: { ...style, bold: part === 'title' } }, shaper);
  const plain = { breaksWordsAtPx: 60, leading: 1.28 };
  const title = fit('title', { sizesPx: titleSizes, breaksWordsAtPx: 86, leading: 1.1, heightPx: 1130 });
  const subtitle = fit('subtitle', { ...plain, sizesPx: subtitleSizes, heightPx: 310 });
  const creators = fit('creators', { ...plain, sizesPx: creatorSizes, heightPx: 370 });
  const publisher = fit('publisher', { ...plain, sizesPx: publisherSizes, heightPx: 120 });

  const fromRight = startsRightToLeft(words.title[0] ?? words.subtitle[0] ?? '');
  const draw = (text: FittedText, colour: Rgb, topPx: number): string => {
    const paths = text.lines.map((line, index) => {
      const xPx = fromRight ? coverWidthPx - marginPx - line.widthPt : marginPx;
      // The capitals of a line end about 0.95 of the size below its top.
      return drawLine(line, { xPx, baselinePx: topPx + index * text.leadingPx + text.sizePx * 0.95 });
    });
    return `<g fill="${hexColour(colour)}">${paths.join('')}</g>`;
  };
  const height = (text: FittedText): number => text.lines.length * text.leadingPx;
  const subtitleTopPx = titleTopPx + (title.lines.length > 0 ? height(title) + subtitleGapPx : 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${coverWidthPx}" height="${coverHeightPx}">`,
    drawScenery(fromRight),
    draw(title, titleInk, titleTopPx),
    draw(subtitle, softInk, subtitleTopPx),
    draw(creators, titleInk, creatorsBottomPx - height(creators)),
    draw(publisher, softInk, publisherBottomPx - height(publisher)),
    '</svg>',
  ].join('\n');
}

/** The ground, a large leaf in two shades of it, a bar above the title and a hairline above the publisher. */
function drawScenery(fromRight: boolean): string {
  const [ground, dark, light] = grounds.map(hexColour);
  const half = (side: 1 | -1, fill: string | undefined): string =>
    `<path fill="${fill}" d="M0 -1000C${side * 560} -560 ${side * 600} 220 0 1000Z"/>`;
  const leaf = `<g transform="translate(1190 1640) rotate(38)">${half(-1, dark)}${half(1, light)}</g>`;
  const { y, width, height } = barPx;
  const bar = `<rect x="${marginPx}" y="${y}" width="${width}" height="${height}"/>`;
  const hairline = `<rect x="${marginPx}" y="${hairlinePx}" width="${coverWidthPx - 2 * marginPx}" height="3"/>`;
  const mirror = fromRight ? ` transform="translate(${coverWidthPx} 0) scale(-1 1)"` : '';
  return [
    `<rect width="${coverWidthPx}" height="${coverHeightPx}" fill="${ground}"/>`,
    `<g${mirror}>${leaf}<g fill="${hexColour(accent)}">${bar}${hairline}</g></g>`,
  ].join('\n');
}
