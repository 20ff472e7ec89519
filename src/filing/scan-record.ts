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
import { scanImage } from './scan/scan-image.ts';
import { scanPersonalData } from './scan/scan-personal-data.ts';
import type { WaiverKeys } from './scan/waiver-keys.ts';
import type { Gathered } from './gather-post.ts';

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
  for (const { absolutePath, path, kind } of sources) {
    if (kind === 'picture')
      appendAll(findings, scanImage(await readRegularFile(absolutePath), { file: path }));
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
