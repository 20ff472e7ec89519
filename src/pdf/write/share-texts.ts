import type { StringObject } from 'pdfkit';

/** From this length strings are shared, UTF-16 units. */
const sharedLength = 2048;

/**
 * Makes strings of a file: short ones where they stand, and of a long one an object that `ref` opens, once for all that
 * have the same. A link says its words and its address on each of its lines: with a long one the file would grow by its square.
 */
export function shareTexts<Reference extends { end(): void }>(
  ref: (value: StringObject) => Reference,
): (value: string) => StringObject | Reference {
  const shared = new Map<string, Reference>();
  return (value) => {
    if (value.length < sharedLength) return new String(value);
    let text = shared.get(value);
    if (!text) {
      text = ref(new String(value));
      shared.set(value, text);
      text.end();
    }
    return text;
  };
}
