import { countUpTo } from '../../lists/count-up-to.ts';

/** Finds where the key that an offset belongs to begins: at the start of a line. */
export function keyFinder(source: string): (offset: number) => number {
  const written = [...source.matchAll(/^[^\s#-][^\r\n:]*:/gmu)];
  const endOf = ({ index, 0: key }: RegExpExecArray): number => index + key.length - 1;
  return (offset) => written[countUpTo(written, offset, endOf) - 1]?.index ?? 0;
}

/** The same source without these keys, so that a mistake in one does not cost the others; offsets stay. */
export function withoutKeys(source: string, keys: ReadonlySet<number>): string {
  const kept: string[] = [];
  let from = 0;
  const nextKey = /\r?\n(?=[^\s#-][^\r\n:]*:)/gu;
  for (const start of [...keys].toSorted((one, other) => one - other)) {
    // Behind a lone CR a key can begin within the value of another.
    if (start < from) continue;
    nextKey.lastIndex = start;
    const next = nextKey.exec(source)?.index ?? source.length;
    kept.push(
      source.slice(from, start),
      source.slice(start, next).replace(/[^\r\n]+/gu, (line) => ' '.repeat(line.length)),
    );
    from = next;
  }
  return [...kept, source.slice(from)].join('');
}

const quotedValue = /^([\w-]+:[ \t]+)("(?:[^"\\]|\\[^])*"|'(?:[^']|'')*')(?=[ \t]*(?:#.*)?(?:[\r\n]|$))/gmu;

/**
 * The same source with quoted values that continue at the start of a line on one line: YAML 1.2 wants them indented (§7.3.1), Jekyll's
 * reader does not. A line end inside quotes is a space, so nothing changes its place.
 */
export function joinQuoted(source: string): string {
  return source.replace(quotedValue, (all, key: string, value: string) => {
    const lines = value.split(/\r\n?|\n/u);
    if (lines.length === 1 || lines.slice(1).some((line) => /^[\w-]+:(?:\s|$)/u.test(line))) return all;
    if (!lines.slice(1).some((line) => /^\S/u.test(line)) || lines.some((line) => line.endsWith('\\')))
      return all;
    return key + value.replace(/[\r\n]/gu, ' ');
  });
}
