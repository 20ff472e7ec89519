import type { Access, Retention, Rights, Waiver } from './record-facts.ts';
import type { WrittenFacts, WrittenWaiver } from './fact-schema.ts';

/** The facts of several files as one; `id` where one of them has it. */
export interface MergedFacts {
  readonly id?: string;
  readonly series?: string;
  readonly group?: string;
  readonly description?: string;
  readonly creator?: string;
  readonly retention: Retention;
  readonly rights?: Rights;
  readonly access?: Access;
  readonly waivers: readonly Waiver[];
}

/**
 * The facts of several files as one, nearest first. The nearer wins key by key, where `cutoff` is one key. A disposition that differs
 * from an inherited one begins a schedule of its own: authority, item, period and cutoff of the other are not mixed into it.
 * Waivers add up.
 */
export function mergeFacts(sources: readonly WrittenFacts[]): MergedFacts {
  const rights = rightsOf(sources);
  const access = accessOf(sources);
  return {
    ...definedOf({
      id: nearest(sources, ({ record }) => record?.id),
      series: nearest(sources, ({ record }) => record?.series),
      group: nearest(sources, ({ record }) => record?.group),
      description: nearest(sources, ({ record }) => record?.description),
      creator: nearest(sources, ({ record }) => record?.creator),
    }),
    retention: retentionOf(sources),
    ...(rights && { rights }),
    ...(access && { access }),
    waivers: sources.flatMap(({ waivers = [] }) => waivers.map(waiverOf)),
  };
}

function retentionOf(sources: readonly WrittenFacts[]): Retention {
  const disposition = nearest(sources, ({ retention }) => retention?.disposition);
  const other = sources.findIndex(({ retention }) => {
    const written = retention?.disposition;
    return written !== undefined && written !== disposition;
  });
  const own = other < 0 ? sources : sources.slice(0, other);
  return {
    disposition: disposition ?? 'unscheduled',
    ...definedOf({
      authority: nearest(own, ({ retention }) => retention?.authority),
      scheduleItem: nearest(own, ({ retention }) => retention?.schedule_item),
      period: nearest(own, ({ retention }) => retention?.period),
      cutoff: nearest(own, ({ retention }) => retention?.cutoff),
      fiscalYearStart: nearest(sources, ({ retention }) => retention?.fiscal_year_start),
    }),
  };
}

function rightsOf(sources: readonly WrittenFacts[]): Rights | undefined {
  if (sources.every(({ rights }) => rights === undefined)) return undefined;
  return {
    useRestriction: nearest(sources, ({ rights }) => rights?.use_restriction) ?? 'unknown',
    ...definedOf({
      specificUse: nearest(sources, ({ rights }) => rights?.specific_use),
      holder: nearest(sources, ({ rights }) => rights?.holder),
      statement: nearest(sources, ({ rights }) => rights?.statement),
    }),
  };
}

function accessOf(sources: readonly WrittenFacts[]): Access | undefined {
  if (sources.every(({ access }) => access === undefined)) return undefined;
  return {
    restriction: nearest(sources, ({ access }) => access?.restriction) ?? 'unknown',
    ...definedOf({ specific: nearest(sources, ({ access }) => access?.specific) }),
  };
}

function waiverOf({ rule, match_sha256: matchSha256, reason, by, on }: WrittenWaiver): Waiver {
  return { rule, matchSha256, reason, by, on };
}

function nearest<T>(
  sources: readonly WrittenFacts[],
  pick: (facts: WrittenFacts) => T | undefined,
): T | undefined {
  return sources.map(pick).find((value) => value !== undefined);
}

function definedOf<T extends Readonly<Record<string, unknown>>>(
  values: T,
): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  // Sound: each key is there with its value or not there, which is what the type says.
  return Object.fromEntries(kept) as { readonly [K in keyof T]?: Exclude<T[K], undefined> };
}
