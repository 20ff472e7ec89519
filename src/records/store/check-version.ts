import { verifyBag, type BagReport } from '../bag/verify-bag.ts';
import { infoValues } from '../bag/bag-info.ts';
import type { FiledEvent, LedgerEntry } from '../ledger/ledger-event.ts';
import { isFolder } from './bag-places.ts';

/** Something wrong with a bag or its place in the store. */
export interface VerifyFinding {
  /** The name of the bag, or of the file of the store. */
  readonly where: string;
  /** The record; absent where it is about the store. */
  readonly record?: string;
  /** Path in the bag; absent where it is about the whole. */
  readonly path?: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong: a sentence with its subject, without a full stop. */
  readonly reason: string;
  /** The clause that asks for it, or "house rule". */
  readonly clause: string;
}

/** What was found of one bag. */
export interface BagCheck {
  readonly findings: readonly VerifyFinding[];
  readonly bytes: number;
  readonly files: number;
}

/** Verifies a bag, and where the ledger has its entry, that it is the very bag that was filed. */
export async function checkBag(
  folder: string,
  { bag, entry }: { readonly bag: string; readonly entry?: (FiledEvent & LedgerEntry) | undefined },
): Promise<BagCheck> {
  const about = entry === undefined ? { where: bag } : { where: bag, record: entry.record };
  if (!(await isFolder(folder))) {
    const reason = `${bag} is not a folder`;
    return { findings: [{ ...about, severity: 'error', reason, clause: 'RFC 8493 §2' }], bytes: 0, files: 0 };
  }
  const report = await verifyBag(folder);
  const own = report.findings.map(({ severity, path, reason, clause }): VerifyFinding => ({
    ...about,
    path,
    severity,
    reason: `${bag}: ${path} ${reason}`,
    clause,
  }));
  const other = entry === undefined ? [] : compareWithEntry(report, entry);
  const findings = [
    ...own,
    ...other.map((reason): VerifyFinding => ({
      ...about,
      severity: 'error',
      reason: `${bag}: ${reason}`,
      clause: '36 CFR 1236.10',
    })),
  ];
  return { findings, bytes: report.bytes, files: report.files };
}

/** A bag that is valid in itself can still be another than the one that was filed. */
function compareWithEntry(report: BagReport, entry: FiledEvent & LedgerEntry): readonly string[] {
  const reasons: string[] = [];
  if (report.tagManifestSha512 !== entry.tagManifestSha512)
    reasons.push('tagmanifest-sha512.txt is not the one that the ledger says was filed');
  const heads = infoValues(report.info, 'Ledger-Head');
  if (!heads.some((head) => head === entry.prev || head.endsWith(` ${entry.prev}`)))
    reasons.push('the Ledger-Head of bag-info.txt is not the head before its entry in the ledger');
  if (report.bytes !== entry.bytes || report.files !== entry.files)
    reasons.push(
      `the payload has ${report.bytes} bytes in ${report.files} files; ${entry.bytes} in ${entry.files} were filed`,
    );
  return reasons;
}
