import type { Retention } from './record-facts.ts';

/** What a schedule lacks or has too much of to be carried out: one sentence each, none of a whole one. */
export function findRetentionGaps(retention: Retention): readonly string[] {
  const { disposition } = retention;
  const given = (keys: readonly (readonly [string, unknown])[]): readonly string[] =>
    keys.filter(([, value]) => value !== undefined).map(([key]) => `“retention.${key}”`);
  const timing = [
    ['period', retention.period],
    ['cutoff', retention.cutoff],
  ] as const;
  const authority = ['authority', retention.authority] as const;
  if (disposition === 'unscheduled') {
    const found = given([authority, ...timing]);
    return found.length === 0
      ? []
      : [`An unscheduled record has no ${join(found, 'or')}: say “retention.disposition” with it`];
  }
  const needed = disposition === 'temporary' ? [authority, ...timing] : [authority];
  const present = new Set(given(needed));
  const missing = needed.map(([key]) => `“retention.${key}”`).filter((key) => !present.has(key));
  const extra = disposition === 'permanent' ? given(timing) : [];
  return [
    ...(missing.length === 0 ? [] : [`A ${disposition} record needs ${join(missing, 'and')}`]),
    ...(extra.length === 0
      ? []
      : [`A permanent record has no ${join(extra, 'or')}: it is never disposed of`]),
  ];
}

function join(words: readonly string[], last: 'and' | 'or'): string {
  const before = words.slice(0, -1).join(', ');
  return before === '' ? (words[0] ?? '') : `${before} ${last} ${words.at(-1) ?? ''}`;
}
