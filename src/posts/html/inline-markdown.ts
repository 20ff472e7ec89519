import type { ElementContent } from 'hast';
import { toHast } from 'mdast-util-to-hast';
import { raw } from 'hast-util-raw';
import type { Place } from '../../diagnostics/message.ts';
import { parseInline } from '../source/parse-markdown.ts';
import type { PostContext } from '../context/post-context.ts';

// Most captions are words alone.
const mayHoldMarkup = /[*_~`[\]<>&\\]|:\/\/|www\./u;

/**
 * The HTML of words that stand in the arguments of a tag (`caption="see [x](y)"`): their Markdown where they are one paragraph of it, else
 * the words as they are. All of it stands at the place of the tag.
 */
export function inlineMarkdown(words: string, position: Place, context: PostContext): ElementContent[] {
  const plain: ElementContent[] = [{ type: 'text', value: words, position }];
  if (words.trim() === '') return [];
  if (!mayHoldMarkup.test(words)) return plain;
  const tree = parseInline(words, context);
  const [only] = tree.children;
  if (tree.children.length !== 1 || only?.type !== 'paragraph') return plain;
  const html = raw(toHast(only, { allowDangerousHtml: true }));
  const [paragraph] = html.type === 'root' ? html.children : [html];
  if (paragraph?.type !== 'element') return plain;
  for (const child of paragraph.children) moveTo(child, position);
  return paragraph.children;
}

/** The HTML of the Markdown of another file, all of it at the place of the tag that includes it. */
export function blockMarkdown(markdown: string, position: Place, context: PostContext): ElementContent[] {
  const html = raw(toHast(parseInline(markdown, context), { allowDangerousHtml: true }));
  const nodes = html.type === 'root' ? html.children.filter((node) => node.type !== 'doctype') : [];
  for (const node of nodes) moveTo(node, position);
  return nodes;
}

/** Gives a node that nobody else holds yet, and all in it, one place. */
function moveTo(node: ElementContent, position: Place): void {
  node.position = position;
  if (node.type === 'element') for (const child of node.children) moveTo(child, position);
}
