import { deflateSync } from 'node:zlib';

/** An indirect object that is no stream, as it is written. */
export interface PlainObject {
  readonly number: number;
  readonly text: string;
}

/** Objects in one stream: readers inflate it whole for any of them, and the more there are, the smaller they get. */
export const objectsPerStream = 200;

/** An object stream (ISO 32000-1 §7.5.7): the value of an indirect object that holds others, one a byte to a character. */
export function packObjects(objects: readonly PlainObject[]): Uint8Array {
  let offset = 0;
  const heads: string[] = [];
  for (const { number, text } of objects) {
    heads.push(`${number} ${offset}`);
    offset += text.length + 1;
  }
  const head = `${heads.join(' ')}\n`;
  const body = deflateSync(Buffer.from(head + objects.map(({ text }) => text).join('\n'), 'latin1'));
  return streamOf(`/Type /ObjStm /N ${objects.length} /First ${head.length}`, body);
}

/** Where an object stands: how far from the beginning of the file, or in which object stream and which of its objects it is. */
export type ObjectPlace = number | readonly [stream: number, index: number];

/**
 * A cross-reference stream (ISO 32000-1 §7.5.8), the last object of a file, with the entries of its trailer.
 *
 * @param places Of all objects from number 1, this one's last.
 */
export function crossReferenceStream(places: readonly ObjectPlace[], trailer: string): Uint8Array {
  const last = places.at(-1);
  // The last object stands behind all others, and has the largest offset.
  const bytes = typeof last === 'number' && last > 0xff_ffff ? 4 : 3;
  const columns = 1 + bytes + 1;
  const rows = Buffer.alloc((columns + 1) * (places.length + 1));
  let before: Uint8Array = new Uint8Array(columns);
  [undefined, ...places].forEach((place, index) => {
    const entry = Buffer.alloc(columns);
    if (place !== undefined) {
      const [type, second, third] = typeof place === 'number' ? [1, place, 0] : [2, ...place];
      entry.writeUInt8(type, 0);
      entry.writeUIntBE(second, 1, bytes);
      entry.writeUInt8(third, columns - 1);
    }
    // Each byte as what it is more than the one above it: the filter “up” of PNG.
    const start = index * (columns + 1);
    rows[start] = 2;
    entry.forEach((byte, column) => (rows[start + 1 + column] = byte - (before[column] ?? 0)));
    before = entry;
  });
  const form = `/DecodeParms <</Predictor 12 /Columns ${columns}>>`;
  return streamOf(
    `/Type /XRef /Size ${places.length + 1} /W [1 ${bytes} 1] ${trailer} ${form}`,
    deflateSync(rows),
  );
}

function streamOf(entries: string, body: Uint8Array): Uint8Array {
  const head = `<<${entries} /Filter /FlateDecode /Length ${body.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body, Buffer.from('\nendstream', 'latin1')]);
}
