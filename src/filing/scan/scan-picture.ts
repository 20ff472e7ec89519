import type { LookedFor } from '../../personal-data/pattern-set-names.ts';
import { pictureTexts } from './picture-texts.ts';
import { firstFindings, foundWithin, type ScanFinding } from './scan-finding.ts';
import { scanImage } from './scan-image.ts';
import { scanPersonalData } from './scan-personal-data.ts';

/** Positions in a picture, and personal data in what it says in words beside its pixels. */
export function scanPicture(
  bytes: Uint8Array,
  { file, patterns = [] }: { readonly file: string; readonly patterns?: LookedFor },
): readonly ScanFinding[] {
  const texts = pictureTexts(bytes).flatMap((text) => scanPersonalData(text, { file, patterns }));
  const said = texts.map((one) => foundWithin(one, 'words that the picture holds'));
  return [...scanImage(bytes, { file }), ...firstFindings(said)];
}
