import { createHash } from 'node:crypto';

/**
 * Why bytes are no whole WARC file, or `undefined`: each record has a version, headers, as many bytes as it announces,
 * and two line ends (ISO 28500 §4). Parsers take what is cut off for whole.
 */
export function findWarcFlaw(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isVersion(buffer, 0)) return 'The file does not begin with a WARC record';
  let at = 0;
  while (at < buffer.length) {
    if (!isVersion(buffer, at)) return `No WARC record begins at byte ${at}, where the record before ends`;
    const headersEnd = buffer.indexOf('\r\n\r\n', at);
    if (headersEnd < 0) return `The WARC record at byte ${at} is cut off in its headers`;
    const length = /\r\nContent-Length:[ \t]*(\d{1,15})[ \t]*(?:\r\n|$)/iu.exec(
      buffer.toString('latin1', at, headersEnd),
    )?.[1];
    if (length === undefined) return `The WARC record at byte ${at} does not say its length`;
    const end = headersEnd + 4 + Number(length);
    if (end > buffer.length)
      return `The WARC record at byte ${at} is cut off: ${buffer.length - headersEnd - 4} of its ${length} bytes are there`;
    if (buffer.toString('latin1', end, end + 4) !== '\r\n\r\n')
      return `The WARC record at byte ${at} does not end after its ${length} bytes`;
    at = end + 4;
  }
  return undefined;
}

function isVersion(buffer: Buffer, at: number): boolean {
  return /^WARC\/1\.[01]\r\n$/u.test(buffer.toString('latin1', at, at + 10));
}

/** Whether bytes have a labelled digest (`sha1:` and base 32, or hexadecimal); `undefined` where the algorithm is not known here. */
export function hasDigest(digest: string, candidates: readonly Uint8Array[]): boolean | undefined {
  const [, label = '', value = ''] = /^([^:]+):(.+)$/u.exec(digest.trim()) ?? [];
  const algorithm = label.toLowerCase().replace('-', '');
  if (!['md5', 'sha1', 'sha256', 'sha384', 'sha512'].includes(algorithm)) return undefined;
  const wanted = value.replace(/(?<!=)=+$/u, '').toLowerCase();
  return candidates.some((bytes) => {
    const made = createHash(algorithm).update(bytes).digest();
    return [made.toString('hex'), base32(made)].includes(wanted);
  });
}

/** RFC 4648 §6, lower case, without padding. */
function base32(bytes: Uint8Array): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  let bits = 0;
  let held = 0;
  let out = '';
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += letters[(held >> bits) & 31];
    }
  }
  return bits === 0 ? out : out + letters[(held << (5 - bits)) & 31];
}
