import { presentVersions } from './disposability.ts';
import type { ReferenceDecidedEvent, TransferPackedEvent, TransferReceivedEvent } from './ledger-event.ts';
import type { TransferredState, VersionState } from './ledger-state.ts';
import { change, type OpenState } from './open-state.ts';

/** A package was made: of each record what was there. */
export function applyTransferPacked(
  state: OpenState,
  { packageSha256, records, to, at }: TransferPackedEvent & { readonly at: string },
): void {
  const bags = records.flatMap((record) => {
    const found = state.records.get(record);
    return (found ? presentVersions(found) : []).map(({ bag, tagManifestSha512 }) => ({
      record,
      bag,
      tagManifestSha512,
    }));
  });
  state.packages.set(packageSha256, { packageSha256, to, at, records, bags });
}

/** The archives have what is in the package. */
export function applyTransferReceived(
  state: OpenState,
  entry: TransferReceivedEvent & { readonly at: string },
): void {
  const { packageSha256, receiptSha256, receivedBy, receivedOn, keepReference = false, at } = entry;
  const handed = state.packages.get(packageSha256);
  const received = new Set(handed?.bags.map(({ bag }) => bag));
  const transferred: TransferredState = {
    at,
    packageSha256,
    receiptSha256,
    receivedBy,
    receivedOn,
    keepReference,
  };
  change(state, handed?.records ?? [], ({ versions }) => ({
    versions: versions.map((version) =>
      received.has(version.bag) && !version.disposed ? { ...version, transferred } : version,
    ),
  }));
}

/** What becomes of the copy that stayed. */
export function applyReferenceDecided(state: OpenState, { records, keep }: ReferenceDecidedEvent): void {
  const decide = (version: VersionState): VersionState =>
    version.transferred
      ? { ...version, transferred: { ...version.transferred, keepReference: keep } }
      : version;
  change(state, records, ({ versions }) => ({ versions: versions.map(decide) }));
}
