import { stat } from 'node:fs/promises';
import { sha256OfFile } from '../../files/digest.ts';
import { readRegularFile } from '../../files/regular-file.ts';
import { appendAll } from '../../lists/append-all.ts';
import { heldData } from './data-addresses.ts';
import { markupText } from './markup-text.ts';
import { mostSearched, readCaptureTexts } from './read-capture-texts.ts';
import type { LookedFor } from '../../personal-data/pattern-set-names.ts';
import { scanHeads } from './scan-heads.ts';
import { scanPicture } from './scan-picture.ts';
import { scanPersonalData } from './scan-personal-data.ts';
import { firstFindings, foundWithin, type ScanFinding } from './scan-finding.ts';

/** Personal data in a capture, as it is written and as a reader sees it, and what of it could not be searched. Each thing once. */
export async function scanCapture(
  absolutePath: string,
  { file, patterns = [] }: { readonly file: string; readonly patterns?: LookedFor },
): Promise<readonly ScanFinding[]> {
  const unsearched = async (whys: readonly string[]): Promise<readonly ScanFinding[]> => {
    if (whys.length === 0) return [];
    const matchSha256 = await sha256OfFile(absolutePath);
    const [first = ''] = whys;
    const more = whys.length === 1 ? '' : `, and ${whys.length - 1} more`;
    const reason = `Not searched for personal data: ${first}${more}`;
    return [{ rule: 'personal-unsearched', file, reason, matchSha256 }];
  };
  const { size } = await stat(absolutePath);
  if (size > mostSearched) return await unsearched([`The file has ${size} bytes, more than ${mostSearched}`]);
  const read = await readCaptureTexts(await readRegularFile(absolutePath));
  const found: ScanFinding[] = [];
  const search = (text: string, what: string): void =>
    appendAll(
      found,
      scanPersonalData(text, { file, patterns }).map((one) =>
        what === 'the file' ? one : foundWithin(one, what),
      ),
    );
  for (const { text, what } of [...read.heads, ...read.texts]) {
    search(text, what);
    search(markupText(text), what === 'the file' ? 'its text as a reader sees it' : what);
  }
  for (const { text, what } of read.texts) {
    for (const { type, bytes } of heldData(text)) {
      if (type.startsWith('text/')) search(new TextDecoder().decode(bytes), what);
      else
        appendAll(
          found,
          scanPicture(bytes, { file, patterns }).map((one) => foundWithin(one, what)),
        );
    }
  }
  for (const { bytes, what } of read.pictures)
    appendAll(
      found,
      scanPicture(bytes, { file, patterns }).map((one) => foundWithin(one, what)),
    );
  const heads = await scanHeads(read.heads, { file, matchSha256: () => sha256OfFile(absolutePath) });
  return [...firstFindings(found), ...heads, ...(await unsearched(read.unsearched))];
}
