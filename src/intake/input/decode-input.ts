/** The characters of an input and the name of the encoding they were in (Encoding Standard §4.2). */
export interface DecodedInput {
  readonly text: string;
  readonly encoding: string;
  /** Where the declared encoding did not fit and the one given was taken. */
  readonly doubt?: string;
}

/**
 * The characters of an input: by its byte order mark, else by the encoding declared, else by the one given, else as UTF-8.
 * The encoding given is also taken where the declared one does not fit. What went wrong is told as a sentence, with the
 * offset of the first byte that does not belong.
 */
export function decodeInput(
  bytes: Uint8Array,
  { declared, given }: { readonly declared: string | undefined; readonly given?: string | undefined },
): DecodedInput | { readonly problem: string } {
  const mark = fromMark(bytes);
  const label = mark ?? declared ?? given ?? 'utf-8';
  const decoded = decodeAs(bytes, label);
  if (mark !== undefined || declared === undefined || given === undefined) return decoded;
  if ('text' in decoded) {
    const doubt = `${decoded.encoding} is declared and was taken, not ${given}`;
    return decoded.encoding === given ? decoded : { ...decoded, doubt };
  }
  const other = decodeAs(bytes, given);
  return 'text' in other ? { ...other, doubt: `${decoded.problem}; taken as ${given}` } : decoded;
}

function decodeAs(bytes: Uint8Array, label: string): DecodedInput | { readonly problem: string } {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    return { problem: `There is no encoding “${label}”` };
  }
  try {
    // As a stream: Node 20 otherwise decodes windows-1252 as ISO 8859-1.
    const text = decoder.decode(bytes, { stream: true }) + decoder.decode();
    const zeros = text.match(/\0/gu)?.length ?? 0;
    if (zeros * 5 > text.length) {
      const offset = bytes.indexOf(0);
      const reason = `${zeros} bytes are zero, the first at offset ${offset}, as in UTF-16 without a byte order mark`;
      return { problem: `Not ${decoder.encoding}: ${reason}` };
    }
    return { text, encoding: decoder.encoding };
  } catch {
    const offset = invalidOffset(bytes, label);
    return { problem: `Not ${decoder.encoding}: the byte at offset ${offset} does not belong` };
  }
}

/** The encoding that an HTML page declares in its first 1,024 bytes (HTML §13.2.3.2), in `meta` or as XML does. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const xml = /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/iu.exec(head)?.[1];
  // A comment that never ends hides all behind it.
  const shown = head.replace(/<!--[^]*?(?:-->|$)/gu, '');
  const label =
    [...shown.matchAll(/<meta\s([^>]*)/giu)].map(([, facts = '']) => charsetOf(facts)).find(isGiven) ?? xml;
  // What could be read so far is not in UTF-16.
  return label !== undefined && /^utf-?16/iu.test(label) ? 'utf-8' : label;
}

/** The last one where a tag has more than one. */
function charsetOf(facts: string): string | undefined {
  return [...facts.matchAll(/charset(?=\s*=\s*(?:["']\s*)?([\w.:-]+))/giu)].at(-1)?.[1];
}

function isGiven(label: string | undefined): label is string {
  return label !== undefined;
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

// What XML 1.0 §2.2 forbids, C1 controls, and noncharacters: no post can show them.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;

/** A text without control characters: how many there were, and the line of the first. */
export function withoutControls(text: string): {
  readonly text: string;
  readonly count: number;
  readonly line: number;
} {
  const found = [...text.matchAll(control)];
  const line = text.slice(0, found[0]?.index ?? 0).split('\n').length;
  return { text: found.length === 0 ? text : text.replace(control, ''), count: found.length, line };
}
