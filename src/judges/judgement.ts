/** One thing that a judge found wrong with a file. */
export interface Finding {
  /** The judge's own name of the rule, for instance `ISO 14289-1:2014 7.1-9` or `RSC-005`. */
  readonly rule: string;
  readonly message: string;
  /** How often it was found. */
  readonly count: number;
}

/** What a judge says of one file; no finding means that it has nothing against it. */
export interface Judgement {
  readonly file: string;
  readonly findings: readonly Finding[];
}
