import { readRegularFile } from '../files/regular-file.ts';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import { findPayloadPathFault } from '../bag/add-file.ts';
import { appendAll } from '../lists/append-all.ts';
import { applyWaivers } from './scan/apply-waivers.ts';
import type { LookedFor } from '../personal-data/pattern-set-names.ts';
import { scanCapture } from './scan/scan-capture.ts';
import { scanFileNames } from './scan/scan-file-names.ts';
import type { ScanFinding } from './scan/scan-finding.ts';
import type { Waiver } from '../ledger/facts/record-facts.ts';
import { scanPicture } from './scan/scan-picture.ts';
import { scanPersonalData } from './scan/scan-personal-data.ts';
import type { WaiverKeys } from './scan/waiver-keys.ts';
import type { Gathered } from './gather-post.ts';

/** Personal data in the names of a file and of its folders. */
function scanName(
  names: string,
  options: { readonly file: string; readonly patterns: LookedFor },
): readonly ScanFinding[] {
  // What parts names parts no numbers.
  const found = scanPersonalData(names.replace(/[/_]/gu, '\n'), options);
  return found.map(({ rule, file, matchSha256, hidden, reason }) => ({
    rule,
    file,
    matchSha256,
    ...(hidden !== undefined && { hidden }),
    reason: `${reason}, in the name of the file`,
  }));
}

/** How a record is looked at. */
export interface ScanRecordOptions {
  /** The name of its bag. */
  readonly bag: string;
  readonly file: string;
  readonly keys: WaiverKeys;
  readonly patterns: LookedFor;
  readonly usedBefore: ReadonlySet<Waiver>;
}

/**
 * What speaks against filing a record: personal data in posts and captures, positions in pictures, names of files. Files are
 * looked at as they lie on the disk, since they are filed so. Waivers are applied.
 */
export async function scanRecord(
  { documents, record, sources }: Gathered,
  { bag, file, keys, patterns, usedBefore }: ScanRecordOptions,
): Promise<readonly Message[]> {
  const findings: ScanFinding[] = documents.flatMap(({ source = '', file: post, metadata }) => {
    const bylines = metadata.byline === undefined ? [] : [metadata.byline];
    return scanPersonalData(source, { file: post, bylines, patterns });
  });
  const unfit: Message[] = [];
  for (const { absolutePath, path, originalName = '', kind } of sources) {
    appendAll(findings, scanName(`${path}\n${originalName}`, { file: path, patterns }));
    if (kind === 'picture')
      appendAll(findings, scanPicture(await readRegularFile(absolutePath), { file: path, patterns }));
    if (kind === 'capture') {
      appendAll(findings, await scanCapture(absolutePath, { file: path, patterns }));
    }
    const fault = findPayloadPathFault(`data/source/${path}`);
    if (fault === undefined) continue;
    const reason = `The path “${path}” ${fault}`;
    unfit.push(reportRule('record-path-unfit', { reason, file: path }));
  }
  const names = scanFileNames(
    sources.map(({ path }) => `data/source/${path}`),
    { bag, nameOf: (path) => path.replace(/^data\/source\//u, '') },
  );
  const { waivers } = record.facts;
  return [...applyWaivers([...findings, ...names], { waivers, file, keys, usedBefore }), ...unfit];
}
