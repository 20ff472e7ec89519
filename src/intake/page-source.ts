import { stat } from 'node:fs/promises';
import { sha256Of, sha256OfFile } from '../files/digest.ts';
import { pathInside } from '../files/inside.ts';
import { readRegularFile } from '../files/regular-file.ts';
import type { InputFile } from './input/input-record.ts';
import type { IntakeOptions } from './intake-options.ts';
import type { PostSource } from './write-post.ts';

/** What a post is made from. */
export interface PageSource {
  /** Of the file, hexadecimal. */
  readonly sha256: string;
  /** The bytes that are copied beside the post; none where the file stays where it is. */
  readonly bytes?: Uint8Array;
  /** The SHA-256 of the capture of many pages that it was cut out of. */
  readonly cutOutOf?: string;
}

/** The file as what a post is made from; a very large one stays where it is. */
export async function findPageSource(
  { absolutePath }: InputFile,
  { inputBytes }: Pick<IntakeOptions, 'inputBytes'>,
): Promise<PageSource> {
  const { size } = await stat(absolutePath);
  if (size > inputBytes) return { sha256: await sha256OfFile(absolutePath) };
  const bytes = await readRegularFile(absolutePath);
  return { bytes, sha256: sha256Of(bytes) };
}

/** Where the post finds what it was made from: an input that lies among the posts is not copied. */
export function sourceOf(
  input: InputFile,
  {
    name,
    source,
    copies,
    out,
  }: { readonly name: string; readonly source: PageSource } & Pick<IntakeOptions, 'copies' | 'out'>,
): PostSource {
  const { sha256, cutOutOf } = source;
  if (cutOutOf !== undefined)
    return { file: `captures/${name}.warc.gz`, original: input.path, originalSha256: cutOutOf, sha256 };
  const among = pathInside(out, input.absolutePath);
  if (among !== undefined) return { file: among, sha256 };
  if (!copies || source.bytes === undefined) return { file: input.path, sha256 };
  const ending = /(?:\.(?:warc|html?))?\.[a-z0-9]{1,8}$/iu.exec(input.path)?.[0].toLowerCase() ?? '';
  return { file: `captures/${name}${ending}`, original: input.path, sha256 };
}
