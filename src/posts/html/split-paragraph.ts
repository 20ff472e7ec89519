import type { Element, ElementContent } from 'hast';
import type { PostContext } from '../context/post-context.ts';
import { textContent } from './anchors.ts';
import { elementName } from './markers.ts';

/** Elements in which words and paragraphs may stand side by side. */
export const flowElements: ReadonlySet<string> = new Set([
  'aside',
  'blockquote',
  'dd',
  'div',
  'li',
  'section',
  'td',
  'th',
]);

/** A picture that has words below it is a paragraph of its own. */
export function asBlock(node: ElementContent): ElementContent {
  if (!isCaptioned(node)) return node;
  const { position } = node;
  return {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [withoutEmphasis(node)],
    ...(position && { position }),
  };
}

function isCaptioned(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  if (node.tagName === 'img') return node.children.length > 0;
  const [only] = node.children;
  return around.has(node.tagName) && node.children.length === 1 && only !== undefined && isCaptioned(only);
}

/** What may stand around a picture without saying anything of it, but for a link. */
const around: ReadonlySet<string> = new Set(['a', 'b', 'em', 'i', 'strong']);

/** The picture, with its link. */
function withoutEmphasis(node: ElementContent): ElementContent {
  const [only] = node.type === 'element' ? node.children : [];
  const isPlain = node.type === 'element' && node.tagName !== 'img' && node.tagName !== 'a';
  return isPlain && only !== undefined ? withoutEmphasis(only) : node;
}

/** A paragraph, or several where markup in it stands for a block. */
export function splitParagraph(paragraph: Element, context: PostContext): ElementContent[] {
  const isBlock = (node: ElementContent): boolean =>
    isCaptioned(node) ||
    (node.type === 'element' &&
      (node.tagName === 'pre' ||
        ['tagleaf:callout', 'tagleaf:group', 'tagleaf:table'].includes(elementName(context, node))));
  if (!paragraph.children.some(isBlock)) return [paragraph];
  const out: ElementContent[] = [];
  let phrase: ElementContent[] = [];
  const end = (): void => {
    if (textContent(phrase, context).trim() !== '' || phrase.some((node) => node.type === 'element'))
      out.push({ ...paragraph, children: phrase });
    phrase = [];
  };
  for (const child of paragraph.children) {
    if (isBlock(child)) {
      end();
      out.push(isCaptioned(child) ? { ...paragraph, children: [withoutEmphasis(child)] } : child);
    } else phrase.push(child);
  }
  end();
  return out;
}
