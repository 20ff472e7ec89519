/** Where coded bytes end, and with which marker; `undefined` at the end of the file. */
export interface CodedBytes {
  /** How many bytes were put into the target. */
  readonly length: number;
  /** Where the marker stands. */
  readonly end: number;
  readonly marker: number | undefined;
}

/**
 * Puts the coded bytes up to the next marker into `target`, without the zeros stuffed behind 0xFF and without fill bytes
 * (ITU-T T.81 §B.1.1.2, §B.1.1.5).
 */
export function takeCodedBytes(bytes: Uint8Array, start: number, target: Uint8Array): CodedBytes {
  let length = 0;
  let position = start;
  while (position < bytes.length) {
    const byte = bytes[position] ?? 0;
    if (byte === 0xff) {
      const next = bytes[position + 1];
      if (next === 0xff) {
        position += 1;
        continue;
      }
      if (next !== 0) return { length, end: position, marker: next };
      position += 1;
    }
    target[length] = byte;
    length += 1;
    position += 1;
  }
  return { length, end: position, marker: undefined };
}
