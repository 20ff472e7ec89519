import type { BuildEvent, MemberRead, TaskFinished } from '../publish/build-event.ts';

/** How far a run is. Times are in milliseconds, as the caller's clock has them. */
export interface RunTally {
  /** Takes in what happened, and when; gives back how many seconds the task took that was done by it, else 0. */
  readonly add: (event: BuildEvent, now: number) => number;
  readonly state: () => TallyState;
}

/** A run at one moment. */
export interface TallyState {
  /** When it began; `undefined` before it knew what is to be done. */
  readonly began: number | undefined;
  readonly total: number;
  readonly done: number;
  readonly cached: number;
  /** Errors of posts, and failures. */
  readonly errors: number;
  /** Tasks that are begun and not done, the one under way for longest first. */
  readonly underWay: readonly UnderWay[];
  /** When the last tasks were done, the oldest first. */
  readonly recent: readonly number[];
  /** Those that took longest, the slowest first. */
  readonly slowest: readonly TimedPost[];
}

/** A task that is begun. */
export interface UnderWay {
  readonly post: string;
  readonly since: number;
  /** Of a collection: how many of its posts are read. */
  readonly read?: { readonly number: number; readonly total: number };
}

/** How long a task took. */
export interface TimedPost {
  readonly post: string;
  readonly seconds: number;
}

/** The rate of a run is that of so many tasks: what was taken from a cache at first says little of what is still to be made. */
const recentTasks = 50;
const slowestTasks = 5;

/** Counts what happens in a run. */
export function tallyRun(): RunTally {
  const sums: { began: number | undefined; total: number; done: number; cached: number; errors: number } = {
    began: undefined,
    total: 0,
    done: 0,
    cached: 0,
    errors: 0,
  };
  const underWay = new Map<number, UnderWay>();
  const recent: number[] = [];
  let slowest: readonly TimedPost[] = [];
  const finish = (event: TaskFinished, now: number): number => {
    const seconds = (now - (underWay.get(event.number)?.since ?? now)) / 1000;
    underWay.delete(event.number);
    sums.done += 1;
    if (event.cached) sums.cached += 1;
    sums.errors += errorsOf(event);
    recent.push(now);
    if (recent.length > recentTasks) recent.shift();
    slowest = withTimed(slowest, { post: event.post, seconds });
    return seconds;
  };
  return {
    add: (event, now) => {
      if (event.type === 'run-started') Object.assign(sums, { began: now, total: event.total });
      else if (event.type === 'post-started') underWay.set(event.number, { post: event.post, since: now });
      else if (event.type === 'member-read') noteMember(underWay, event);
      else return finish(event, now);
      return 0;
    },
    state: () => ({ ...sums, underWay: [...underWay.values()], recent, slowest }),
  };
}

function errorsOf({ messages, failures }: TaskFinished): number {
  return messages.filter(({ severity }) => severity === 'error').length + failures.length;
}

function noteMember(underWay: Map<number, UnderWay>, { post, number, total }: MemberRead): void {
  for (const [key, task] of underWay)
    if (task.post === post) underWay.set(key, { ...task, read: { number, total } });
}

function withTimed(slowest: readonly TimedPost[], one: TimedPost): readonly TimedPost[] {
  const last = slowest.at(-1);
  if (slowest.length === slowestTasks && last && last.seconds >= one.seconds) return slowest;
  return [...slowest, one].toSorted((left, right) => right.seconds - left.seconds).slice(0, slowestTasks);
}
