/** Headers by their names in lower case; of one that stands twice, the first. */
export type Headers = ReadonlyMap<string, string>;

/** Reads lines `Name: value`; a line that begins with a blank goes on with the one before (RFC 9112 §5.2). */
export function readHeaders(text: string): Headers {
  const headers = new Map<string, string>();
  let last = '';
  for (const line of text.split(/\r?\n/u)) {
    if (/^[ \t]/u.test(line)) {
      const before = headers.get(last);
      if (before !== undefined) headers.set(last, `${before} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    if (headers.has(last)) last = '';
    else headers.set(last, line.slice(colon + 1).trim());
  }
  return headers;
}
