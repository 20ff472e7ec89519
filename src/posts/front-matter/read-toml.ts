import { parse, TomlDate, TomlError } from 'smol-toml';
import { linePlaces } from '../../document/line-places.ts';
import { type MatterProblem, nothingWritten, type Stretch, type WrittenMatter } from './written-matter.ts';

/** Reads front matter in TOML 1.0, as Hugo and Zola have it; where it is broken nothing of it is read. */
export function readToml(source: string): WrittenMatter {
  try {
    const values = Object.entries(parse(source, { integersAsBigInt: true }));
    const keys = keysOf(source);
    return {
      values: Object.fromEntries(values.map(([name, value]) => [name, withoutDates(value)])),
      keys,
      stretchOf: ([name]) => keys.find((key) => key.name === name),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return nothingWritten([problemOf(error, source)]);
  }
}

/** Scalars as text; a number with a fraction stays one, since 1.10 and 1.1 are the same and which was written is not known. */
function withoutDates(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutDates(inner)]));
  return typeof value === 'number' ? value : String(value);
}

/** The keys and tables of the outermost map, each where it first stands at the start of a line. */
function keysOf(source: string): readonly (Stretch & { readonly name: string })[] {
  const written = /^[ \t]*(\[{1,2}[ \t]*)?(?:([\w-]+)|"([^"\\\r\n]*)"|'([^'\r\n]*)')([^\r\n]*)/gmu;
  const found = new Map<string, Stretch & { readonly name: string }>();
  let inTable = false;
  for (const match of source.matchAll(written)) {
    const [line, table, bare, quoted, literal, rest = ''] = match;
    if (table !== undefined) inTable = true;
    else if (inTable || !/^[ \t]*[=.]/u.test(rest)) continue;
    const name = bare ?? quoted ?? literal ?? '';
    const start = match.index + line.length - line.trimStart().length;
    if (!found.has(name)) found.set(name, { name, start, end: match.index + line.trimEnd().length });
  }
  return [...found.values()];
}

function problemOf({ message, line, column }: TomlError, source: string): MatterProblem {
  // What follows the first line is a drawing of the place.
  const [said = ''] = message.split('\n');
  const start = (linePlaces(source).lineStarts[line - 1] ?? 0) + Math.max(0, column - 1);
  const reason = `Front matter is not TOML: ${said.replace(/^Invalid TOML document: /u, '')}`;
  return { reason, start: Math.min(start, source.length), end: Math.min(start + 1, source.length) };
}
