import { join } from 'node:path';
import { sha256OfFile } from '../files/digest.ts';
import { listNames } from '../files/list-names.ts';
import { storeNames } from '../store/store.ts';
import type { Store } from '../store/store.ts';
import type { StoreState } from '../store/store-state.ts';
import {
  storeFinding,
  type StoreInspection,
  type UnfinishedWork,
  type VerifyFinding,
} from './verify-finding.ts';

/** Holds the papers that events rest on against the ledger: each is there, and is what its name says. */
export async function inspectEvidence(store: Store, { ledger }: StoreState): Promise<StoreInspection> {
  const findings: VerifyFinding[] = [];
  const unfinished: UnfinishedWork[] = [];
  const named = new Map(
    ledger.entries.flatMap(({ seq, evidence = [] }) => evidence.map((name) => [name, seq] as const)),
  );
  const there = new Set(await listNames(join(store.path, storeNames.evidence)));
  for (const [name, seq] of named) {
    const where = `${storeNames.evidence}/${name}`;
    if (!there.has(name)) {
      const reason = `${where}, on which line ${seq} of the ledger rests, is not there`;
      findings.push(storeFinding('evidence-missing', { where, reason }));
    }
  }
  for (const name of there) {
    const where = `${storeNames.evidence}/${name}`;
    const digest = await sha256OfFile(join(store.path, where)).catch(() => undefined);
    // What a killed process kept for an event that it did not enter is still a paper, and does no harm.
    if (digest !== undefined && name.startsWith(`${digest}.`) && !name.endsWith('.part')) continue;
    if (named.has(name)) {
      const reason = `${where} is not what was kept: its name is the SHA-256 of something else`;
      findings.push(storeFinding('evidence-differs', { where, reason }));
    } else if (name.endsWith('.part')) {
      const reason = `${where} was kept for an event that was not entered`;
      const cure = 'Nothing to do: the next disposal removes it.';
      unfinished.push({ kind: 'evidence', where, reason, cure });
    } else {
      const reason = `${where} does not belong into a store`;
      findings.push(storeFinding('store-stray', { where, reason }));
    }
  }
  return { findings, unfinished };
}
