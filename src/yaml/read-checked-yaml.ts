import type * as v from 'valibot';
import { checkValue } from './check-value.ts';
import { readYaml, type ReadYaml, type ReadYamlOptions, type YamlProblem } from './read-yaml.ts';

/** What a file of a project says, as its schema has it, or all that is wrong with it. */
export type CheckedYaml<T> =
  | { readonly value: T; readonly placeOf: ReadYaml['placeOf'] }
  | { readonly problems: readonly [YamlProblem, ...YamlProblem[]] };

/** Reads a YAML file and holds it against its schema. */
export function readCheckedYaml<T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  options: ReadYamlOptions,
): CheckedYaml<T> {
  const { value, placeOf, problem } = readYaml(text, options);
  if (problem) return { problems: [problem] };
  const checked = checkValue(schema, value);
  if ('value' in checked) return { value: checked.value, placeOf };
  const [first, ...others] = checked.problems;
  const placed = ({ path, reason }: typeof first): YamlProblem => ({ reason, place: placeOf(path) });
  return { problems: [placed(first), ...others.map(placed)] };
}

/** A problem of a file as one line: `NAME:LINE:COLUMN: REASON`. */
export function formatYamlProblem(name: string, { place, reason }: YamlProblem): string {
  const { line, column } = place.start;
  return `${name}:${line}:${column}: ${reason}`;
}
