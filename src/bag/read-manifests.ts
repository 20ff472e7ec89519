import { appendAll } from '../lists/append-all.ts';
import { algorithms, recordAlgorithms, type Algorithm } from './algorithms.ts';
import type { FoundFault } from './bag-finding.ts';
import { findUnsafePath } from './bag-path.ts';
import { formatManifest, parseManifest, type ManifestEntry, type ParsedManifest } from './manifest.ts';

/** A manifest of a bag: the digest that it gives each path. */
export interface Manifest {
  readonly name: string;
  readonly lists: 'payload' | 'tag files';
  readonly algorithm: Algorithm;
  readonly digests: ReadonlyMap<string, string>;
}

/** The manifests of a bag and what is wrong with them, each on its own. */
export interface ReadManifests {
  readonly manifests: readonly Manifest[];
  readonly faults: readonly FoundFault[];
}

const manifestName = /^(tag)?manifest-([^/]*)\.txt$/u;

/** Whether a path from the bag's folder is that of a manifest, of the payload or of the tag files. */
export function isManifest(path: string): boolean {
  return manifestName.test(path);
}

/** Whether a path from the bag's folder is that of a tag manifest. */
export function isTagManifest(path: string): boolean {
  return manifestName.exec(path)?.[1] !== undefined;
}

/** Reads the manifests among the tag files of a bag, whose bytes are given by their paths. */
export function readManifests(tagFiles: ReadonlyMap<string, Uint8Array>): ReadManifests {
  const manifests: Manifest[] = [];
  const faults: FoundFault[] = [];
  for (const [name, bytes] of tagFiles) {
    const [, tag, text] = manifestName.exec(name) ?? [];
    if (text === undefined) continue;
    const algorithm = algorithms.find((known) => known === text);
    if (algorithm === undefined) {
      const reason = `is of the algorithm "${text}", which is not known`;
      faults.push({ kind: 'algorithm-unknown', path: name, reason });
      continue;
    }
    const lists = tag === undefined ? 'payload' : 'tag files';
    const parsed = parseManifest(bytes, algorithm);
    appendAll(faults, checkForm(name, bytes, parsed));
    manifests.push({ name, lists, algorithm, digests: collect(name, lists, { ...parsed, found: faults }) });
  }
  return { manifests, faults: [...faults, ...findMissing(manifests)] };
}

/** No digest covers a tag manifest; in one form only, a changed byte of it changes what it says. */
function checkForm(path: string, bytes: Uint8Array, parsed: ParsedManifest): readonly FoundFault[] {
  if (parsed.faults.length > 0)
    return parsed.faults.map((reason) => ({ kind: 'manifest-malformed', path, reason }));
  if (Buffer.from(formatManifest(parsed.entries)).equals(bytes)) return [];
  return [
    { kind: 'manifest-form', path, reason: 'says what it says in other bytes than it was sealed with' },
  ];
}

function collect(
  name: string,
  lists: Manifest['lists'],
  { entries, found }: { readonly entries: readonly ManifestEntry[]; readonly found: FoundFault[] },
): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const { path, digest } of entries) {
    const shown = JSON.stringify(path);
    const unsafe = findUnsafePath(path);
    if (unsafe !== undefined) {
      found.push({ kind: 'path-unsafe', path: name, reason: `lists ${shown}, which ${unsafe}` });
    } else if (path.startsWith('data/') !== (lists === 'payload') || isTagManifest(path)) {
      found.push({
        kind: 'path-misplaced',
        path: name,
        reason: `lists ${shown}, which is none of the ${lists}`,
      });
    } else if (digests.has(path)) {
      found.push({ kind: 'manifest-duplicate', path: name, reason: `lists ${shown} more than once` });
    } else {
      digests.set(path, digest);
    }
  }
  return digests;
}

function findMissing(manifests: readonly Manifest[]): readonly FoundFault[] {
  const faults: FoundFault[] = [];
  if (!manifests.some(({ lists }) => lists === 'payload'))
    faults.push({ kind: 'manifest-missing', path: '.', reason: 'has no manifest of the payload' });
  const expected = ['manifest', 'tagmanifest'].flatMap((kind) =>
    recordAlgorithms.map((algorithm) => `${kind}-${algorithm}.txt`),
  );
  for (const path of expected) {
    if (manifests.some(({ name }) => name === path)) continue;
    faults.push({ kind: 'record-manifest-missing', path, reason: 'is not there' });
  }
  return faults;
}
