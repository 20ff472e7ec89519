import { join } from 'node:path';
import * as v from 'valibot';
import { readRegularFile } from '../files/regular-file.ts';
import { formatPlainDate } from '../document/plain-date.ts';
import type { LocalDay } from '../files/local-day.ts';
import { sha256Of } from '../files/digest.ts';
import { presentVersions, versionEligibility } from '../ledger/disposability.ts';
import type { RecordState } from '../ledger/ledger-state.ts';
import { mismatch } from './read-approval.ts';
import { RefusedError } from '../store/refused-error.ts';
import { storeNames, type Store } from '../store/store.ts';

/** A version that a plan would delete. */
export interface PlannedVersion {
  readonly version: number;
  readonly bag: string;
  readonly bytes: number;
  readonly files: number;
  readonly tagManifestSha512: string;
  /** `YYYY-MM-DD`. */
  readonly eligibleOn: string;
  readonly arithmetic: readonly string[];
}

/** A record that a plan would delete, with every version that is there. */
export interface PlannedRecord {
  readonly record: string;
  readonly title: string;
  /** Open holds at the time of the plan: always none, said so that whoever approves it sees that it was asked. */
  readonly holds: readonly string[];
  readonly versions: readonly PlannedVersion[];
}

/** What a person is asked to approve: nothing is deleted by it. */
export interface DisposalPlan {
  readonly plan: 'tagleaf-disposal-1';
  /** UTC. */
  readonly made: string;
  /** The day that it was where it was made; absent where that is UTC, and in plans of 0.1.0. */
  readonly madeOn?: LocalDay;
  /** The disposition authority of every record in it. */
  readonly authority: string;
  /** The SHA-256 of the ledger's last line when it was made. */
  readonly ledgerHead: string;
  readonly bytes: number;
  readonly records: readonly PlannedRecord[];
}

/** What a plan says of a record that may go. */
export function planRecord(record: RecordState): PlannedRecord {
  const { id, versions } = record;
  const present = presentVersions(record);
  return {
    record: id,
    title: versions.at(-1)?.facts.title ?? '',
    holds: record.holds,
    versions: present.map((version) => {
      const { eligibleOn, arithmetic } = versionEligibility(record, version);
      const { bag, bytes, files, tagManifestSha512 } = version;
      return {
        version: version.version,
        bag,
        bytes,
        files,
        tagManifestSha512,
        eligibleOn: eligibleOn ? formatPlainDate(eligibleOn) : '',
        arithmetic,
      };
    }),
  };
}

/** The bytes of a plan's file, and their SHA-256, which an approval names. */
export function formatPlan(plan: DisposalPlan): { readonly bytes: Uint8Array; readonly sha256: string } {
  const bytes = Buffer.from(`${JSON.stringify(plan, null, 2)}\n`);
  return { bytes, sha256: sha256Of(bytes) };
}

/** Where a plan's file lies. */
export function planPath({ path }: Store, sha256: string): string {
  return join(path, storeNames.plans, `${sha256}.json`);
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const schema: v.GenericSchema<unknown, DisposalPlan> = v.strictObject({
  plan: v.literal('tagleaf-disposal-1'),
  made: v.string(),
  madeOn: v.exactOptional(v.strictObject({ day: v.string(), zone: v.string() })),
  authority: v.string(),
  ledgerHead: v.string(),
  bytes: count,
  records: v.array(
    v.strictObject({
      record: v.string(),
      title: v.string(),
      holds: v.array(v.string()),
      versions: v.array(
        v.strictObject({
          version: count,
          bag: v.string(),
          bytes: count,
          files: count,
          tagManifestSha512: v.string(),
          eligibleOn: v.string(),
          arithmetic: v.array(v.string()),
        }),
      ),
    }),
  ),
});

/**
 * The plan with a digest.
 *
 * @throws RefusedError (approval-mismatch) where the store has no such plan, or its file was changed.
 */
export async function readPlan(store: Store, sha256: string): Promise<DisposalPlan> {
  const path = planPath(store, sha256);
  let bytes: Uint8Array;
  try {
    bytes = await readRegularFile(path);
  } catch {
    throw new RefusedError([mismatch(`The store ${store.path} has no plan with the SHA-256 ${sha256}`)]);
  }
  if (sha256Of(bytes) !== sha256)
    throw new RefusedError([mismatch(`The plan ${path} was changed: its SHA-256 is another`)]);
  const parsed = v.safeParse(schema, parseJson(bytes));
  if (parsed.success) return parsed.output;
  throw new RefusedError([mismatch(`${path} is not a plan of disposal`)]);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
