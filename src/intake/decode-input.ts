/** The characters of an input and the name of the encoding they were in (Encoding Standard §4.2). */
export interface DecodedInput {
  readonly text: string;
  readonly encoding: string;
}

/**
 * The characters of an input: by its byte order mark, else by the encoding given or declared, else as UTF-8. What went
 * wrong is told as a sentence, with the offset of the first byte that does not belong.
 */
export function decodeInput(
  bytes: Uint8Array,
  { declared }: { readonly declared: string | undefined },
): DecodedInput | { readonly problem: string } {
  const label = fromMark(bytes) ?? declared ?? 'utf-8';
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    return { problem: `There is no encoding “${label}”` };
  }
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    const offset = invalidOffset(bytes, label);
    return { problem: `Not ${decoder.encoding}: the byte at offset ${offset} does not belong` };
  }
}

/** The encoding that an HTML page declares in its first 1,024 bytes (HTML §13.2.3.2). */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /<meta\s[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/iu.exec(head)?.[1];
}

function fromMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
}

/** Where decoding fails: one byte at a time from the longest prefix that is known to be good. */
function invalidOffset(bytes: Uint8Array, label: string): number {
  const isGood = (length: number): boolean => {
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isGood(middle)) low = middle;
    else high = middle - 1;
  }
  return Math.min(low, bytes.length - 1);
}

// UTF-8 read as windows-1252, and what decoders put where they gave up.
const mojibake =
  /Ã[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E]|â€[\u0098-\u009D\u2018-\u201D\u2122\u0153¦]|Â[\u00A0-\u00BF]|\uFFFD/gu;

/** Characters that look like text decoded wrongly: how many, and the line of the first. */
export function findMojibake(text: string): { readonly count: number; readonly line: number } | undefined {
  const found = [...text.matchAll(mojibake)];
  const [first] = found;
  if (!first) return undefined;
  return { count: found.length, line: text.slice(0, first.index).split('\n').length };
}
