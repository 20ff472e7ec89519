import { createHash } from 'node:crypto';

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
