/**
 * The known word that another was most likely meant to be: one that differs in letter case, hyphens and underscores alone, else in
 * one letter (added, left out, replaced, or two that changed places), or in two where it has six letters or more. Of several
 * the nearest, then the first; `undefined` where none is near.
 */
export function nearWord(word: string, known: Iterable<string>): string | undefined {
  const letters = bare(word);
  let nearest: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    const target = bare(candidate);
    const most = mostEdits(target.length);
    if (Math.abs(target.length - letters.length) > most) continue;
    const edits = editsBetween(letters, target);
    if (edits > most || edits >= least) continue;
    nearest = candidate;
    least = edits;
  }
  return nearest;
}

/** In a short word each letter counts: `lane` is no `lang`, nor is `tag` a slip of `tax`. */
function mostEdits(length: number): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : 2;
}

function bare(word: string): string {
  return word.replaceAll(/[-_ ]/gu, '').toLowerCase();
}

/** Optimal string alignment (Damerau, 1964): the rows of its table, of which the last three are needed. */
function editsBetween(left: string, right: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current.push(
        Math.min(
          at(above, column) + 1,
          at(current, column - 1) + 1,
          at(above, column - 1) + (isSame ? 0 : 1),
          row > 1 && column > 1 && isSwapped ? at(before, column - 2) + 1 : Infinity,
        ),
      );
    }
    before = above;
    above = current;
  }
  return at(above, right.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
