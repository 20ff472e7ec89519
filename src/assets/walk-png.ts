import { createInflate } from 'node:zlib';
import { createPngRows } from './png-rows.ts';
import type { Png } from './read-png.ts';

/** Bytes of the decompressed picture that are held at a time, beside a row of a palette's numbers. */
const partBytes = 65_536;

/** What a walk over the pixels of a PNG found: how many bytes are left behind them, or why they are not whole. */
export type WalkedPng = { readonly bytesBehind: number } | { readonly why: string };

/**
 * Decompresses the picture of a PNG part by part, and counts its rows to the last one. It is not done at once, since a small
 * file can hold a large picture; and it ends with the first byte beyond the last row.
 */
export function walkPng(png: Png): Promise<WalkedPng> {
  const rows = createPngRows(png);
  const inflate = createInflate({ chunkSize: partBytes });
  const size = png.compressed.reduce((sum, { length }) => sum + length, 0);
  return new Promise((resolve) => {
    const tell = (why: string): void => {
      resolve({ why });
      inflate.destroy();
    };
    inflate.on('data', (part: Uint8Array) => {
      if (rows.take(part)) return;
      tell(
        rows.areAllHere()
          ? `PNG holds more than its ${png.heightPx} rows`
          : `PNG is damaged at ${rows.where()}`,
      );
    });
    inflate.on('error', (error: NodeJS.ErrnoException) => {
      const isCut = error.code === 'Z_BUF_ERROR';
      if (rows.areAllHere()) tell('PNG is damaged behind its last row');
      // Where it is damaged, what came out of the part in which the damage lies is not given.
      else tell(isCut ? `PNG ends at ${rows.where()}` : `PNG is damaged behind ${rows.where()}`);
    });
    inflate.on('end', () => {
      if (rows.areAllHere()) resolve({ bytesBehind: size - inflate.bytesWritten });
      else tell(`PNG ends at ${rows.where()}`);
    });
    for (const part of png.compressed) inflate.write(part);
    inflate.end();
  });
}
