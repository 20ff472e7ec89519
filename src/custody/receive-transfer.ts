import { sha256Of } from '../files/digest.ts';
import { appendEvent, assertMayFollow, readSoundState } from '../store/append-event.ts';
import { daysOf } from '../store/days-of.ts';
import { withEvidence } from '../store/keep-evidence.ts';
import { refuseAll } from '../store/refused-error.ts';
import type { CommandContext } from '../store/store-state.ts';
import type { Store } from '../store/store.ts';
import { withLock } from '../store/with-lock.ts';
import { readReceipt, wrongReceipt } from './receipt.ts';

/** Records that the archives have. */
export interface ReceivedTransfer {
  readonly packageSha256: string;
  readonly records: readonly string[];
  readonly receivedBy: string;
  readonly keepReference: boolean;
}

/**
 * Enters that the archives have a package: their receipt lists the digest of every bag in it. The receipt is kept. From then on the
 * copies may be disposed of like temporary records, unless they are kept for reference. Nothing is deleted by it.
 *
 * @throws RefusedError where the receipt is not of a package that was made here, digest by digest, or was entered before.
 */
export async function receiveTransfer(
  options: { readonly store: Store; readonly receipt: string; readonly keepReference: boolean },
  { now }: CommandContext,
): Promise<ReceivedTransfer> {
  const { receipt: path, keepReference } = options;
  return withLock(options.store, async (locked) => {
    const at = now();
    const receipt = await readReceipt(path, daysOf(at).last);
    const state = await readSoundState(locked);
    const { packageSha256, receivedBy, receivedOn, seals, file } = receipt;
    const handed = state.packages.get(packageSha256);
    const bags = handed?.bags ?? [];
    refuseAll([
      ...(handed
        ? []
        : [wrongReceipt(`The receipt ${path} is of a package that was not made here: ${packageSha256}`)]),
      ...bags
        .filter(({ bag, tagManifestSha512 }) => seals.get(bag) !== tagManifestSha512)
        .map(({ bag }) =>
          wrongReceipt(`The receipt ${path} does not list ${bag} with the digest that was handed over`),
        ),
    ]);
    const known = new Set(bags.map(({ bag }) => bag));
    const others = [...seals.keys()].filter((bag) => !known.has(bag));
    refuseAll(
      others.map((bag) => wrongReceipt(`The receipt ${path} lists ${bag}, which is not in the package`)),
    );
    const records = handed?.records ?? [];
    const event = {
      event: 'transfer-received',
      records,
      packageSha256,
      receiptSha256: sha256Of(file.bytes),
      receivedBy,
      receivedOn,
      ...(keepReference && { keepReference }),
    } as const;
    assertMayFollow(state, event, at);
    await withEvidence(locked, [file], (evidence) => appendEvent(locked, { ...event, evidence }, at));
    return { packageSha256, records, receivedBy, keepReference };
  });
}

/**
 * Enters whether the copies of records that the archives have stay for reference, or may go.
 *
 * @throws RefusedError where the archives do not have one of them.
 */
export async function decideReference(
  options: {
    readonly store: Store;
    readonly records: readonly string[];
    readonly keep: boolean;
    readonly reason: string;
  },
  { now }: CommandContext,
): Promise<{ readonly records: readonly string[]; readonly keep: boolean }> {
  const { records, keep, reason } = options;
  return withLock(options.store, async (locked) => {
    await appendEvent(locked, { event: 'reference-decided', records, keep, reason }, now());
    return { records, keep };
  });
}
