import { linePlaces } from '../../document/line-places.ts';
import type { Place } from '../../diagnostics/message.ts';
import { type KeyPath, placeInYaml } from '../../diagnostics/yaml-place.ts';
import { joinQuoted, parseYaml } from './front-matter-yaml.ts';

/** Front matter as it is written, its keys not checked. */
export interface RawFrontMatter {
  /** The value as YAML's failsafe schema reads it: every scalar is text. `undefined` where there is none or it cannot be read. */
  readonly values: unknown;
  /** The place of a key in the post. */
  readonly placeOf: (path: KeyPath) => Place | undefined;
}

/** The front matter of a decoded post; mistakes in it are told by `readPost`. */
export function readRawFrontMatter(source: string): RawFrontMatter {
  const block = /^(---[ \t]*(?:\r\n?|\n))([^]*?)^---[ \t]*$/muy;
  const [, opening = '', yaml = ''] = block.exec(source) ?? [];
  const document = parseYaml(joinQuoted(yaml));
  const places = linePlaces(source);
  const before = opening.length;
  const placeAt = (start: number, end: number): Place => places.placeAt(before + start, before + end);
  return {
    values: document.contents === null || document.errors.length > 0 ? undefined : valueOf(document),
    placeOf: (path) => placeInYaml(document, path, placeAt),
  };
}

function valueOf(document: ReturnType<typeof parseYaml>): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    // More aliases than a person writes.
    return undefined;
  }
}
