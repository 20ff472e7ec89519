import type { Place } from '../diagnostics/message.ts';
import { includedContext, type PostContext } from './context/post-context.ts';
import { settleHtml } from './html/settle-html.ts';
import { type HtmlTree, toHtmlTree } from './html/to-html-tree.ts';
import { parseMarkdown } from './source/parse-markdown.ts';
import { settleMarkdown } from './source/settle-markdown.ts';
import { settleRaw } from './source/settle-raw.ts';

/**
 * The Markdown of a file that a post includes as HTML tree, read with the dialect and the markup of the post; what is found in it is told
 * at `position`, where it is included. Plug-ins take no part, and no further file is included.
 */
export function readIncluded(markdown: string, position: Place, around: PostContext): HtmlTree {
  const context = includedContext(markdown, around);
  const tree = settleRaw(settleMarkdown(parseMarkdown(context), context), context);
  const html = settleHtml(toHtmlTree(tree, context), context, readIncluded);
  for (const message of context.messages) around.messages.push({ ...message, place: position });
  return html;
}
