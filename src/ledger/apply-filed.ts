import { applySeriesHolds } from './apply-hold.ts';
import type { FiledEvent } from './ledger-event.ts';
import type { VersionState } from './ledger-state.ts';
import { change, newRecord, withOne, type OpenState } from './open-state.ts';

/** A version comes into the store, and under the holds of its series. */
export function applyFiled(state: OpenState, event: FiledEvent & { readonly at: string }): void {
  const { record: id, members = [], facts } = event;
  const { version, bag, tagManifestSha512, contentSha256, bytes, files, at } = event;
  const manifest = { version, bag, tagManifestSha512, contentSha256, bytes, files };
  const filed: VersionState = { ...manifest, facts, members, retention: facts.retention, at };
  const before = state.records.get(id) ?? newRecord(id, state.awaited.get(id));
  state.awaited.delete(id);
  // Another version is not superseded by what superseded the one before.
  const { occurrences = [], ...rest } = before;
  const others = occurrences.filter(({ name }) => name !== 'superseded');
  const kept = others.length === 0 ? {} : { occurrences: others };
  state.records.set(id, { ...rest, ...kept, versions: [...before.versions, filed] });
  for (const member of members) {
    if (state.records.has(member)) continue;
    state.awaited.set(member, withOne(state.awaited.get(member) ?? [], id));
  }
  change(state, members, ({ collections }) => ({ collections: withOne(collections, id) }));
  if (facts.series !== undefined) applySeriesHolds(state, facts.series, id);
}
