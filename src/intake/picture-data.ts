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
  const [, kind = '', parameters = '', data = ''] =
    /^data:([a-z0-9.+/-]*)([^,]*),([^]*)$/iu.exec(address) ?? [];
  const extension = extensions[kind.toLowerCase()];
  if (extension === undefined || data === '') return undefined;
  const plain = percentDecoded(data);
  const bytes = /;\s*base64\s*$/iu.test(parameters) ? Buffer.from(plain.toString('latin1'), 'base64') : plain;
  return bytes.length === 0 ? undefined : { bytes, extension };
}

function percentDecoded(text: string): Buffer {
  const parts = text.split(/((?:%[0-9a-f]{2})+)/iu);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 0 ? Buffer.from(part) : Buffer.from(part.replaceAll('%', ''), 'hex'),
    ),
  );
}
