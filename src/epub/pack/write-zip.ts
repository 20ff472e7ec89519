import { crc32, deflateRawSync } from 'node:zlib';
import { InternalError } from '../../diagnostics/errors.ts';

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Whether it is taken as it is: it is compressed already, or must be read without a tool (OCF 3.3 §4.3). */
  readonly stored: boolean;
}

/** The bytes of a file as they stand in an archive. */
interface Pressed {
  readonly body: Uint8Array;
  readonly crc: number;
}

/** What was pressed before, by the bytes that it was made of. */
export type PressedTexts = WeakMap<Uint8Array, Pressed>;

const level = 9;
/** What the end of an archive has room for without ZIP64. */
const mostEntries = 0xffff;

/**
 * A ZIP archive of files in their order, without extra fields, all of the same time. What node:zlib presses with level 9 is the same
 * from zlib 1.3.0.1 (Node 20.19) to 1.3.2.1 (Node 24.21).
 *
 * @param known What was pressed before of texts that stand in many archives: it is told by its bytes, and kept there.
 */
export function writeZip(entries: readonly ZipEntry[], known: PressedTexts = new WeakMap()): Uint8Array {
  if (entries.length > mostEntries)
    throw new InternalError(`an archive has no room for ${entries.length} files`, { stage: 'epub' });
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const pressed = known.get(entry.bytes) ?? press(entry);
    known.set(entry.bytes, pressed);
    const name = Buffer.from(entry.name, 'utf8');
    const facts = factsOf(entry, pressed, name);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.of(0x50, 0x4b, 1, 2, 20, 0), facts, place, name);
    parts.push(Buffer.of(0x50, 0x4b, 3, 4), facts, name, pressed.body);
    offset += 4 + facts.length + name.length + pressed.body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, listed, end]));
}

function press({ bytes, stored }: ZipEntry): Pressed {
  return { body: stored ? bytes : deflateRawSync(bytes, { level }), crc: crc32(bytes) };
}

/** What both the file and the directory say of an entry (APPNOTE 6.3 §4.3.7). */
function factsOf({ bytes, stored }: ZipEntry, { body, crc }: Pressed, name: Uint8Array): Uint8Array {
  const isAscii = name.every((byte) => byte < 0x80);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(isAscii ? 0 : 0x800, 2);
  facts.writeUInt16LE(stored ? 0 : 8, 4);
  // Noon of 1980-01-01, about the earliest time that an entry can hold.
  facts.writeUInt16LE(0x6000, 6);
  facts.writeUInt16LE(0x21, 8);
  facts.writeUInt32LE(crc, 10);
  facts.writeUInt32LE(body.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}
