import { withoutMarkdownEnding } from '../../document/markdown-names.ts';

/** What the files of a post are called: as its front matter says, else by the name of its file. */
export function slugOf(
  written: string | undefined,
  { path, datesInNames = false }: { readonly path: string; readonly datesInNames?: boolean | undefined },
): string {
  if (written) return safeSlug(written);
  const name = withoutMarkdownEnding(path.split('/').at(-1) ?? '');
  return safeSlug(datesInNames ? name : name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/u, ''));
}

/** Letters, digits and `._-` of the text, no dot in front; at most 100 characters. */
function safeSlug(text: string): string {
  const slug = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|(?<![-.])[-.]+$/gu, '');
  return [...slug].slice(0, 100).join('') || 'post';
}
