import type { ClockState } from './ledger-state.ts';
import type { Refusal } from './refusal.ts';

const dayMs = 86_400_000;

/** Whether a time lies more than a day before another; clocks of machines differ by less. Both `YYYY-MM-DDThh:mm:ssZ`. */
export function isLongBefore(at: string, other: string): boolean {
  return Date.parse(other) - Date.parse(at) > dayMs;
}

/** What the times of a ledger are with one more line. A correction begins anew: later lines are held against it. */
export function nextClock(
  { last, backwards, correctedSeq }: ClockState,
  { seq, at, event }: { readonly seq: number; readonly at: string; readonly event: string },
): ClockState {
  const isCorrection = event === 'clock-corrected';
  const isBackwards = !isCorrection && last !== undefined && isLongBefore(at, last);
  const corrected = isCorrection ? seq : correctedSeq;
  return {
    last: at,
    backwards: isBackwards ? [...backwards.slice(-mostKept), { seq, at, before: last }] : backwards,
    ...(corrected !== undefined && { correctedSeq: corrected }),
  };
}

/** So many lines are told of; a ledger in which there are more is no better known by them. */
const mostKept = 20;

/** Why a line cannot have the time that the clock shows: the one before it is of later. */
export function checkTime({ last }: ClockState, at: string, event: string): Refusal | undefined {
  if (event === 'clock-corrected' || last === undefined || !isLongBefore(at, last)) return undefined;
  const why = `The last line of the ledger is of ${last}, but the clock of this machine says ${at}: one of them is wrong`;
  return { refused: 'clock-wrong', why };
}
