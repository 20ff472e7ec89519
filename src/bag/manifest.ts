import { compareCodePoints } from '../files/compare-code-points.ts';
import { digestLengths, type Algorithm } from './algorithms.ts';
import { decodeTagFile } from './tag-file.ts';

/** One line of a manifest: a digest in lower-case hexadecimal digits and the path it stands for. */
export interface ManifestEntry {
  readonly digest: string;
  readonly path: string;
}

/** What a manifest says, and what is wrong with its form: sentences without a subject. */
export interface ParsedManifest {
  readonly entries: readonly ManifestEntry[];
  readonly faults: readonly string[];
}

/** The bytes of a manifest, sorted by code points (RFC 8493 §2.1.3). */
export function formatManifest(entries: readonly ManifestEntry[]): Uint8Array {
  const lines = entries
    .toSorted((left, right) => compareCodePoints(left.path, right.path))
    .map(({ digest, path }) => `${digest}  ${encodePath(path)}\n`);
  return Buffer.from(lines.join(''));
}

/** Reads a manifest. Faulty lines are told and left out. */
export function parseManifest(bytes: Uint8Array, algorithm: Algorithm): ParsedManifest {
  const { lines, faults } = decodeTagFile(bytes);
  const entries: ManifestEntry[] = [];
  const wrong: string[] = [...faults];
  for (const [index, line] of lines.entries()) {
    const entry = parseLine(line, digestLengths[algorithm]);
    if (typeof entry === 'string') wrong.push(`line ${index + 1} ${entry}`);
    else entries.push(entry);
  }
  return { entries, faults: wrong };
}

function parseLine(line: string, digits: number): ManifestEntry | string {
  const [, digest, path] = /^([0-9A-Fa-f]+)[ \t]+([^ \t].*)$/su.exec(line) ?? [];
  if (digest === undefined || path === undefined) return 'is not a digest and a path';
  if (digest.length !== digits) return `has a digest of ${digest.length} digits instead of ${digits}`;
  if (/%(?!25|0[AaDd])/u.test(path)) return 'has a "%" that stands for nothing';
  return { digest: digest.toLowerCase(), path: decodePath(path) };
}

/** Only the percent sign, CR and LF are encoded (RFC 8493 §2.1.3). */
function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function decodePath(path: string): string {
  return path.replaceAll(/%(?:25|0[AaDd])/gu, (code) => decodeURIComponent(code));
}
