import type { Cutoff, Retention } from './record-facts.ts';

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
  const isTimed = retention.period !== undefined || retention.cutoff !== undefined;
  const needed = disposition === 'temporary' || isTimed ? [authority, ...timing] : [authority];
  const present = new Set(given(needed));
  const missing = needed.map(([key]) => `“retention.${key}”`).filter((key) => !present.has(key));
  const what =
    disposition === 'permanent' && isTimed
      ? 'permanent record with a day of transfer'
      : `${disposition} record`;
  return [
    ...(missing.length === 0 ? [] : [`A ${what} needs ${join(missing, 'and')}`]),
    ...findCutoffGaps(retention.cutoff),
  ];
}

function findCutoffGaps(cutoff: Cutoff | undefined): readonly string[] {
  if (cutoff?.from === 'event' && cutoff.event === undefined)
    return ['A cutoff from an event needs “retention.cutoff.event”, its name'];
  if (cutoff?.event !== undefined && cutoff.from !== 'event')
    return [`A cutoff from “${cutoff.from}” names no event, and “${cutoff.event}” is one`];
  return [];
}

function join(words: readonly string[], last: 'and' | 'or'): string {
  const before = words.slice(0, -1).join(', ');
  return before === '' ? (words[0] ?? '') : `${before} ${last} ${words.at(-1) ?? ''}`;
}
