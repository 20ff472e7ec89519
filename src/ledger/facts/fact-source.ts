import type { Place } from '../../diagnostics/message.ts';
import type { KeyPath } from '../../yaml/place-in-yaml.ts';

/** What a file says of records: front matter, or a `series.yaml` from which posts inherit. */
export interface FactSource {
  /** The file as the user named it; printed in messages. */
  readonly file: string;
  /** The mapping of the file as YAML's failsafe schema reads it: every scalar is text. */
  readonly values: unknown;
  readonly placeOf?: (path: KeyPath) => Place | undefined;
}
