/** The part of a fragment that generators agree on: its letters without accents, its digits and signs, whatever they put between words. */
function keyOf(fragment: string): string {
  return fragment
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{P}\s\u0300-\u036f]+/gu, '');
}

/** By their keys, the fragments of one document; those that share one lead nowhere. */
const known = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string | undefined>>();

/**
 * The id of the one place whose fragment differs from this in case, in accents, in blanks and in punctuation alone, as Hexo calls
 * `Node.js_version` `Node-js-version` and GitHub `nodejs_version`; `undefined` where there is none, or several. `targets` holds the ids
 * of a document by their fragments, and does not change any more.
 */
export function nearFragment(targets: ReadonlyMap<string, string>, fragment: string): string | undefined {
  const key = keyOf(fragment);
  if (key === '') return undefined;
  const found = known.get(targets) ?? byKeys(targets);
  known.set(targets, found);
  return found.get(key);
}

function byKeys(targets: ReadonlyMap<string, string>): ReadonlyMap<string, string | undefined> {
  const ids = new Map<string, string | undefined>();
  for (const [fragment, id] of targets) {
    const key = keyOf(fragment);
    ids.set(key, ids.has(key) && ids.get(key) !== id ? undefined : id);
  }
  return ids;
}
