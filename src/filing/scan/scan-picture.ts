import type { LookedFor } from '../../personal-data/pattern-set-names.ts';
import { pictureTexts } from './picture-texts.ts';
import type { ScanFinding } from './scan-finding.ts';
import { scanImage } from './scan-image.ts';
import { scanPersonalData } from './scan-personal-data.ts';

/** Positions in a picture, and personal data in what it says in words beside its pixels. */
export function scanPicture(
  bytes: Uint8Array,
  { file, patterns = [] }: { readonly file: string; readonly patterns?: LookedFor },
): readonly ScanFinding[] {
  const texts = pictureTexts(bytes).flatMap((text) => scanPersonalData(text, { file, patterns }));
  const said = texts.map(({ rule, matchSha256, hidden, reason }) => ({
    rule,
    file,
    matchSha256,
    ...(hidden !== undefined && { hidden }),
    reason: `${reason}, in words that the picture holds`,
  }));
  return [...scanImage(bytes, { file }), ...onceEach(said)];
}

/** The same words may stand in Exif and in XMP. */
function onceEach(findings: readonly ScanFinding[]): readonly ScanFinding[] {
  const first = new Map<string, ScanFinding>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.matchSha256}`;
    if (!first.has(key)) first.set(key, finding);
  }
  return [...first.values()];
}
