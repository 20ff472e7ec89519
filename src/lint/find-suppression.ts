import type { Message } from '../diagnostics/message.ts';
import { isOverrulable } from '../catalogue/message-rules.ts';
import type { Suppression } from '../document/document.ts';
import { countUpTo } from '../lists/count-up-to.ts';

/** A finder of what overrules a message; of several that cover its place, the one that stands first in the list. */
export function suppressionFinder(
  suppressions: readonly Suppression[],
): (message: Message) => Suppression | undefined {
  const byRule = new Map<string, Covering[]>();
  for (const suppression of suppressions) {
    const { ruleId, reason, covers } = suppression;
    if (reason === '' || covers === undefined || !isOverrulable(ruleId)) continue;
    const covering = { suppression, start: covers.start.offset, end: covers.end.offset };
    const known = byRule.get(ruleId);
    if (known) known.push(covering);
    else byRule.set(ruleId, [covering]);
  }
  const finders = new Map([...byRule].map(([ruleId, list]) => [ruleId, firstCovering(list)]));
  return ({ ruleId, place }) => (place ? finders.get(ruleId)?.(place.start.offset) : undefined);
}

/** A suppression and the stretch of the source that it covers. */
interface Covering {
  readonly suppression: Suppression;
  readonly start: number;
  readonly end: number;
}

/** Finds the first of a list that covers an offset: between two edges it is the same for all offsets, and is looked for once. */
function firstCovering(list: readonly Covering[]): (offset: number) => Suppression | undefined {
  const offsets = new Set(list.flatMap(({ start, end }) => [start, end]));
  const edges = [...offsets].toSorted((one, other) => one - other);
  const places = new Map(edges.map((edge, index) => [edge, index]));
  const owners: (Suppression | undefined)[] = edges.map(() => undefined);
  // From each edge the way to the next that has no owner yet: those that have one are stepped over once, not each time.
  const nextFree = Array.from({ length: edges.length + 1 }, (_, index) => index);
  const freeFrom = (index: number): number => {
    let free = index;
    while (nextFree[free] !== free) free = nextFree[free] ?? edges.length;
    for (let passed = index; passed !== free;) {
      const next = nextFree[passed] ?? free;
      nextFree[passed] = free;
      passed = next;
    }
    return free;
  };
  for (const { suppression, start, end } of list) {
    const last = places.get(end) ?? 0;
    for (let at = freeFrom(places.get(start) ?? 0); at < last; at = freeFrom(at)) {
      owners[at] = suppression;
      nextFree[at] = at + 1;
    }
  }
  return (offset) => owners[countUpTo(edges, offset, (edge) => edge) - 1];
}
