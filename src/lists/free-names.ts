/** How names that are taken get their number. */
export interface FreeNamesOptions {
  /** What nothing is called again, by its key; what is given out comes to it. */
  readonly taken: Set<string>;
  /** The number of the second of a name. */
  readonly firstNumber: number;
  readonly numbered: (name: string, number: number) => string;
  /** Names of one key are one name; if left out, a name is its own key. */
  readonly keyOf?: (name: string) => string;
}

/**
 * Gives each name once: one that is taken gets a number. Of the same name it goes on where it stopped, since trying all
 * numbers again for each takes the square of how many ask for it.
 */
export function freeNames(options: FreeNamesOptions): (wanted: string) => string {
  const { taken, firstNumber, numbered, keyOf = (name) => name } = options;
  const numbers = new Map<string, number>();
  return (wanted) => {
    const key = keyOf(wanted);
    let number = numbers.get(key) ?? firstNumber;
    let name = wanted;
    for (; taken.has(keyOf(name)); number += 1) name = numbered(wanted, number);
    numbers.set(key, number);
    taken.add(keyOf(name));
    return name;
  };
}
