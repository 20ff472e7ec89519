import { parse as parseToml } from 'smol-toml';
import { readSmallText } from '../files/read-small-text.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { valueOfYaml } from '../yaml/value-of-yaml.ts';

/** What a configuration of a site says, by its keys. */
export type SiteData = Readonly<Record<string, unknown>>;

/** No configuration that people write is larger. */
const mostBytes = 1_000_000;

/**
 * The map in a YAML, TOML or JSON file, by the ending of its name; `undefined` where it is not there, cannot be read, is larger
 * than a megabyte, is not what its ending says, or holds no map. Nothing in it is run, and the aliases of YAML are bounded.
 */
export async function readData(path: string): Promise<SiteData | undefined> {
  try {
    const text = await readSmallText(path, mostBytes);
    return text === undefined ? undefined : asMap(parseText(text, path));
  } catch {
    return undefined;
  }
}

/** Why `readData` gave nothing of a file that is there. */
export async function whyNotRead(path: string): Promise<string> {
  if (/\.[cm]?[jt]s$/u.test(path)) return 'is a program, and was not run';
  const text = await readSmallText(path, mostBytes).catch(() => '');
  return text === undefined ? 'was not read, as it is larger than a megabyte' : 'cannot be read';
}

function parseText(text: string, path: string): unknown {
  if (path.endsWith('.toml')) return parseToml(text);
  if (path.endsWith('.json')) return JSON.parse(text);
  // Generators take the last of a repeated key, and the first document.
  const document = parseYaml(text, { scalars: 'typed', lenient: true });
  return document.errors.length > 0 ? undefined : valueOfYaml(document, 100);
}

/** A value as a map of its keys; `undefined` where it is none. */
export function asMap(value: unknown): SiteData | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}
