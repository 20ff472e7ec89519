/** What reading is counted in. README says what one of each is and weighs. */
export type WorkUnit = keyof typeof workWeights;

/**
 * What one of each weighs, in units of work: some nanoseconds of a fast machine, but the same number on every machine.
 * A byte is one that a step reads (the parser reads characters: each counts as one), as often as it is read; an event is the
 * begin or end of a token of micromark, as often as a step goes over it; a run is a delimiter run that is compared with another;
 * a node is one of a tree, as often as a step goes through the tree.
 */
export const workWeights = { bytes: 100, events: 1, runs: 100, nodes: 10_000 } as const;

/** What a part of the work was for. */
export interface Cause {
  /** In plain words, as messages say it: "labels in brackets". */
  readonly name: string;
  readonly work: Work;
  weight: number;
}

/** The work that reading one post has taken, and the most that it may take. Grows while the post is read. */
export interface Work {
  readonly bound: number;
  weight: number;
  readonly counts: Record<WorkUnit, number>;
  readonly causes: Map<string, Cause>;
}

/** The work is to end: it is spent. Never leaves the reading of a post. */
export class WorkSpentError extends Error {
  override readonly name = 'WorkSpentError';
}

/** No work yet, of no more than so many units. */
export function createWork(bound: number): Work {
  const counts = { bytes: 0, events: 0, runs: 0, nodes: 0 };
  return { bound, weight: 0, counts, causes: new Map() };
}

/** The part of the work that is for one cause. */
export function causeOf(work: Work, name: string): Cause {
  const known = work.causes.get(name) ?? { name, work, weight: 0 };
  work.causes.set(name, known);
  return known;
}

/**
 * Counts work that is about to be done.
 *
 * @throws WorkSpentError where that is more than the post may take.
 */
export function spend(cause: Cause, unit: WorkUnit, count: number): void {
  const { work } = cause;
  const weight = count * workWeights[unit];
  work.counts[unit] += count;
  cause.weight += weight;
  work.weight += weight;
  if (work.weight > work.bound) throw new WorkSpentError(`more than ${work.bound} units of work`);
}

/** What most of the work was for. */
export function heaviest({ causes }: Work): string | undefined {
  let most: Cause | undefined;
  for (const cause of causes.values()) if (cause.weight > (most?.weight ?? 0)) most = cause;
  return most?.name;
}
