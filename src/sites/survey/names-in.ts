import { asList, asText } from '../contents/contents-list.ts';
import { asMap } from '../read-data.ts';

/** The names in a value: texts, or maps with a `name`. */
export function namesIn(value: unknown): readonly string[] | undefined {
  const names = asList(value).flatMap((each) => {
    const name = asText(each) ?? asText(asMap(each)?.['name']);
    return name === undefined ? [] : [name];
  });
  return names.length === 0 ? undefined : names;
}
