import type { FoundFault } from './bag-finding.ts';
import type { BagListing } from './list-bag.ts';
import { isManifest, isTagManifest, type Manifest } from './read-manifests.ts';

/** Files that are listed but not there, and files that are there but not listed (RFC 8493 §3, for 1.0). */
export function checkCompleteness(
  listing: BagListing,
  manifests: readonly Manifest[],
): readonly FoundFault[] {
  const there = new Set(listing.files.map(({ path }) => path));
  const listed = new Set(manifests.flatMap(({ digests }) => [...digests.keys()]));
  const byForm = new Map(
    [...there].filter((path) => !listed.has(path)).map((path) => [path.normalize('NFC'), path]),
  );
  const twinOf = (path: string): string | undefined => byForm.get(path.normalize('NFC'));
  return [
    ...[...listed]
      .filter((path) => !there.has(path))
      .map((path) => missing(path, manifests, twinOf(path) !== undefined)),
    ...[...there].flatMap((path) => unlisted(path, manifests)),
    ...(listing.folders.includes('data') ? [] : [noPayload]),
  ];
}

const noPayload: FoundFault = { kind: 'payload-folder-missing', path: 'data', reason: 'is not there' };

function missing(path: string, manifests: readonly Manifest[], hasTwin: boolean): FoundFault {
  const names = manifests.filter(({ digests }) => digests.has(path)).map(({ name }) => name);
  // As file systems and programs that copy do it: the letters are the same, composed in another way.
  const twin = hasTwin ? '; a file of the same name in another Unicode form is there' : '';
  const reason = `is not there, but listed in ${names.join(' and ')}${twin}`;
  return { kind: 'file-missing', path, reason };
}

function unlisted(path: string, manifests: readonly Manifest[]): readonly FoundFault[] {
  if (isTagManifest(path)) return [];
  if (path === 'fetch.txt')
    return [{ kind: 'fetch-present', path, reason: 'is there; a record is filed whole' }];
  const lists = path.startsWith('data/') ? 'payload' : 'tag files';
  const silent = manifests.filter((manifest) => manifest.lists === lists && !manifest.digests.has(path));
  // RFC 8493 §2.2.1 asks a tag manifest for the payload manifests and leaves the other tag files to it.
  const kind = lists === 'payload' || isManifest(path) ? 'file-unlisted' : 'tag-file-unlisted';
  if (silent.length === 0) return [];
  return [{ kind, path, reason: `is not listed in ${silent.map(({ name }) => name).join(' and ')}` }];
}
