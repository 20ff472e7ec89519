import * as v from 'valibot';
import type { ReadPostOptions } from './context/post-context.ts';
import { headOf, type PostHead } from './front-matter/post-head.ts';
import { readMatter } from './front-matter/read-matter.ts';
import { cleanTexts } from './source/clean-values.ts';
import { decodePost } from './source/decode-post.ts';
import { frontMatterSchema } from './source/front-matter-schema.ts';
import { slugOf } from './source/slug-of.ts';

/**
 * What the files of a post would be called (`metadata.slug`), by its front matter and its name alone: its Markdown is not read.
 * `undefined` where its bytes are no post.
 */
export function readSlug(
  bytes: Uint8Array,
  options: Pick<ReadPostOptions, 'file' | 'path' | 'datesInNames' | 'limits'>,
  head: PostHead = headOf(bytes),
): string | undefined {
  const { value: source } = decodePost(bytes, options);
  if (source === undefined) return undefined;
  // Behind several byte order marks the head is another.
  const matter = source === head.source ? head.matter : readMatter(source);
  const written = v.safeParse(frontMatterSchema.entries.slug, cleanTexts(matter?.values['slug']));
  return slugOf(written.success ? written.output : undefined, options);
}
