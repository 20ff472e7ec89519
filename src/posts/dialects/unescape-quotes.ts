/** A value between quotes in braces, in which a backslash keeps a quote or another backslash from being a sign (kramdown, “Attribute List Definitions”). */
export function unescapeQuotes(value: string): string {
  return value.replace(/\\(["'\\])/gu, '$1');
}
