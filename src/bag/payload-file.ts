/** What a payload file is to the record: the copy of record, a copy for readers, or what explains them. */
export type PayloadRole =
  | 'record-copy'
  | 'access-copy'
  | 'capture'
  | 'source'
  | 'metadata'
  | 'report'
  | 'build';

/** One file of a bag's payload, as it was when it was written (RFC 8493 §2.1.2, §2.1.3). */
export interface PayloadFile {
  /** Path from the bag's folder, with `/` between its parts; begins with `data/`. */
  readonly path: string;
  readonly bytes: number;
  /** Digest in lower-case hexadecimal digits. */
  readonly sha256: string;
  /** Digest in lower-case hexadecimal digits. */
  readonly sha512: string;
  readonly role: PayloadRole;
  /** PRONOM's identifier of the file's format, where it is known. */
  readonly puid?: string;
  readonly mediaType?: string;
  /** What the file was called where it came from, if it is filed under another name. */
  readonly originalName?: string;
}
