/**
 * A value as JSON (RFC 8259) on lines of its own. JSON escapes the controls below U+0020 alone; those above are escaped too, so that a
 * terminal obeys none and no name is changed.
 */
export function printJson(value: unknown): string {
  return printed(value, 2);
}

/** The same on one line. */
export function printJsonLine(value: unknown): string {
  return printed(value, 0);
}

function printed(value: unknown, indent: number): string {
  const escaped = (character: string): string => `\\u00${character.charCodeAt(0).toString(16)}`;
  return `${JSON.stringify(value, null, indent).replace(/[\u007f-\u009f]/gu, escaped)}\n`;
}
