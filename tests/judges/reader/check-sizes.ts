import type { Reader } from './open-reader.ts';

/** How a person has set type: a size in per cent, and other styles. */
export interface Setting {
  readonly name: string;
  readonly css: string;
}

const size = (percent: number): string => `html { font-size: ${percent}% !important }`;

/** A face of the system that is wider than most. */
const ownFace = `* { font-family: 'DejaVu Sans', Verdana, sans-serif !important }`;

// WCAG 2.2, SC 1.4.12.
const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** WCAG 2.2, SC 1.4.4 asks for 200 %, SC 1.4.10 for 400 % on a desktop; each with the face of the book and another. */
export const settings: readonly Setting[] = [
  ...[100, 200, 400].flatMap((percent) => [
    { name: `${percent} %`, css: size(percent) },
    { name: `${percent} %, own face`, css: size(percent) + ownFace },
  ]),
  { name: '200 %, own face and spacing', css: size(200) + ownFace + spaced },
];

/** Goes to documents with each setting: no word may lie on another, be cut off, ask for scrolling, or break in a table with room. */
export async function checkSizes(
  reader: Reader,
  files: readonly string[],
  tried: readonly Setting[] = settings,
): Promise<{ readonly words: number; readonly findings: readonly string[] }> {
  const findings: string[] = [];
  let words = 0;
  for (const { name, css } of tried) {
    await reader.setStyles(css);
    for (const file of files) {
      await reader.goTo(file);
      const misplaced = await reader.misplaced();
      words += misplaced.words;
      const kinds = ['beyond', 'overlapping', 'scrolling', 'broken'] as const;
      for (const kind of kinds)
        for (const what of new Set(misplaced[kind])) findings.push(`${name}: ${file}: ${kind}: ${what}`);
    }
  }
  return { words, findings };
}
