import { closeSync, openSync, readSync } from 'node:fs';
import { sha256Of } from '../files/digest.ts';
import { readOnly } from '../files/regular-file.ts';

/** A stretch of bytes of an entry, by what they are. */
export interface EntryPart {
  readonly bytes: number;
  readonly sha256: string;
}

/** What an entry says, without the bytes of its parts. */
export interface EntryHead {
  /** Plain data, as it was kept. */
  readonly value: unknown;
  readonly parts: readonly EntryPart[];
}

/** An entry that was found whole as far as its head goes. */
export interface FoundEntry extends EntryHead {
  /** The bytes of a part, by its number; `undefined` where they are not those that were kept. */
  readonly read: (part: number) => Uint8Array | undefined;
}

// The first line: a name and the version of this form, the digest of the head, its length. Then the head as JSON, then the parts.
const firstLine = /^tagleaf-cache 1 ([0-9a-f]{64}) (\d{1,10})\n/u;
const longestFirstLine = 100;
/** So much is read at once: most heads are shorter. */
const firstBytes = 32_768;

/** The bytes of an entry, in stretches that follow each other. */
export function encodeEntry(
  key: string,
  value: unknown,
  parts: readonly (EntryPart & { readonly content: Uint8Array })[],
): readonly Uint8Array[] {
  const kept = parts.map(({ bytes, sha256 }) => ({ bytes, sha256 }));
  const head = Buffer.from(JSON.stringify({ key, value, parts: kept }));
  const first = Buffer.from(`tagleaf-cache 1 ${sha256Of(head)} ${head.length}\n`);
  return [Buffer.concat([first, head]), ...parts.map(({ content }) => content)];
}

/**
 * Reads the head of an entry; `undefined` where there is none, where it is damaged, or is that of another key. What was cut off is
 * seen by the digests of its parts.
 */
export function readEntry(path: string, key: string): FoundEntry | undefined {
  const begin = readStretch(path, 0, firstBytes);
  if (begin === undefined) return undefined;
  const line = firstLine.exec(begin.subarray(0, longestFirstLine).toString('latin1'));
  const [whole = '', sha256 = '', digits = ''] = line ?? [];
  if (whole === '') return undefined;
  const [start, length] = [whole.length, Number(digits)];
  const head =
    start + length <= begin.length ? begin.subarray(start, start + length) : readStretch(path, start, length);
  if (head?.length !== length || sha256Of(head) !== sha256) return undefined;
  // Sound: the digest says that these are the bytes that were kept under this form.
  const {
    key: own,
    value,
    parts,
  } = JSON.parse(head.toString('utf8')) as EntryHead & { readonly key: string };
  if (own !== key) return undefined;
  const read = (number: number): Uint8Array | undefined => {
    const part = parts[number];
    if (!part) return undefined;
    const before = parts.slice(0, number).reduce((sum, { bytes }) => sum + bytes, 0);
    const content = readStretch(path, start + length + before, part.bytes);
    return content && sha256Of(content) === part.sha256 ? content : undefined;
  };
  return { value, parts, read };
}

/** So many bytes of a file from an offset on, or fewer where it ends before; `undefined` where it cannot be read. */
function readStretch(path: string, start: number, length: number): Buffer | undefined {
  try {
    const file = openSync(path, readOnly('refuse'));
    try {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, start));
    } finally {
      closeSync(file);
    }
  } catch {
    // What cannot be read is made anew.
    return undefined;
  }
}
