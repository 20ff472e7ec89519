/** A picture that an address itself holds. */
export interface PictureData {
  readonly bytes: Uint8Array;
  /** With its dot, after what it is. */
  readonly extension: string;
}

const extensions: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/svg+xml': '.svg',
};

/** The picture in a `data:` address (RFC 2397); `undefined` for other addresses and other kinds of data. */
export function readPictureData(address: string): PictureData | undefined {
  // Patterns would exhaust the stack over a picture of some megabytes.
  const comma = address.indexOf(',');
  const [kind, ...parameters] = address
    .slice(0, Math.min(Math.max(comma, 0), 200))
    .toLowerCase()
    .split(';');
  const extension = kind?.startsWith('data:') === true ? extensions[kind.slice(5).trim()] : undefined;
  if (extension === undefined) return undefined;
  const data = percentDecoded(Buffer.from(address.slice(comma + 1)));
  const isBase64 = parameters.at(-1)?.trim() === 'base64';
  const bytes = isBase64 ? Buffer.from(data.toString('latin1'), 'base64') : data;
  return bytes.length === 0 ? undefined : { bytes, extension };
}

function percentDecoded(data: Buffer): Buffer {
  if (!data.includes('%')) return data;
  const out = Buffer.alloc(data.length);
  let length = 0;
  for (let at = 0; at < data.length; at += 1) {
    const digits = data[at] === 0x25 ? data.toString('latin1', at + 1, at + 3) : '';
    const isEscape = /^[0-9a-f]{2}$/iu.test(digits);
    out[length] = isEscape ? Number.parseInt(digits, 16) : (data[at] ?? 0);
    length += 1;
    if (isEscape) at += 2;
  }
  return out.subarray(0, length);
}
