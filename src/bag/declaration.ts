import type { FoundFault } from './bag-finding.ts';
import { decodeTagFile } from './tag-file.ts';

/** The bytes of `bagit.txt` in every bag of ours (RFC 8493 §2.1.1). */
export const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** What is wrong with a bag declaration: nothing where it is ours to the byte. */
export function checkDeclaration(bytes: Uint8Array): readonly FoundFault[] {
  const path = 'bagit.txt';
  if (Buffer.from(declaration).equals(bytes)) return [];
  const { lines, faults } = decodeTagFile(bytes);
  const wrong = (reason: string): FoundFault => ({ kind: 'declaration-wrong', path, reason });
  const [first = '', second = ''] = lines;
  const [, version] = /^BagIt-Version: (\d+\.\d+)$/u.exec(first) ?? [];
  const [, encoding] = /^Tag-File-Character-Encoding: (\S+)$/u.exec(second) ?? [];
  const found = faults.map(wrong);
  if (lines.length !== 2) found.push(wrong(`has ${lines.length} lines instead of 2`));
  if (version === undefined) found.push(wrong('has no line "BagIt-Version: 1.0" at its beginning'));
  else if (version !== '1.0') found.push(wrong(`is of version ${version}; only 1.0 can be verified`));
  if (encoding === undefined) found.push(wrong('has no second line "Tag-File-Character-Encoding: UTF-8"'));
  else if (encoding.toUpperCase() !== 'UTF-8')
    found.push(wrong(`names the encoding ${encoding}; only UTF-8 can be verified`));
  if (found.length > 0) return found;
  return [
    { kind: 'declaration-form', path, reason: 'says what it should in other bytes than it was sealed with' },
  ];
}
