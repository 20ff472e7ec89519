import type { Survivors } from './survivors.ts';

/** `unreached`: no test runs it, so none can see it. */
export type Outcome = 'killed' | 'timeout' | 'survived' | 'unreached';

/** A mutant that was woken. */
export interface Woken {
  readonly file: string;
  readonly line: number;
  /** What tells it from all others of its file, wherever it stands there. */
  readonly name: string;
  readonly outcome: Outcome;
}

/** What a run says of a room. */
export interface RoomReport {
  readonly lines: readonly string[];
  /** Whether the list of survivors says what was found: no survivor is missing, none is seen, and none is of another source. */
  readonly isAsListed: boolean;
}

/**
 * The score of a room, and what no test sees, held against the list of survivors. The score counts every mutant: a listed one is
 * not seen either.
 *
 * @param known The names of all mutants of each file of the room, woken or not.
 */
export function reportRoom(
  folder: string,
  woken: readonly Woken[],
  against: {
    readonly known: ReadonlyMap<string, ReadonlySet<string>>;
    readonly survivors: readonly Survivors[];
  },
): RoomReport {
  const listed = new Map(
    against.survivors.flatMap(({ file, mutants, kind }) =>
      mutants.map((name) => [`${file} ${name}`, { file, name, kind }] as const),
    ),
  );
  const kindOf = ({ file, name }: Woken): string | undefined => listed.get(`${file} ${name}`)?.kind;
  const isSeen = ({ outcome }: Woken): boolean => outcome === 'killed' || outcome === 'timeout';
  const missed = woken.filter((one) => !isSeen(one));
  const counted = (kind: string | undefined): number => missed.filter((one) => kindOf(one) === kind).length;
  const score = woken.length === 0 ? 100 : (100 * (woken.length - missed.length)) / woken.length;
  const belied = woken.filter((one) => isSeen(one) && kindOf(one) !== undefined);
  const strange = [...listed.values()].filter(
    ({ file, name }) => file.startsWith(`${folder}/`) && against.known.get(file)?.has(name) !== true,
  );
  return {
    lines: [
      `${folder}: ${woken.length - missed.length} of ${woken.length} mutants are seen, ${score.toFixed(1)} %; ` +
        `of the others, ${counted('equal')} are equal, ${counted('open')} are open, ${counted(undefined)} are not listed`,
      ...missed.map((one) => `${one.outcome} (${kindOf(one) ?? 'not listed'}) ${nameWoken(one)}`),
      ...belied.map((one) => `listed, but seen: ${nameWoken(one)}`),
      ...strange.map(({ file, name }) => `listed, but not there: ${file} ${name}`),
    ],
    isAsListed: belied.length === 0 && strange.length === 0 && counted(undefined) === 0,
  };
}

/** A mutant as a run prints it. */
export function nameWoken({ file, line, name }: Omit<Woken, 'outcome'>): string {
  return `${file}:${line} ${name}`;
}
