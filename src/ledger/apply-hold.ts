import type {
  HoldExtendedEvent,
  HoldPlacedEvent,
  HoldReducedEvent,
  HoldReleasedEvent,
} from './ledger-event.ts';
import { recordsUnder } from './disposability.ts';
import { change, withOne, type OpenState } from './open-state.ts';

/** A hold begins; with a series, for what is filed in it later too. */
export function applyHoldPlaced(state: OpenState, entry: HoldPlacedEvent & { readonly at: string }): void {
  const { holdId: id, matter, authority, by, records, series, at } = entry;
  const ofSeries = series === undefined ? {} : { series };
  state.holds.set(id, { id, matter, authority, by, records, placedAt: at, ...ofSeries });
  if (series !== undefined) state.seriesHolds.set(series, withOne(state.seriesHolds.get(series) ?? [], id));
  change(state, records, ({ holds }) => ({ holds: [...holds, id] }));
}

/** What is filed in a series comes under its open holds, also a record that was taken out of one. */
export function applySeriesHolds(state: OpenState, series: string, record: string): void {
  const open = state.seriesHolds.get(series) ?? [];
  change(state, [record], ({ holds }) => ({ holds: [...new Set([...holds, ...open])] }));
}

/** A hold that is open keeps more records. */
export function applyHoldExtended(state: OpenState, { holdId, records }: HoldExtendedEvent): void {
  const hold = state.holds.get(holdId);
  if (hold) state.holds.set(holdId, { ...hold, records: [...new Set([...hold.records, ...records])] });
  change(state, records, ({ holds }) => ({ holds: withOne(holds, holdId) }));
}

/** A hold that stays open keeps some records no longer. */
export function applyHoldReduced(state: OpenState, { holdId, records }: HoldReducedEvent): void {
  const hold = state.holds.get(holdId);
  const freed = new Set(records);
  if (hold) state.holds.set(holdId, { ...hold, records: hold.records.filter((id) => !freed.has(id)) });
  free(state, records, holdId);
}

/** A hold ends for all its records. */
export function applyHoldReleased(
  state: OpenState,
  { holdId, by, reason, at }: HoldReleasedEvent & { readonly at: string },
): void {
  const hold = state.holds.get(holdId);
  if (hold === undefined) return;
  state.holds.set(holdId, { ...hold, released: { at, by, reason } });
  if (hold.series !== undefined) {
    const others = (state.seriesHolds.get(hold.series) ?? []).filter((id) => id !== holdId);
    state.seriesHolds.set(hold.series, others);
  }
  free(state, recordsUnder(state, hold), holdId);
}

function free(state: OpenState, records: readonly string[], holdId: string): void {
  change(state, records, ({ holds }) => ({ holds: holds.filter((one) => one !== holdId) }));
}
