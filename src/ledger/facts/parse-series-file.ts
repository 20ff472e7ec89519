import { parseDocument } from 'yaml';
import { linePlaces } from '../../document/line-places.ts';
import type { Message, Place, Result } from '../../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import { placeInYaml } from '../../diagnostics/yaml-place.ts';
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
  const { placeAt } = linePlaces(text);
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      prettyErrors: false,
      logLevel: 'silent',
    });
    const [error] = document.errors;
    if (error) return fail(`The file is not YAML: ${error.message}`, placeAt(error.pos[0], error.pos[1]));
    // Aliases can make a small file grow without end.
    const values: unknown = document.contents === null ? {} : document.toJS({ maxAliasCount: 50 });
    const placeOf = (path: readonly (string | number)[]): Place | undefined =>
      placeInYaml(document, path, placeAt);
    return { value: { file: name, values, placeOf }, messages: [] };
  } catch (error) {
    // An alias too many, or brackets nested beyond the depth of the stack.
    return fail(`The file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
