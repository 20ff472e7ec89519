import { UsageError } from '../diagnostics/errors.ts';
import { findFiles, type FoundFile } from './find-files.ts';
import type { Input } from './settings.ts';

/** Whether a name is that of a Markdown file. */
export const isMarkdown = (name: string): boolean => /\.(?:md|markdown)$/iu.test(name);

/**
 * The posts of all inputs: the Markdown files (`.md`, `.markdown`) that a run makes publications of.
 *
 * @throws UsageError where an input does not exist, is no Markdown file, or nothing at all is found.
 * @throws ResourceError where a folder cannot be read.
 */
export async function findPosts(inputs: readonly Input[], cwd: string): Promise<readonly FoundFile[]> {
  const refusal = 'a post is a Markdown file (.md, .markdown)';
  const found = await findFiles(inputs, { cwd, accepts: isMarkdown, refusal });
  if (found.length === 0) {
    const names = inputs.map(({ name }) => name).join(', ');
    throw new UsageError(`no posts (.md, .markdown) in ${names}`);
  }
  return found;
}
