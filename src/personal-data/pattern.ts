/** A form that numbers of persons have. */
export interface Pattern {
  /** What it is, for a message: “A Canadian social insurance number”. */
  readonly what: string;
  /** Global; matches a bounded stretch. */
  readonly expression: RegExp;
  /** Whether what has the form is one: what stands around it, check digits, dates. */
  readonly isOne: (match: RegExpExecArray) => boolean;
  /** Words of which one stands close before it or behind it, where the form alone may be anything. */
  readonly beside?: RegExp;
}

/** Whether what matches stands by itself and is one: not a part of a longer number, of a path, an address or an id. */
export function alone(isOne: Pattern['isOne'] = () => true): Pattern['isOne'] {
  return (match) => {
    const { input, index, 0: text } = match;
    const end = index + text.length;
    const before = input.slice(Math.max(0, index - 3), index);
    if (/[\p{L}\p{N}_./#=+-]$|\p{N}[ \u00A0]$/u.test(before)) return false;
    if (/^(?:[\p{L}\p{N}_/=-]|[.,]\d|[ \u00A0]\p{N})/u.test(input.slice(end, end + 3))) return false;
    return isOne(match);
  };
}

/** The digits of a match. */
export function digitsOf(text: string): string {
  return text.replace(/\D/gu, '');
}
