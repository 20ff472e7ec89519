/** The lines of a tag file, and what is wrong with its bytes: sentences without a subject. */
export interface TagFileLines {
  readonly lines: readonly string[];
  readonly faults: readonly string[];
}

/** The lines of a tag file in UTF-8, which LF, CR or CRLF end (RFC 8493 §2.3); none where it is not UTF-8. */
export function decodeTagFile(bytes: Uint8Array): TagFileLines {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { lines: [], faults: ['is not UTF-8'] };
  }
  const marked = text.startsWith('\uFEFF');
  const lines = (marked ? text.slice(1) : text).split(/\r\n|\n|\r/u);
  if (lines.at(-1) === '') lines.pop();
  return { lines, faults: marked ? ['begins with a byte-order mark'] : [] };
}
