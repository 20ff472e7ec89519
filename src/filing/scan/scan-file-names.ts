import { compareCodePoints } from '../../files/compare-code-points.ts';
import { matchDigest, type ScanFinding } from './scan-finding.ts';

/** Longest path that NARA takes (Bulletin 2015-04 appendix B). */
export const longestPath = 255;

/**
 * What is wrong with the paths of a bag: names outside `a-z 0-9 - _` with at most one period, paths that are too long with
 * the bag's folder before them, and paths that differ by case or by Unicode form alone. `nameOf` says how the user names a
 * path; as it is where absent.
 */
export function scanFileNames(
  paths: readonly string[],
  { bag, nameOf = (path) => path }: { readonly bag: string; readonly nameOf?: (path: string) => string },
): readonly ScanFinding[] {
  const finding = (rule: ScanFinding['rule'], path: string, what: string): ScanFinding => {
    return { rule, file: nameOf(path), reason: what, matchSha256: matchDigest(path) };
  };
  const clashes = findClashes(paths);
  return [...paths].toSorted(compareCodePoints).flatMap((path) => {
    const length = [...`${bag}/${path}`].length;
    const other = clashes.get(path);
    return [
      ...(isSafe(path) ? [] : [finding('file-name-unsafe', path, `The name “${path}”`)]),
      ...(length <= longestPath
        ? []
        : [finding('file-path-too-long', path, `The path “${path}” has ${length} characters in the bag`)]),
      ...(other === undefined
        ? []
        : [finding('file-path-clash', path, `“${path}” and “${other}” are one name on many disks`)]),
    ];
  });
}

/** Names that Windows keeps for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

function isSafe(path: string): boolean {
  const parts = path.split('/');
  return parts.every((part, index) => {
    const isFile = index === parts.length - 1;
    const pattern = isFile ? /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)?$/u : /^[a-z0-9_-]+$/u;
    return pattern.test(part) && !devices.test(part.split('.')[0] ?? '');
  });
}

/** For each path that clashes, in itself or in a folder of it, the first path that it clashes with. */
function findClashes(paths: readonly string[]): ReadonlyMap<string, string> {
  const firsts = new Map<string, { readonly written: string; readonly path: string }>();
  const clashes = new Map<string, string>();
  for (const path of [...paths].toSorted(compareCodePoints)) {
    let written = '';
    for (const part of path.split('/')) {
      written = written === '' ? part : `${written}/${part}`;
      const folded = written.normalize('NFC').toUpperCase().toLowerCase();
      const first = firsts.get(folded);
      if (!first) firsts.set(folded, { written, path });
      else if (first.written !== written && !clashes.has(path)) clashes.set(path, first.path);
    }
  }
  return clashes;
}
