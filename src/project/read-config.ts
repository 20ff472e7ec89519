import * as v from 'valibot';
import { parseDocument, type Document as YamlDocument } from 'yaml';
import { findUnfit } from '../characters/unfit.ts';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { linePlaces } from '../document/line-places.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { configKeys, configSchema, type Config } from './config-schema.ts';

/** What is known of the file beside its path. */
export interface ReadConfigOptions {
  /** The file as the user named it, for messages. */
  readonly name: string;
  /** False for the default file, which may be absent. */
  readonly required: boolean;
}

/**
 * The configuration of a file; empty where it is absent and not required.
 *
 * @throws UsageError with line and column where it is not YAML, has an unknown key or a wrong value.
 */
export async function readConfig(path: string, { name, required }: ReadConfigOptions): Promise<Config> {
  const bytes = await readIfThere(path, name);
  if (bytes === undefined && required) throw new UsageError(`${name}: there is no such configuration file`);
  if (bytes === undefined) return {};
  try {
    return parseConfig(bytes.toString('utf8'), name);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new ResourceError(`Cannot read ${name}`, { path, cause });
  }
}

/** The configuration in a YAML text; throws UsageError as `readConfig` does. */
export function parseConfig(text: string, name: string): Config {
  const { pointAt } = linePlaces(text);
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  const at = (offset: number): string => {
    const { line, column } = pointAt(offset);
    return `${name}:${line}:${column}`;
  };
  if (error) throw new UsageError(`${at(error.pos[0])}: ${error.message}`);
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (Array.isArray(value)) throw new UsageError(`${at(0)}: the configuration must be a mapping of keys`);
  return checkConfig(value ?? {}, (keys) => at(offsetOf(document, keys)));
}

/**
 * A configuration that is given as a value. `place` is what messages begin with: the name of the whole, or the place of keys.
 *
 * @throws UsageError as `readConfig` does, with the key.
 */
export function checkConfig(value: unknown, place: string | ((keys: readonly unknown[]) => string)): Config {
  const result = v.safeParse(configSchema, value);
  const at = (keys: readonly unknown[]): string => (typeof place === 'string' ? place : place(keys));
  if (!result.success) {
    const [issue] = result.issues;
    const keys = (issue.path ?? []).map((item) => item.key);
    throw new UsageError(`${at(keys)}: ${describe(issue, keys)}`);
  }
  const unfit = findUnfit(result.output);
  if (unfit === undefined) return result.output;
  const { keys, holds } = unfit;
  throw new UsageError(
    `${at(keys)}: \`${keys.join('.')}\` holds a character that no file can show: ${holds}`,
  );
}

/** Keys that were, and what has taken their place. */
const successors: ReadonlyMap<string, string> = new Map([
  [
    'limits.readSeconds',
    'reading is bounded by work, not by time, with `limits.readWork` and `limits.readWorkPerByte`',
  ],
]);

function describe(issue: v.BaseIssue<unknown>, keys: readonly unknown[]): string {
  const key = keys.join('.');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const around = keys
      .slice(0, -1)
      .map((name, index) => (index === 1 && keys[0] === 'collections' ? '*' : name));
    const known = configKeys[around.join('.')] ?? [];
    const successor = successors.get(key);
    if (successor !== undefined) return `\`${key}\` is known no more: ${successor}`;
    return `unknown key \`${key}\`; the keys are ${known.join(', ')}`;
  }
  // Of an expression that a text must match, the message says what it is for.
  const wanted =
    issue.type === 'regex' || issue.type === 'check' ? issue.message : (issue.expected ?? 'something else');
  return `\`${key}\` must be ${wanted}, not ${issue.received}`;
}

/** Where the key of a path stands: the key itself, so that it can be found even where its value is missing. */
function offsetOf(document: YamlDocument, keys: readonly unknown[]): number {
  const last = keys.at(-1);
  const parent: unknown = keys.length > 1 ? document.getIn(keys.slice(0, -1), true) : document.contents;
  if (typeof parent !== 'object' || parent === null || !('items' in parent)) return 0;
  // `items` of a yaml collection is always an array: of pairs in a map, of nodes in a sequence.
  const items = parent.items as readonly unknown[];
  const item = typeof last === 'number' ? items[last] : items.find((pair) => keyOf(pair) === last);
  return startOf(item) ?? startOf(parent) ?? 0;
}

function keyOf(pair: unknown): unknown {
  const key = field(pair, 'key');
  return field(key, 'value');
}

function startOf(node: unknown): number | undefined {
  const range = field(node, 'range') ?? field(field(node, 'key'), 'range');
  const start: unknown = Array.isArray(range) ? range[0] : undefined;
  return typeof start === 'number' ? start : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
