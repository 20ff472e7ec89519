import type { FoundMatter } from '../front-matter/read-matter.ts';

/** The facts of the front matter that can be printed, those in maps with dots between their names; also those that a site keeps under `params`. */
export function paramsOf(matter: FoundMatter | undefined): Readonly<Record<string, string>> {
  const { params, ...values } = matter?.values ?? {};
  return Object.fromEntries([...wordsIn(values, ''), ...wordsIn(params, '')]);
}

/** So deep names lie that people write with dots. */
const mostDots = 8;

function wordsIn(values: unknown, before: string, depth = 0): readonly (readonly [string, string])[] {
  if (typeof values !== 'object' || values === null || Array.isArray(values) || depth > mostDots) return [];
  return Object.entries(values).flatMap(([key, value]): readonly (readonly [string, string])[] => {
    const name = before + key;
    if (typeof value === 'string') return [[name, value]];
    if (typeof value === 'number' || typeof value === 'boolean') return [[name, String(value)]];
    return wordsIn(value, `${name}.`, depth + 1);
  });
}
