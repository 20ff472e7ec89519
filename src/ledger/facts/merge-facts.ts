import { camelKey } from './camel-keys.ts';
import { factKeys, type WrittenFacts } from './fact-schema.ts';
import type { MergedFacts, Retention } from './record-facts.ts';

/**
 * The facts of several files as one, nearest first. The nearer wins key by key, where `cutoff` is one key. A disposition that differs
 * from an inherited one begins a schedule of its own: authority, item, period and cutoff of the other are not mixed into it.
 * Waivers add up.
 */
export function mergeFacts(sources: readonly WrittenFacts[]): MergedFacts {
  const rights = nearest('rights', sources);
  const access = nearest('access', sources);
  return {
    ...nearest('record', sources),
    retention: retentionOf(sources),
    ...(rights && { rights: { useRestriction: 'unknown', ...rights } }),
    ...(access && { access: { restriction: 'unknown', ...access } }),
    waivers: sources.flatMap(({ waivers = [] }) => waivers),
  };
}

function retentionOf(sources: readonly WrittenFacts[]): Retention {
  const { disposition = 'unscheduled', fiscalYearStart } = nearest('retention', sources) ?? {};
  const other = sources.findIndex(({ retention }) => {
    const written = retention?.disposition;
    return written !== undefined && written !== disposition;
  });
  const own = other < 0 ? sources : sources.slice(0, other);
  return {
    disposition,
    ...nearest('retention', own),
    ...(fiscalYearStart !== undefined && { fiscalYearStart }),
  };
}

/** Key by key what the nearest file says under one key, in the order of the schema; nothing where none has that key. */
function nearest<Key extends 'record' | 'retention' | 'rights' | 'access'>(
  key: Key,
  sources: readonly WrittenFacts[],
): WrittenFacts[Key] | undefined {
  const maps = sources.flatMap((source) => source[key] ?? []);
  if (maps.length === 0) return undefined;
  const merged = new Map(maps.toReversed().flatMap((map) => Object.entries(map)));
  const keys = (factKeys[key] ?? []).map(camelKey).filter((name) => merged.has(name));
  // Sound: each value stands under the key that it had in a map of this type.
  return Object.fromEntries(keys.map((name) => [name, merged.get(name)])) as WrittenFacts[Key];
}
