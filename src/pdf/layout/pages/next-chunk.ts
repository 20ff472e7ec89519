import type { Unit } from '../flow-block.ts';

/**
 * The next units to the first place where a page may end, or until those before the last are higher than a page: what
 * follows has no say then in how they are cut. `waiting` begins with the last one.
 */
export function nextChunk(waiting: readonly Unit[], pagePt: number): readonly Unit[] {
  const chunk: Unit[] = [];
  let heightPt = 0;
  for (const unit of fromTheEnd(waiting)) {
    const abovePt = heightPt;
    chunk.push(unit);
    heightPt += unit.heightPt + (chunk.length === 1 ? 0 : unit.gapPt);
    if (!unit.keepWithNext || abovePt > pagePt) break;
  }
  return chunk;
}

function* fromTheEnd(units: readonly Unit[]): Iterable<Unit> {
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const unit = units[at];
    if (unit) yield unit;
  }
}
