import { infoValues } from '../bag/bag-info.ts';
import { verifyBag, type BagReport } from '../bag/verify-bag.ts';
import type { FiledEvent, LedgerEntry } from '../ledger/ledger-event.ts';
import { recordProfile } from '../terms/record-profile.ts';
import { isFolder } from '../store/bag-places.ts';
import type { VerifyRuleId } from './rules.ts';
import { storeFinding, type VerifyFinding } from './verify-finding.ts';

/** The entry of the ledger by which a version was filed. */
export type FiledEntry = Extract<LedgerEntry, FiledEvent>;

/** What was found of one bag. */
export interface BagCheck {
  readonly findings: readonly VerifyFinding[];
  /** Bytes of its payload. */
  readonly bytes: number;
  /** Files of its payload. */
  readonly files: number;
}

/** The entry by which a bag was filed. */
export function findEntry(entries: readonly LedgerEntry[], bag: string): FiledEntry | undefined {
  const entry = entries.find((one) => one.event === 'filed' && one.bag === bag);
  return entry?.event === 'filed' ? entry : undefined;
}

/** Verifies a bag, and where the ledger has its entry, that it is the very bag that was filed. */
export async function checkBag(
  folder: string,
  { bag, entry }: { readonly bag: string; readonly entry: FiledEntry | undefined },
): Promise<BagCheck> {
  const record = entry?.record;
  const about = { where: bag, ...(record === undefined ? {} : { record }) };
  if (!(await isFolder(folder))) {
    const reason = `${bag} is not a folder`;
    return {
      findings: [storeFinding('bag-not-a-folder', { where: bag, reason, record })],
      bytes: 0,
      files: 0,
    };
  }
  const report = await verifyBag(folder, { profile: recordProfile });
  const own = report.findings.map(({ kind, severity, path, reason, clause }): VerifyFinding => ({
    id: kind,
    ...about,
    severity,
    reason: `${bag}: ${path === '.' ? 'the bag' : path} ${reason}`,
    clause,
  }));
  const other = entry === undefined ? [] : compareWithEntry(report, entry);
  const differing = other.map(([id, reason]) =>
    storeFinding(id, { where: bag, reason: `${bag}: ${reason}`, record }),
  );
  const findings = [...own, ...differing];
  return { findings, bytes: report.bytes, files: report.files };
}

/** A bag that is valid in itself can still be another than the one that was filed. */
function compareWithEntry(
  report: BagReport,
  entry: FiledEntry,
): readonly (readonly [VerifyRuleId, reason: string])[] {
  const found: (readonly [VerifyRuleId, string])[] = [];
  if (report.tagManifestSha512 !== entry.tagManifestSha512)
    found.push(['seal-differs', 'tagmanifest-sha512.txt is not the one that the ledger says was filed']);
  if (infoValues(report.info, 'Ledger-Head')[0] !== `${entry.seq - 1} ${entry.prev}`)
    found.push([
      'ledger-head-differs',
      'the Ledger-Head of bag-info.txt is not the head before its entry in the ledger',
    ]);
  if (report.bytes !== entry.bytes || report.files !== entry.files)
    found.push([
      'payload-differs',
      `the payload has ${report.bytes} bytes in ${report.files} files; ${entry.bytes} in ${entry.files} were filed`,
    ]);
  return found;
}
