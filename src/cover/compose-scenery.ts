import { accent, grounds, hexColour } from './cover-colours.ts';
import { coverMetrics } from './cover-metrics.ts';

/** What stands on every cover, as SVG 1.1: the ground, a large leaf in two shades of it, a bar above the title and a hairline above the publisher. */
export function composeScenery({
  fromRight,
  widthPx,
}: {
  readonly fromRight: boolean;
  readonly widthPx: number;
}): string {
  const { cover, bar, hairline } = coverMetrics;
  const [ground, dark, light] = grounds.map(hexColour);
  const line = (
    { topPx, heightPx }: { readonly topPx: number; readonly heightPx: number },
    longPx: number,
  ): string => `<rect x="${cover.marginPx}" y="${topPx}" width="${longPx}" height="${heightPx}"/>`;
  const lines = line(bar, bar.widthPx) + line(hairline, widthPx - 2 * cover.marginPx);
  const mirror = fromRight ? ` transform="translate(${widthPx} 0) scale(-1 1)"` : '';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${cover.heightPx}">`,
    `<rect width="${widthPx}" height="${cover.heightPx}" fill="${ground}"/>`,
    `<g${mirror}>${drawLeaf([dark, light], widthPx)}<g fill="${hexColour(accent)}">${lines}</g></g>`,
    '</svg>',
  ].join('\n');
}

function drawLeaf([left, right]: readonly [string | undefined, string | undefined], widthPx: number): string {
  const { fromEdgePx, yPx, turnDegrees, tipPx, upperPx, lowerPx } = coverMetrics.leaf;
  const half = (side: 1 | -1, fill: string | undefined): string =>
    `<path fill="${fill}" d="M0 ${-tipPx}C${side * upperPx.x} ${upperPx.y} ${side * lowerPx.x} ${lowerPx.y} 0 ${tipPx}Z"/>`;
  return `<g transform="translate(${widthPx - fromEdgePx} ${yPx}) rotate(${turnDegrees})">${half(-1, left)}${half(1, right)}</g>`;
}
