import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The ICC profile of sRGB that lies in the package of pdfkit (IEC 61966-2-1). */
export function readSrgbProfile(): Uint8Array {
  return readFileSync(require.resolve('pdfkit').replace(/js[/\\][^/\\]+$/u, 'js/data/sRGB_IEC61966_2_1.icc'));
}
