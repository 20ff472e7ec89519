import type { KeyPath } from '../../yaml/place-in-yaml.ts';

/** A stretch of a source, as offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What could not be read of front matter. */
export interface MatterProblem extends Partial<Stretch> {
  readonly reason: string;
}

/** Front matter as it is written, whatever the format. Offsets count from its start. */
export interface WrittenMatter {
  /** Every scalar is text but a fraction in TOML; a key whose value is null is absent. Empty where nothing could be read. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The keys of the outermost map with their values, in order; a repeated one as often as it stands there. */
  readonly keys: readonly (Stretch & { readonly name: string })[];
  /** Where a key is written; what is not there stands with the last key that is. */
  readonly stretchOf: (path: KeyPath) => Stretch | undefined;
  readonly problems: readonly MatterProblem[];
}

/** Front matter of which nothing could be read, or that is empty. */
export function nothingWritten(problems: readonly MatterProblem[]): WrittenMatter {
  return { values: {}, keys: [], stretchOf: () => undefined, problems };
}
