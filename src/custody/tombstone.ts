import { formatPlainDate } from '../document/plain-date.ts';
import { parseManifest, type ManifestEntry } from '../bag/manifest.ts';
import { readTagFile } from '../bag/read-tag-file.ts';
import { versionEligibility } from '../ledger/disposability.ts';
import type { PlanState, RecordState, VersionState } from '../ledger/ledger-state.ts';

/** What the tombstone of a version is made from. */
export interface TombstoneOf {
  readonly record: RecordState;
  readonly version: VersionState;
  readonly plan: Pick<PlanState, 'planSha256' | 'approver' | 'authority' | 'approvalSha256' | 'at'>;
  /** Where the bag is. */
  readonly folder: string;
}

/**
 * What stays of a version when it is gone: what it was, who let it go and why, and the digests of its files, by which a copy that
 * turns up can be told. Nothing of its content. The same bytes however often it is made.
 *
 * @throws Error where the bag's manifest cannot be read.
 */
export async function makeTombstone({ record, version, plan, folder }: TombstoneOf): Promise<Uint8Array> {
  const { eligibleOn, arithmetic } = versionEligibility(record, version);
  const { facts, retention, bag, bytes, files, tagManifestSha512 } = version;
  const tombstone = {
    tombstone: 'tagleaf-tombstone-1',
    record: record.id,
    version: version.version,
    bag,
    title: facts.title,
    ...(facts.released === undefined ? {} : { released: facts.released }),
    ...(facts.updated === undefined ? {} : { updated: facts.updated }),
    filed: facts.filed,
    retention,
    eligibleOn: eligibleOn ? formatPlainDate(eligibleOn) : '',
    arithmetic,
    disposal: { begun: plan.at, authority: plan.authority, approver: plan.approver },
    planSha256: plan.planSha256,
    approvalSha256: plan.approvalSha256,
    bytes,
    files,
    tagManifestSha512,
    sha512: await readDigests(folder),
  };
  return Buffer.from(`${JSON.stringify(tombstone, null, 2)}\n`);
}

async function readDigests(folder: string): Promise<readonly ManifestEntry[]> {
  const { entries } = parseManifest(await readTagFile(folder, 'manifest-sha512.txt'), 'sha512');
  return entries;
}
