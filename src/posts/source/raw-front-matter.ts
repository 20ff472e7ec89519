import type { Place, Point } from '../../diagnostics/message.ts';
import { type KeyPath, placeInYaml } from '../../diagnostics/yaml-place.ts';
import { countUpTo } from '../../lists/count-up-to.ts';
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
  const lines = [0, ...[...source.matchAll(/\r\n?|\n/gu)].map((end) => end.index + end[0].length)];
  const pointAt = (inYaml: number): Point => {
    const offset = opening.length + inYaml;
    const line = countUpTo(lines, offset, (start) => start);
    return { line, column: offset - (lines[line - 1] ?? 0) + 1, offset };
  };
  const placeAt = (start: number, end: number): Place => ({ start: pointAt(start), end: pointAt(end) });
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
