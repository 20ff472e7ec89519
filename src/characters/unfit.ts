import { codePoint } from './code-point.ts';

// Controls but tab and line ends (XML 1.0 §2.2 forbids most of them), noncharacters (Unicode 16 §23.7), halves of surrogate pairs, and
// the byte order mark, which means nothing within a text (§23.8) and to which PDF/UA forbids to map a glyph (ISO 14289-1 §7.21.7).
const unfit = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}\p{Cs}\uFEFF]/gu;

// Vertical tab, form feed and next line part words.
const parting: ReadonlySet<string> = new Set(['\u000B', '\u000C', '\u0085']);

/** The same text without the characters that neither output can hold; a space for those that part lines. `tell` is called with each that went. */
export function withoutUnfit(text: string, tell?: (character: string) => void): string {
  return text.replace(unfit, (character) => {
    tell?.(character);
    return parting.has(character) ? ' ' : '';
  });
}

/** What became of a character that `withoutUnfit` took, with its code point; `times` where it was more than once. */
export function describeUnfit(character: string, times = 1): string {
  const done = parting.has(character) ? 'replaced by a space' : 'removed';
  return `${kindOf(character)} ${codePoint(character)} ${done}${times === 1 ? '' : `, ${times} times`}`;
}

function kindOf(character: string): string {
  if (character === '\uFEFF') return 'Byte order mark';
  if (/\p{Cs}/u.test(character)) return 'Half a character';
  return /\p{Noncharacter_Code_Point}/u.test(character) ? 'Noncharacter' : 'Control character';
}

/** How often each character that neither output can hold stands in a text, in the order in which they first do. */
export function countUnfit(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  withoutUnfit(text, (character) => counts.set(character, (counts.get(character) ?? 0) + 1));
  return counts;
}

/** The first text of a value, however deep, that holds such a character: the keys that lead to it, and what it holds. */
export function findUnfit(
  value: unknown,
): { readonly keys: readonly (string | number)[]; readonly holds: string } | undefined {
  for (const { keys, text } of textsOf(value)) {
    const [character] = countUnfit(text).keys();
    if (character !== undefined) return { keys, holds: `${kindOf(character)} ${codePoint(character)}` };
  }
  return undefined;
}

/** All texts of a value, however deep, each with the keys that lead to it. */
export function* textsOf(
  value: unknown,
  keys: readonly (string | number)[] = [],
): Generator<{ readonly keys: readonly (string | number)[]; readonly text: string }> {
  if (typeof value === 'string') yield { keys, text: value };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsOf(item, [...keys, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, [...keys, key]);
  }
}
