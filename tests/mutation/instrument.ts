import { parseSync } from 'oxc-parser';
import { walk, type Mutant, type Node } from './find-mutants.ts';

/** A mutant with its number, by which it is switched on. */
export interface NumberedMutant extends Mutant {
  readonly id: number;
}

/** A part of the source that is written otherwise: what stands around it, and what is within. */
interface Site {
  readonly start: number;
  readonly end: number;
  readonly wrap: (inner: string) => string;
}

/**
 * The source with all its mutants in it, each asleep until `__mutant(id)` is true, so that a source is compiled once for all of
 * them. Loops call `__loop()`, which ends those that a mutant has made endless. Both are globals that the tests bring along.
 */
export function instrument(path: string, source: string, mutants: readonly NumberedMutant[]): string {
  const groups = new Map<string, NumberedMutant[]>();
  for (const mutant of mutants) {
    const range = `${mutant.start} ${mutant.end}`;
    groups.set(range, [...(groups.get(range) ?? []), mutant]);
  }
  const sites = [...loopSites(path, source), ...[...groups.values()].map(siteOf)];
  // The outer one first; of two that cover the same, the loop's, which must stand around the statement.
  const ordered = sites.toSorted((left, right) => left.start - right.start || right.end - left.end);
  return write(source, { start: 0, end: source.length, sites: ordered });
}

function siteOf(group: readonly NumberedMutant[]): Site {
  const { start, end } = group[0] ?? { start: 0, end: 0 };
  const removed = group.filter(({ replacement }) => replacement === undefined);
  const replaced = group.filter(({ replacement }) => replacement !== undefined);
  const choices = replaced.map(({ id, replacement }) => `__mutant(${id})?(${replacement}):`).join('');
  const tests = removed.map(({ id }) => `if(!__mutant(${id}))`).join('');
  return {
    start,
    end,
    wrap: (inner) => {
      const expression = choices === '' ? inner : `(${choices}(${inner}))`;
      // In a block of its own: an `else` behind it would be taken for the one of the test.
      return tests === '' ? expression : `{${tests}{${expression}}}`;
    },
  };
}

function loopSites(path: string, source: string): readonly Site[] {
  // The tree of the parser is what `walk` reads; its types name every node apart.
  const program = parseSync(path, source).program as unknown as Node;
  return [...walk(program)].flatMap(([node]) => {
    const body = node['body'];
    if (!/^(?:For|ForIn|ForOf|While|DoWhile)Statement$/u.test(node.type) || !isRange(body)) return [];
    return [{ start: body.start, end: body.end, wrap: (inner: string) => `{__loop();${inner}}` }];
  });
}

function isRange(value: unknown): value is { readonly start: number; readonly end: number } {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

function write(
  source: string,
  { start, end, sites }: { readonly start: number; readonly end: number; readonly sites: readonly Site[] },
): string {
  let text = '';
  let at = start;
  for (let index = 0; index < sites.length;) {
    const site = sites[index];
    if (site === undefined) break;
    const within = sites.slice(index + 1).findIndex((other) => other.start >= site.end);
    const next = within === -1 ? sites.length : index + 1 + within;
    const inner = write(source, { start: site.start, end: site.end, sites: sites.slice(index + 1, next) });
    text += source.slice(at, site.start) + site.wrap(inner);
    at = site.end;
    index = next;
  }
  return text + source.slice(at, end);
}
