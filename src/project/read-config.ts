import { UsageError } from '../diagnostics/errors.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { checkValue, type ValueProblem } from '../yaml/check-value.ts';
import { formatYamlProblem } from '../yaml/read-checked-yaml.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { configSchema, type Config } from './config-schema.ts';

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
  return bytes === undefined ? {} : parseConfig(bytes.toString('utf8'), name);
}

/** The configuration in a YAML text; throws UsageError as `readConfig` does. */
export function parseConfig(text: string, name: string): Config {
  const { value, placeOf, problem } = readYaml(text, { scalars: 'typed', aliases: 100 });
  if (problem) throw new UsageError(formatYamlProblem(name, problem));
  const checked = checkValue(configSchema, value ?? {});
  if ('value' in checked) return checked.value;
  const [first] = checked.problems;
  throw new UsageError(formatYamlProblem(name, { place: placeOf(first.path), reason: reasonOf(first) }));
}

/**
 * A configuration that is given as a value; `name` is what messages call it.
 *
 * @throws UsageError as `readConfig` does, with the key.
 */
export function checkConfig(value: unknown, name: string): Config {
  const checked = checkValue(configSchema, value, 'it');
  if ('value' in checked) return checked.value;
  throw new UsageError(`${name}: ${reasonOf(checked.problems[0])}`);
}

/** Keys that were, and what has taken their place. */
const successors: ReadonlyMap<string, string> = new Map([
  [
    'limits.readSeconds',
    'reading is bounded by work, not by time, with `limits.readWork` and `limits.readWorkPerByte`',
  ],
]);

function reasonOf({ path, reason }: ValueProblem): string {
  const key = path.join('.');
  const successor = successors.get(key);
  return successor === undefined ? reason : `\`${key}\` is known no more: ${successor}`;
}
