/** The signs that have a name in XML and in HTML alike (XML 1.0 §4.6). */
const names: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Those that markup gives a meaning in a text or between double quotes. */
const markup = /[&<>"]/gu;

/** The same text with a reference for each sign that markup would take for its own, or for others: by its name, or its number. */
export function withReferences(text: string, signs: RegExp = markup): string {
  return text.replace(signs, (sign) => names.get(sign) ?? numericReference(sign));
}

/** The same text with a reference by its number for each sign that markup would take for its own, or for others. */
export function withNumericReferences(text: string, signs: RegExp = markup): string {
  return text.replace(signs, numericReference);
}

/** The text that was given to either. */
export function withoutReferences(written: string): string {
  return written.replace(/&(?:(?:amp|lt|gt|quot)|#(\d+));/gu, (reference, digits?: string) =>
    digits === undefined ? (characters.get(reference) ?? reference) : String.fromCodePoint(Number(digits)),
  );
}

const characters: ReadonlyMap<string, string> = new Map(
  [...names].map(([character, reference]) => [reference, character]),
);

function numericReference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
