/** The pixels of one frame as they are coded (GIF89a, appendix F). */
export interface CodedFrame {
  /** The codes, without the lengths between them. */
  readonly data: Uint8Array;
  /** Bits of a colour's number: 2 to 8. */
  readonly colourBits: number;
  /** How many pixels there are to be. */
  readonly pixels: number;
}

/** No code has more bits, and no table more entries. */
const mostBits = 12;
const mostEntries = 1 << mostBits;

/** Codes before the first one after a `clear`. */
const none = -1;

/**
 * How many pixels the codes stand for, `pixels` at most; fewer where they end before, or where one of them has no meaning. With
 * `into`, the numbers of their colours are put there. Takes time by the bytes of `data`, and with `into` by the pixels.
 */
export function walkLzw({ data, colourBits, pixels }: CodedFrame, into?: Uint8Array): number {
  const clear = 1 << colourBits;
  const table = { before: new Int16Array(mostEntries), last: new Uint8Array(mostEntries) };
  const first = new Uint8Array(mostEntries);
  const lengths = new Int32Array(mostEntries);
  for (let colour = 0; colour < clear; colour += 1) {
    table.before[colour] = none;
    table.last[colour] = first[colour] = colour;
    lengths[colour] = 1;
  }
  let next = clear + 2;
  let width = colourBits + 1;
  let previous = none;
  let [bits, held, at, done] = [0, 0, 0, 0];
  while (done < pixels) {
    for (; bits < width && at < data.length; at += 1, bits += 8) held |= (data[at] ?? 0) << bits;
    if (bits < width) return done;
    const code = held & ((1 << width) - 1);
    held >>>= width;
    bits -= width;
    if (code === clear) {
      [next, width, previous] = [clear + 2, colourBits + 1, none];
      continue;
    }
    // One that is just being made repeats the first colour of the code before it.
    const isNew = code === next && previous !== none && next < mostEntries;
    if (code === clear + 1 || !(isNew || code < clear || (code < next && previous !== none))) return done;
    if (previous !== none && next < mostEntries) {
      table.before[next] = previous;
      first[next] = first[previous] ?? 0;
      table.last[next] = first[isNew ? previous : code] ?? 0;
      lengths[next] = (lengths[previous] ?? 0) + 1;
      next += 1;
      if (next === 1 << width && width < mostBits) width += 1;
    }
    const length = lengths[code] ?? 0;
    if (into) unfold(code, into, { table, from: done, length });
    done += length;
    previous = code;
  }
  return pixels;
}

interface Unfolding {
  readonly table: { readonly before: Int16Array; readonly last: Uint8Array };
  readonly from: number;
  readonly length: number;
}

/** What lies beyond the end of `into` is lost, as an array does it. */
function unfold(code: number, into: Uint8Array, { table, from, length }: Unfolding): void {
  let entry = code;
  for (let at = from + length - 1; at >= from; at -= 1) {
    into[at] = table.last[entry] ?? 0;
    entry = table.before[entry] ?? none;
  }
}
