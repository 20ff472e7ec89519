/** A colour of sRGB, each part 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What a cover is drawn on, up to its edges. */
export const drawnGround: Rgb = [20, 46, 70];

/** What words may stand on: the ground, and the two halves of the leaf, which are only shades of it. */
export const grounds: readonly Rgb[] = [drawnGround, [26, 55, 81], [32, 63, 91]];

/** Of the words of the title: at least 7:1 on each ground, as is the other ink (WCAG 2.2 SC 1.4.6). */
export const titleInk: Rgb = [252, 249, 241];
/** Of all words but the title. */
export const softInk: Rgb = [221, 229, 238];

/** Of lines that say nothing. */
export const accent: Rgb = [232, 186, 96];

/** The colour as SVG writes it, `#142e46`. */
export function hexColour(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
