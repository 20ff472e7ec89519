/** Why something may not be done to a record; most serious for a disposal first. */
export type RefusalKind =
  | 'held'
  | 'unscheduled'
  | 'not-yet-eligible'
  | 'permanent'
  | 'already-disposed'
  | 'disposal-unfinished'
  | 'record-unknown'
  | 'already-filed'
  | 'version-wrong'
  | 'collection-wrong'
  | 'hold-wrong'
  | 'schedule-wrong'
  | 'plan-wrong';

/** A command that may not be carried out. */
export interface Refusal {
  readonly refused: RefusalKind;
  /** One sentence that names the record. */
  readonly why: string;
}

const exitCodes: Readonly<Partial<Record<RefusalKind, number>>> = {
  held: 10,
  unscheduled: 11,
  'not-yet-eligible': 12,
  permanent: 13,
};

/** The exit code of a refusal: 10 held, 11 unscheduled, 12 not yet eligible, 13 permanent; else 2, as the command line is wrong. */
export function exitCodeOfRefusal({ refused }: Refusal): number {
  return exitCodes[refused] ?? 2;
}

/** Of several refusals of one kind of command, that with the lowest exit code of 10 and more; the first of those that share it. */
export function gravest(refusals: readonly Refusal[]): Refusal | undefined {
  const rank = ({ refused }: Refusal): number => exitCodes[refused] ?? Infinity;
  return refusals.reduce<Refusal | undefined>(
    (lowest, refusal) => (lowest === undefined || rank(refusal) < rank(lowest) ? refusal : lowest),
    undefined,
  );
}
