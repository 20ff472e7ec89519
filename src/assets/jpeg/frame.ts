import { largest } from '../../lists/extremes.ts';

/** A colour of a picture: its blocks of 8 × 8 samples, and what has come of their coefficients. */
export interface Component {
  readonly id: number;
  /** Sampling factors (ITU-T T.81 §A.1.1). */
  readonly across: number;
  readonly down: number;
  /** The slot of its quantization table. */
  readonly quantization: number;
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** By coefficient: its lowest bit that has come, or −1 where none has. */
  readonly lowestBits: Int8Array;
  /** Two words for a block: which of its coefficients are not zero so far. Empty where scans do not refine each other. */
  readonly seen: Uint32Array;
}

/** The frame of a picture (ITU-T T.81 §B.2.2) whose coefficients are coded by Huffman's tables. */
export interface Frame {
  readonly isProgressive: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: readonly Component[];
  /** The largest sampling factors. */
  readonly across: number;
  readonly down: number;
}

const progressive = 0xc2;

/** A frame header without its marker and length; `undefined` where it is no header. */
export function readFrame(marker: number, segment: Uint8Array): Frame | undefined {
  const [, heightHigh = 0, heightLow = 0, widthHigh = 0, widthLow = 0, count = 0] = segment;
  if (segment.length !== 6 + 3 * count || count === 0) return undefined;
  const heightPx = heightHigh * 256 + heightLow;
  const widthPx = widthHigh * 256 + widthLow;
  const told = Array.from({ length: count }, (_, index) => {
    const [id = 0, sampling = 0, quantization = 0] = segment.subarray(6 + 3 * index);
    return { id, across: sampling >> 4, down: sampling & 15, quantization };
  });
  if (told.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) return undefined;
  if (new Set(told.map(({ id }) => id)).size !== count) return undefined;
  const across = largest(told.map((component) => component.across));
  const down = largest(told.map((component) => component.down));
  const isProgressive = marker === progressive;
  const components = told.map((component): Component => {
    const blocksAcross = Math.ceil(Math.ceil((widthPx * component.across) / across) / 8);
    const blocksDown = Math.ceil(Math.ceil((heightPx * component.down) / down) / 8);
    const seen = new Uint32Array(isProgressive ? 2 * blocksAcross * blocksDown : 0);
    return { ...component, blocksAcross, blocksDown, lowestBits: new Int8Array(64).fill(-1), seen };
  });
  return { isProgressive, widthPx, heightPx, components, across, down };
}
