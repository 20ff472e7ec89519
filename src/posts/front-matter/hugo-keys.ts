import type { WrittenMatter } from './written-matter.ts';

/** The keys that Hugo knows itself, as it writes them; it reads them in whatever case. */
const hugoKeys: ReadonlyMap<string, string> = new Map(
  (
    'aliases author authors date description draft expiryDate lang lastmod linkTitle params permalink publishDate slug summary tags title ' +
    'updated url'
  )
    .split(' ')
    .map((key) => [key.toLowerCase(), key]),
);

/** Front matter with the keys of Hugo as Hugo writes them (`Title`, `DATE`), where none stands there so already. */
export function withHugoKeys(matter: WrittenMatter): WrittenMatter {
  const present = new Set(Object.keys(matter.values));
  const renamed = new Map<string, string>();
  for (const key of present) {
    const known = hugoKeys.get(key.toLowerCase());
    // Generators have `publishdate` as well, and what reads it knows so.
    if (known === undefined || present.has(known) || key === key.toLowerCase()) continue;
    renamed.set(key, known);
    present.add(known);
  }
  if (renamed.size === 0) return matter;
  const written = new Map([...renamed].map(([key, known]) => [known, key]));
  const nameOf = (key: string): string => renamed.get(key) ?? key;
  return {
    ...matter,
    values: Object.fromEntries(Object.entries(matter.values).map(([key, value]) => [nameOf(key), value])),
    keys: matter.keys.map((key) => ({ ...key, name: nameOf(key.name) })),
    stretchOf: ([first, ...rest]) =>
      matter.stretchOf(
        first === undefined
          ? []
          : [typeof first === 'string' ? (written.get(first) ?? first) : first, ...rest],
      ),
  };
}
