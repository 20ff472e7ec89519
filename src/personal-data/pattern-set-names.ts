/** The names of sets of patterns: of countries, of the European Union (all of its states here, and IBAN), and IBAN alone. */
export const patternSetNames = [
  'us',
  'ca',
  'uk',
  'eu',
  'be',
  'de',
  'es',
  'fr',
  'it',
  'nl',
  'pl',
  'pt',
  'se',
  'iban',
] as const;

/** One of them. */
export type PatternSetName = (typeof patternSetNames)[number];

/** A form that a project looks for beside those of countries. */
export interface OwnPattern {
  /** What it is, for a message. */
  readonly name: string;
  /** In the syntax of RE2, which takes no longer than the text is long. */
  readonly expression: string;
  /** Words of which one stands close to it. */
  readonly beside?: readonly string[] | undefined;
}

/** What a project looks for beside social security numbers, addresses and telephone numbers. */
export type LookedFor = readonly (PatternSetName | OwnPattern)[];
