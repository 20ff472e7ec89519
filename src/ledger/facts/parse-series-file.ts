import { readYaml } from '../../yaml/read-yaml.ts';
import type { Message, Place, Result } from '../../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { FactSource } from './fact-source.ts';

/** A series says a few lines; what is longer was not written by a person. */
const longest = 100_000;

/**
 * What a `series.yaml` says, with the places of its keys, for `readRecordFacts`; an empty mapping where a message says that the file
 * is not YAML. Whether its keys are right is said by `readRecordFacts`.
 */
export function parseSeriesFile(text: string, name: string): Result<FactSource> {
  const nothing: FactSource = { file: name, values: {} };
  const fail = (reason: string, place?: Place): Result<FactSource> => {
    const messages: readonly Message[] = [reportRule('series-file-invalid', { reason, file: name, place })];
    return { value: nothing, messages };
  };
  if (text.length > longest) return fail(`The file has more than ${longest} characters`);
  const { value, placeOf, problem } = readYaml(text, { scalars: 'text', aliases: 50 });
  if (problem) return fail(problem.reason, problem.place);
  return { value: { file: name, values: value ?? {}, placeOf }, messages: [] };
}
