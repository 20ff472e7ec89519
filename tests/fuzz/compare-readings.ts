import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStructText } from '../../src/judges/read-struct-text.ts';
import { readEpub } from '../../src/readback/read-epub.ts';
import { structTextWords } from '../judges/struct-text-words.ts';
import type { Made } from './build-batch.ts';
import type { Finding } from './finding.ts';
import type { Input } from './make-input.ts';

/** What was compared, and what differs. */
export interface Comparison {
  readonly compared: number;
  /** How many files differ in nothing but which signs of emphasis are emphasis. */
  readonly emphasis: number;
  readonly findings: readonly Finding[];
}

/**
 * Holds the words of the files that were made of plain posts against those that cmark-gfm reads: of a PDF as Poppler finds them by
 * its tags, of an EPUB by its spine.
 */
export async function compareReadings(
  inputs: readonly Input[],
  made: readonly Made[],
  python: string,
): Promise<Comparison> {
  const plain = inputs.flatMap(({ stem, body }) => (body === undefined ? [] : [{ stem, body }]));
  const pages = readByCmark(
    plain.map(({ body }) => body),
    python,
  );
  const wanted = new Map(plain.map(({ stem }, index) => [stem, `T ${htmlWords(pages[index] ?? '')}`.trim()]));
  const noted = new Set(plain.filter(({ body }) => body.includes('[^')).map(({ stem }) => stem));
  // An EPUB claims nothing of itself: it counts where the PDF beside it claims.
  const claiming = new Set(
    made.flatMap(({ stem, isClaiming }) => (isClaiming && stem !== undefined ? [stem] : [])),
  );
  const findings: Finding[] = [];
  let compared = 0;
  let emphasis = 0;
  for (const { path, stem, format } of made) {
    const words = stem === undefined ? undefined : wanted.get(stem);
    if (words === undefined || stem === undefined || !claiming.has(stem)) continue;
    compared += 1;
    const found = await readWords(path, format);
    const what = differenceOf(words, singleSpaced(found), noted.has(stem));
    if (what === undefined) continue;
    if (differenceOf(withoutEmphasis(words), withoutEmphasis(singleSpaced(found)), true) === undefined)
      emphasis += 1;
    else findings.push({ check: 'words', stem, what: `${format}: ${what}` });
  }
  return { compared, emphasis, findings };
}

/** The words of a file; of one that cannot be read, why. */
async function readWords(path: string, format: Made['format']): Promise<string> {
  try {
    if (format === 'pdf') return structTextWords(await readStructText(path));
    return (await readEpub(readFileSync(path))).text;
  } catch (error) {
    return String(error);
  }
}

function readByCmark(bodies: readonly string[], python: string): readonly string[] {
  if (bodies.length === 0) return [];
  const script = join(import.meta.dirname, 'read-by-cmark.py');
  const options = { input: JSON.stringify(bodies), encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
  // The script writes a list of texts, one for each that it is given.
  return JSON.parse(execFileSync(join(python, 'python3'), [script], options)) as readonly string[];
}

const blockTag =
  /<\/?(?:p|h[1-6]|li|[uod]l|d[td]|blockquote|pre|table|t(?:head|body|foot|r|h|d)|div|hr|br|section)\b[^<>]*>/gu;
const noteMark = /<sup class="footnote-ref">.*?<\/sup>|<a [^<>]*footnote-backref[^<>]*>.*?<\/a>/gu;
const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The words of what cmark-gfm writes, without the marks of notes. */
export function htmlWords(html: string): string {
  const text = html
    .replace(noteMark, '')
    .replace(blockTag, '\n')
    .replace(/<[^<>]*>/gu, '');
  return singleSpaced(text.replace(/&(amp|lt|gt|quot);/gu, (_all, name: string) => signs[name] ?? ''));
}

/**
 * Words without the signs of emphasis. A run of signs of which some are used already is counted whole by the rule of three of CommonMark
 * (§6.2, rules 9 and 10), and by micromark 4 as what is left of it: `**a* b.*_c_` has one sign more there.
 */
function withoutEmphasis(text: string): string {
  return singleSpaced(text.replace(/[*_~]/gu, ''));
}

/** Words as both sides may have them: the model spells the ligatures of fonts out in prose. */
function singleSpaced(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Where two readings part; where one has notes, which stand elsewhere, only whether each has the words of the other. */
export function differenceOf(wanted: string, found: string, hasNotes: boolean): string | undefined {
  const [one, other] = [wanted, found].map((text) => {
    const words = text.split(' ');
    return hasNotes ? words.toSorted() : words;
  });
  if (!one || !other) return undefined;
  const at = one.findIndex((word, index) => word !== other[index]);
  if (at < 0 && one.length === other.length) return undefined;
  const from = at < 0 ? one.length : at;
  return `after ${from} words “${other.slice(from, from + 6).join(' ')}” stands for “${one.slice(from, from + 6).join(' ')}”`;
}
