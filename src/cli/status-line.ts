import { columnsOf, fitEnd } from './fit-width.ts';
import { counted } from './counted.ts';
import type { TallyState, UnderWay } from './tally-run.ts';
import { withoutControls } from './without-controls.ts';

/** The narrowest name of a post that still says something. */
const narrowestName = 12;
const between = '  ';

/**
 * How far a run is, in one line of at most so many columns: what has no room is left out from the end, but for the post under way for
 * longest, which gets the room that is left.
 */
export function statusLine(state: TallyState, now: number, columns: number): string {
  const { done, total, errors } = state;
  const rate = rateOf(state, now);
  const parts = [
    `${done}/${total}`,
    ...(errors === 0 ? [] : [counted(errors, 'error')]),
    ...(rate === undefined ? [] : [`${timeWords((total - done) / rate)} left`, `${rateWords(rate)}/s`]),
  ];
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? part : `${line}${between}${part}`;
    if (columnsOf(longer) <= columns) line = longer;
  }
  const room = columns - columnsOf(line) - between.length;
  const [slow] = state.underWay;
  return slow && room >= narrowestName ? `${line}${between}${slowWords(slow, now, room)}` : line;
}

/** The same as a line of a log, for where no line is drawn over. */
export function statusSentence(state: TallyState, now: number): string {
  const { done, total, errors } = state;
  const rate = rateOf(state, now);
  const [slow] = state.underWay;
  const parts = [
    `${done} of ${total}`,
    ...(rate === undefined
      ? []
      : [`${rateWords(rate)} a second`, `${timeWords((total - done) / rate)} left`]),
    ...(errors === 0 ? [] : [counted(errors, 'error')]),
    ...(slow ? [slowWords(slow, now, Number.POSITIVE_INFINITY)] : []),
  ];
  return `tagleaf: ${parts.join(', ')}\n`;
}

/** Tasks a second, of late; `undefined` before anything can be said. */
function rateOf({ began, done, recent }: TallyState, now: number): number | undefined {
  const [first] = recent;
  if (began === undefined || first === undefined || done === 0) return undefined;
  // Before there are more than are looked at, all that were done since the run began count.
  const [since, tasks] = done > recent.length ? [first, recent.length - 1] : [began, done];
  const seconds = (now - since) / 1000;
  return seconds > 0 ? tasks / seconds : undefined;
}

function rateWords(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
}

/** A time that somebody has to wait, no finer than it can be known. */
function timeWords(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** So many seconds under way are worth a word. */
const longSeconds = 2;

function slowWords({ post, since, read }: UnderWay, now: number, room: number): string {
  const seconds = Math.floor((now - since) / 1000);
  const facts = [
    ...(read ? [`${read.number}/${read.total} read`] : []),
    ...(seconds >= longSeconds ? [`${seconds} s`] : []),
  ];
  const behind = facts.length === 0 ? '' : ` (${facts.join(', ')})`;
  return `${fitEnd(withoutControls(post), room - columnsOf(behind))}${behind}`;
}
