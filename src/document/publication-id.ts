import { createHash } from 'node:crypto';

// RFC 9562 §6.6: the DNS name space.
const namespace = Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex');

/** What an identifier is for: each has its own, and pages of another size are other pages. */
export type EditionKind = 'pdf' | 'pdf-a4' | 'epub';

/** `urn:uuid:` with a UUIDv5 (RFC 9562 §5.5) of the digest of what was read and the kind of file: the same input, the same identifier. */
export function publicationId(sha256: string, kind: EditionKind): string {
  const digest = createHash('sha1').update(namespace).update(`tagleaf:${kind}:${sha256}`).digest();
  const bytes = digest.subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
