import type { WrittenFacts } from './fact-schema.ts';

type Written<Key extends keyof WrittenFacts> = NonNullable<WrittenFacts[Key]>;
type With<T, Key extends keyof T> = T & Required<Pick<T, Key>>;

/** How long a record is kept, and who says so; nothing is guessed, so without a disposition it is `unscheduled`. */
export type Retention = With<Written<'retention'>, 'disposition'>;

/** What becomes of a record when its time is over; `unscheduled` is kept until a person gives it a schedule. */
export type Disposition = Retention['disposition'];

/** The day from which a period runs: the end of the `at` in which the `from` lies. */
export type Cutoff = NonNullable<Retention['cutoff']>;

/**
 * What may be done with a record (36 CFR 1236.54: Use Restriction Status and its like). `useRestriction` is the word `unknown`
 * where nobody said.
 */
export type Rights = With<Written<'rights'>, 'useRestriction'>;

/** Who may see a record (36 CFR 1236.54: Access Restriction Status). `restriction` is the word `unknown` where nobody said. */
export type Access = With<Written<'access'>, 'restriction'>;

/** A person's word that a finding of a rule may be filed all the same. */
export type Waiver = Written<'waivers'>[number];

/** The facts of several files as one; `id` where one of them has it. */
export type MergedFacts = Written<'record'> & {
  readonly retention: Retention;
  readonly rights?: Rights;
  readonly access?: Access;
  readonly waivers: readonly Waiver[];
};

/** What a person says of a post when it is filed, after inheritance from its series. */
export type RecordFacts = With<MergedFacts, 'id'>;
