/** What becomes of a record when its time is over; `unscheduled` is kept until a person gives it a schedule. */
export type Disposition = 'unscheduled' | 'permanent' | 'temporary';

/** The day from which a period runs: the end of the `at` in which the `from` lies. */
export interface Cutoff {
  readonly from: 'released' | 'updated' | 'filed';
  readonly at: 'day' | 'month' | 'calendar-year' | 'fiscal-year';
}

/** How long a record is kept, and who says so; nothing is guessed, so without a disposition it is `unscheduled`. */
export interface Retention {
  readonly disposition: Disposition;
  /** The disposition authority, exactly as on the SF 115 or SF 258. */
  readonly authority?: string;
  /** The agency's own item, never part of the authority. */
  readonly scheduleItem?: string;
  /** An ISO 8601 duration of years, months, weeks or days; every temporary record has one. */
  readonly period?: string;
  /** Every temporary record has one. */
  readonly cutoff?: Cutoff;
  /** `MM-DD`; 10-01 where absent. */
  readonly fiscalYearStart?: string;
}

/** What may be done with a record (36 CFR 1236.54: Use Restriction Status and its like). */
export interface Rights {
  /** The word `unknown` where nobody said. */
  readonly useRestriction: string;
  readonly specificUse?: string;
  readonly holder?: string;
  readonly statement?: string;
}

/** Who may see a record (36 CFR 1236.54: Access Restriction Status). */
export interface Access {
  /** The word `unknown` where nobody said. */
  readonly restriction: string;
  readonly specific?: string;
}

/** A person's word that a finding of a rule may be filed all the same. */
export interface Waiver {
  /** The id of the rule. */
  readonly rule: string;
  /** The SHA-256 of what was found, in lower-case hex: the waiver holds for that alone. */
  readonly matchSha256: string;
  readonly reason: string;
  readonly by: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

/** What a person says of a post when it is filed, after inheritance from its series. */
export interface RecordFacts {
  /** Typed by a person, never assigned; a safe name of a-z, 0-9, `-`, `_` and `.`. */
  readonly id: string;
  readonly series?: string;
  /** The NARA record group. */
  readonly group?: string;
  readonly description?: string;
  readonly creator?: string;
  readonly retention: Retention;
  readonly rights?: Rights;
  readonly access?: Access;
  readonly waivers: readonly Waiver[];
}
