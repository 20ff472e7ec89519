import { isMap, isScalar, isSeq, type Document as YamlDocument, type Node } from 'yaml';

/** The way to a value in a YAML document: keys of maps, and numbers from 0 of lists. */
export type KeyPath = readonly (string | number)[];

/**
 * The place of a key path in a YAML document: that of the key, or of the item where the path ends in a list. What the document does
 * not have is placed at the last key that it has. `placeAt` makes a place of two offsets.
 */
export function placeInYaml<Found>(
  document: YamlDocument,
  path: KeyPath,
  placeAt: (start: number, end: number) => Found,
): Found | undefined {
  let node: unknown = document.contents;
  let range: Node['range'];
  for (const step of path) {
    if (isMap(node)) {
      // Of a repeated key the last value counts.
      const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined || !isScalar(pair.key)) break;
      range = pair.key.range;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      node = node.items[step];
      range = rangeOf(node) ?? range;
    } else break;
  }
  return range ? placeAt(range[0], range[1]) : undefined;
}

function rangeOf(node: unknown): Node['range'] {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
}
