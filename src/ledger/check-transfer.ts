import { checkAll, checkOnce, checkPresent, checkUnplanned, refuse } from './check-records.ts';
import { isTransferred, presentVersions } from './disposability.ts';
import type { ReferenceDecidedEvent, TransferPackedEvent, TransferReceivedEvent } from './ledger-event.ts';
import type { LedgerState } from './ledger-state.ts';
import type { Refusal } from './refusal.ts';

/** Why a package cannot be made of records. */
export function checkTransferPacked(
  state: LedgerState,
  { packageSha256, records }: TransferPackedEvent,
): Refusal | undefined {
  if (state.packages.has(packageSha256)) return refuse('transfer-wrong', 'The package was made before');
  return checkOnce('transfer-wrong', records) ?? checkAll(records, (id) => checkTransferable(state, id));
}

/** Why a record is not handed to the archives. */
export function checkTransferable(state: LedgerState, id: string): Refusal | undefined {
  const refused = checkPresent(state, id) ?? checkUnplanned(state, id);
  const record = state.records.get(id);
  if (refused || record === undefined) return refused;
  const versions = presentVersions(record);
  const other = versions.find(({ retention }) => retention.disposition !== 'permanent');
  if (other?.retention.disposition === 'unscheduled') return refuse('unscheduled', `${id} is unscheduled`);
  if (other) return refuse('transfer-wrong', `${id} is temporary: only permanent records are handed over`);
  if (versions.every(isTransferred)) return refuse('transfer-wrong', `${id} was transferred already`);
  return undefined;
}

/** Why a package is not received. */
export function checkTransferReceived(
  state: LedgerState,
  { packageSha256, records }: TransferReceivedEvent,
): Refusal | undefined {
  const handed = state.packages.get(packageSha256);
  if (handed === undefined)
    return refuse('transfer-wrong', `No package with the SHA-256 ${packageSha256} was made here`);
  if (records.length !== handed.records.length || records.some((id, at) => handed.records[at] !== id))
    return refuse('transfer-wrong', 'The records are not those of the package');
  return checkAll(records, (id) => {
    const refused = checkPresent(state, id) ?? checkUnplanned(state, id);
    const versions = state.records.get(id)?.versions ?? [];
    const bags = new Set(handed.bags.filter(({ record }) => record === id).map(({ bag }) => bag));
    const twice = versions.find((version) => bags.has(version.bag) && isTransferred(version));
    return refused ?? (twice && refuse('transfer-wrong', `${twice.bag} was transferred already`));
  });
}

/** Why nothing is decided of the copies of records. */
export function checkReferenceDecided(
  state: LedgerState,
  { records }: ReferenceDecidedEvent,
): Refusal | undefined {
  return (
    checkOnce('transfer-wrong', records) ??
    checkAll(records, (id) => {
      const refused = checkPresent(state, id) ?? checkUnplanned(state, id);
      const isHanded = state.records.get(id)?.versions.some(isTransferred) === true;
      return refused ?? (isHanded ? undefined : refuse('transfer-wrong', `${id} was not transferred`));
    })
  );
}
