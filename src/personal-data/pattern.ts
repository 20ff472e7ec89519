/** A form that numbers of persons have. */
export interface Pattern {
  /** What it is, for a message: “A Canadian social insurance number”. */
  readonly what: string;
  /** Global; matches a bounded stretch, whole numbers only. */
  readonly expression: RegExp;
  /** Whether what has the form is one: check digits, dates. */
  readonly isOne: (match: RegExpExecArray) => boolean;
  /** Words of which one stands close before it or behind it, where the form alone may be anything. */
  readonly beside?: RegExp;
}

/** A number that stands by itself: not a part of a longer one, of a path, an address or an id. */
export function numberPattern(form: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}_./#=+-]|[\\p{N}][ \\u00A0])(?:${form})(?![\\p{L}\\p{N}_/=-]|[.,]\\d|[ \\u00A0]\\p{N})`,
    'gu',
  );
}

/** Signs that stand between the parts of a number, or none. */
export const gap = '[-.\\u2010-\\u2013 \\u00A0]?';

/** The digits of a match. */
export function digitsOf(text: string): string {
  return text.replace(/\D/gu, '');
}
