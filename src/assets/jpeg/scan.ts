import type { Component, Frame } from './frame.ts';
import { buildTable, type HuffmanTable, type TableDefinition } from './huffman-table.ts';

/** What segments before a scan have said. */
export interface Tables {
  /** By slot; see `TableDefinition`. */
  readonly huffman: readonly (TableDefinition | undefined)[];
  /** By slot: the step of the DC coefficient. */
  readonly dcSteps: readonly (number | undefined)[];
}

/** A component in a scan. */
export interface ScanPart {
  readonly component: Component;
  readonly dc: HuffmanTable;
  readonly ac: HuffmanTable;
  readonly dcStep: number;
  /** The DC coefficient of the block before. */
  prediction: number;
}

/** A scan: which bits of which coefficients it brings (ITU-T T.81 §B.2.3, §G.1.1.1). */
export interface Scan {
  readonly parts: readonly ScanPart[];
  /** The first and last coefficient. */
  readonly first: number;
  readonly last: number;
  /** Whether bits are put behind those that have come. */
  readonly refines: boolean;
  /** The lowest bit that comes. */
  readonly lowestBit: number;
  /** Blocks that are still to come without anything new. */
  endOfBandRun: number;
}

const noCodes: HuffmanTable = {
  short: new Uint16Array(512),
  ends: new Int32Array(17),
  offsets: new Int32Array(17),
  symbols: new Uint8Array(),
};

/** A scan header without its marker and length, or what is wrong with it. Notes in the frame what the scan brings. */
export function readScan(segment: Uint8Array, frame: Frame, tables: Tables): Scan | string {
  const [count = 0] = segment;
  if (segment.length !== 4 + 2 * count || count < 1 || count > 4) return 'has a damaged scan header';
  const [first = 0, last = 0, bits = 0] = segment.subarray(1 + 2 * count);
  const band = frame.isProgressive ? { first, last, highBit: bits >> 4, lowestBit: bits & 15 } : wholeBlocks;
  const parts: ScanPart[] = [];
  for (let index = 0; index < count; index += 1) {
    const [id, slots = 0] = segment.subarray(1 + 2 * index);
    const component = frame.components.find((candidate) => candidate.id === id);
    if (component === undefined || parts.some((part) => part.component === component))
      return 'has a scan of a colour that it does not have';
    const part = makePart(component, { slots, band, tables });
    if (typeof part === 'string') return part;
    parts.push(part);
  }
  if (
    parts.length > 1 &&
    parts.reduce((sum, { component }) => sum + component.across * component.down, 0) > 10
  )
    return 'has a damaged scan header';
  const refines = band.highBit > 0;
  if (!isNext(band, parts)) return 'has scans that do not follow on each other';
  for (const { component } of parts) component.lowestBits.fill(band.lowestBit, band.first, band.last + 1);
  return { parts, first: band.first, last: band.last, refines, lowestBit: band.lowestBit, endOfBandRun: 0 };
}

/** Without progression; encoders write all sorts of numbers where these should stand. */
const wholeBlocks: Band = { first: 0, last: 63, highBit: 0, lowestBit: 0 };

interface Band {
  readonly first: number;
  readonly last: number;
  /** The lowest bit that has come before; 0 where the scan is the first of its coefficients. */
  readonly highBit: number;
  readonly lowestBit: number;
}

function makePart(
  component: Component,
  from: { readonly slots: number; readonly band: Band; readonly tables: Tables },
): ScanPart | string {
  const { slots, band, tables } = from;
  const dcStep = tables.dcSteps[component.quantization];
  if (dcStep === undefined) return 'lacks a quantization table';
  const dc = band.first === 0 && band.highBit === 0 ? tableAt(slots >> 4, tables) : noCodes;
  const ac = band.last > 0 ? tableAt(4 + (slots & 15), tables) : noCodes;
  if (typeof dc === 'string') return dc;
  return typeof ac === 'string' ? ac : { component, dc, ac, dcStep, prediction: 0 };
}

function tableAt(slot: number, { huffman }: Tables): HuffmanTable | string {
  const definition = huffman[slot];
  if (definition === undefined) return 'lacks a Huffman table';
  return buildTable(definition) ?? 'has a damaged Huffman table';
}

/** Whether a scan brings bits that are the next to come, each once: a file of many scans then cannot go on for ever. */
function isNext(band: Band, parts: readonly ScanPart[]): boolean {
  const { first, last, highBit, lowestBit } = band;
  if (last > 63 || last < first || lowestBit > 13) return false;
  if (highBit > 0 && highBit !== lowestBit + 1) return false;
  if (first === 0 && last > 0 && band !== wholeBlocks) return false;
  if (first > 0 && (parts.length > 1 || parts[0]?.component.lowestBits[0] === -1)) return false;
  return parts.every(({ component }) =>
    component.lowestBits.subarray(first, last + 1).every((bit) => bit === (highBit > 0 ? highBit : -1)),
  );
}
