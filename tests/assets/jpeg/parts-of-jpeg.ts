/** A segment of a JPEG with its length. */
export function segment(marker: number, ...data: readonly number[]): Buffer {
  const length = data.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...data]);
}

/** A quantization table whose steps are all the same. */
export function steps(step: number, slot = 0): Buffer {
  return segment(0xdb, slot, ...Array.from({ length: 64 }, () => step));
}

/** A Huffman table of codes of one length. */
export function codes(slot: number, length: number, ...symbols: readonly number[]): Buffer {
  const counts = Array.from({ length: 16 }, (_, index) => (index + 1 === length ? symbols.length : 0));
  return segment(0xc4, slot, ...counts, ...symbols);
}

/** A frame of one grey component. */
export function greyFrame(marker: number, widthPx: number, heightPx: number): Buffer {
  return segment(marker, 8, heightPx >> 8, heightPx & 255, widthPx >> 8, widthPx & 255, 1, 1, 0x11, 0);
}

/** A scan of the grey component: its band, its bits, its coded bytes. */
export function greyScan(
  band: { readonly first?: number; readonly last?: number; readonly bits?: number },
  ...coded: readonly number[]
): Buffer {
  const { first = 0, last = 63, bits = 0 } = band;
  return Buffer.concat([segment(0xda, 1, 1, 0, first, last, bits), Buffer.from(coded)]);
}

/** The parts of a JPEG between its first and its last marker. */
export function jpeg(...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, 0xd9])]);
}
