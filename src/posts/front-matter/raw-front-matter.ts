import type { Place } from '../../diagnostics/message.ts';
import type { KeyPath } from '../../yaml/place-in-yaml.ts';
import { linePlaces } from '../../document/line-places.ts';
import { readMatter } from './read-matter.ts';

/** Front matter as it is written, its keys not checked. */
export interface RawFrontMatter {
  /** Its map: every scalar is text, a null is absent. `undefined` where there is none or not all of it can be read. */
  readonly values: unknown;
  /** The place of a key in the post. */
  readonly placeOf: (path: KeyPath) => Place | undefined;
}

/** The front matter of a decoded post; mistakes in it are told by `readPost`. */
export function readRawFrontMatter(source: string): RawFrontMatter {
  const matter = readMatter(source);
  if (matter === undefined) return { values: undefined, placeOf: () => undefined };
  const { block, keys, problems, stretchOf, values } = matter;
  const places = linePlaces(source);
  return {
    values: keys.length === 0 || problems.length > 0 ? undefined : values,
    placeOf: (path) => {
      const found = stretchOf(path);
      return found && places.placeAt(block.start + found.start, block.start + found.end);
    },
  };
}
