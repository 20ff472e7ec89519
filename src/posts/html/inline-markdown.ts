import type { Element, ElementContent } from 'hast';
import { toHast } from 'mdast-util-to-hast';
import { raw } from 'hast-util-raw';
import type { Place } from '../../diagnostics/message.ts';
import { parseInline } from '../source/parse-markdown.ts';
import type { PostContext } from '../context/post-context.ts';
import { textContent } from './anchors.ts';
import { roleNode } from './role-nodes.ts';

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
  const children = withRoles(paragraph.children, position, context);
  for (const child of children) moveTo(child, position);
  return children;
}

/** MyST roles, each a name in braces before code, as what they mean. */
function withRoles(
  nodes: readonly ElementContent[],
  position: Place,
  context: PostContext,
): ElementContent[] {
  const out: ElementContent[] = [];
  for (const node of nodes) {
    const before = out.at(-1);
    const [mark, name] = (before?.type === 'text' && roleName.exec(before.value)) || [];
    if (before?.type !== 'text' || mark === undefined || name === undefined || !isCode(node)) out.push(node);
    else {
      before.value = before.value.slice(0, -mark.length);
      const role = { name, content: textContent(node.children, context), position };
      out.push(roleNode(role, context).node);
    }
  }
  return out;
}

const roleName = /\{([A-Za-z][\w:.+-]{0,60})\}$/u;

function isCode(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'code';
}

/** Gives a node that nobody else holds yet, and all in it, one place. */
export function moveTo(node: ElementContent, position: Place): void {
  node.position = position;
  if (node.type === 'element') for (const child of node.children) moveTo(child, position);
}
