import type { PdfText } from '../../captures/pdf/read-pdf.ts';
import { blocksOf, type PdfBlock } from './paragraphs.ts';
import { hyphenatedWords, joinLines } from './join-lines.ts';
import { linesOf } from './lines.ts';
import { withoutRunningLines } from './running-lines.ts';

/** A PDF as the page that it could have been, and what was undone of its printing. */
export interface PdfPage {
  readonly html: string;
  readonly leftOut: readonly string[];
  readonly repaired: readonly string[];
}

/** The text of a PDF as HTML: headings by their size, paragraphs, items of lists; without running lines and hyphens at line ends. */
export function pdfToHtml(pdf: PdfText): PdfPage {
  const { pages, running } = withoutRunningLines(pdf.pages.map(linesOf));
  const hyphenated = hyphenatedWords(pages.flatMap((lines) => lines.map(({ text }) => text)));
  const parted: string[] = [];
  const blocks = blocksOf(pages);
  const levels = levelsOf(blocks);
  const written = blocks.map((block) => {
    const joined = joinLines(block.lines, hyphenated);
    for (const word of joined.parted) parted.push(word);
    return element(joined.text, levels.get(block));
  });
  const title = pdf.title === undefined ? '' : `<title>${escaped(pdf.title)}</title>`;
  const lang = pdf.lang === undefined ? '' : ` lang="${escaped(pdf.lang)}"`;
  return {
    html: `<!doctype html><html${lang}><head>${title}</head><body><main>\n${written.join('\n').replaceAll('</ul>\n<ul>', '\n')}\n</main></body></html>`,
    leftOut: running.map(({ text, count }) => `Left out: “${text}” at the edge of ${count} pages`),
    repaired: repairOf(parted),
  };
}

/** A heading is no longer than this, and larger than the text by this. */
const mostOfHeading = 200;
const leastRatio = 1.12;

/** Headings by their size: the largest are of the first level. */
function levelsOf(blocks: readonly PdfBlock[]): ReadonlyMap<PdfBlock, number> {
  const body = bodySize(blocks);
  const isLarge = ({ size, lines }: PdfBlock): boolean =>
    size > leastRatio * body && lines.join(' ').length <= mostOfHeading;
  const large = blocks.filter(isLarge);
  const sizes = [...new Set(large.map(({ size }) => step(size)))].toSorted((one, other) => other - one);
  return new Map(large.map((block) => [block, Math.min(6, sizes.indexOf(step(block.size)) + 1)]));
}

function step(size: number): number {
  return Math.round(size * 2) / 2;
}

/** The size that most letters have. */
function bodySize(blocks: readonly PdfBlock[]): number {
  const letters = new Map<number, number>();
  for (const { size, lines } of blocks)
    letters.set(step(size), (letters.get(step(size)) ?? 0) + lines.join('').length);
  const [first] = [...letters].toSorted(([one, few], [other, many]) => many - few || one - other);
  return first?.[0] ?? 0;
}

function element(text: string, level: number | undefined): string {
  if (level !== undefined) return `<h${level}>${escaped(text)}</h${level}>`;
  const [sign, item = ''] = /^[•‣▪◦●○∙]\s*(\S[^]*)$/u.exec(text) ?? [];
  return sign === undefined ? `<p>${escaped(text)}</p>` : `<ul><li>${escaped(item)}</li></ul>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** So many words are named. */
const mostNamed = 20;

function repairOf(parted: readonly string[]): readonly string[] {
  if (parted.length === 0) return [];
  const named = parted.slice(0, mostNamed).map((word) => `“${word}”`);
  const more = parted.length > mostNamed ? `, and ${parted.length - mostNamed} more` : '';
  return [`Words joined that were parted at the ends of lines: ${named.join(', ')}${more}`];
}
