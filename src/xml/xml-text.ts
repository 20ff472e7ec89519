// XML 1.0 §2.2, production 2: what is not a Char. With the `u` flag only lone surrogates match `\p{Cs}`.
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const notChar = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** The same text with U+FFFD for each character that XML cannot hold, so that words do not run together where one is lost. */
export function xmlText(text: string): string {
  return text.replace(notChar, '\uFFFD');
}

/** The same text in one line of legal characters; may be empty. */
export function xmlLine(text: string): string {
  return xmlText(text).replace(/\s+/gu, ' ').trim();
}
