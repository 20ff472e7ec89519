import type { ElementContent, Properties } from 'hast';
import { countUnfit, describeUnfit, withoutUnfit } from '../../characters/unfit.ts';
import type { Place } from '../../diagnostics/message.ts';
import { placeWithin } from '../../document/place-within.ts';
import { placeOf } from '../context/place-of.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { spendShared } from './spend-shared.ts';
import type { HtmlTree } from './to-html-tree.ts';

/** The tree without characters that neither output can hold, in texts and attributes alike: what is built of it needs no second look. */
export function cleanHtml(tree: HtmlTree, context: PostContext): HtmlTree {
  return {
    ...tree,
    body: cleanNodes(tree.body, undefined, context),
    notes: tree.notes.map((note) => {
      const { element } = note;
      return {
        ...note,
        element: { ...element, children: cleanNodes(element.children, placeOf(element), context) },
      };
    }),
  };
}

function cleanNodes(
  nodes: readonly ElementContent[],
  around: Place | undefined,
  context: PostContext,
): ElementContent[] {
  return nodes.map((node) => {
    const place = placeOf(node) ?? around;
    if (node.type === 'text') {
      const value = cleanString(node.value, place, context);
      return value === node.value ? node : { ...node, value };
    }
    if (node.type !== 'element') return node;
    const properties = cleanProperties(node.properties, place, context);
    return { ...node, properties, children: cleanNodes(node.children, place, context) };
  });
}

function cleanProperties(properties: Properties, place: Place | undefined, context: PostContext): Properties {
  let cleaned = properties;
  for (const name in properties) {
    const value = properties[name];
    if (typeof value !== 'string') continue;
    spendShared(value, context);
    const clean = cleanString(value, place, context);
    if (clean !== value) cleaned = { ...cleaned, [name]: clean };
  }
  return cleaned;
}

/** The string without characters that neither output can hold; each of them is told. */
export function cleanString(value: string, place: Place | undefined, context: PostContext): string {
  for (const [character, times] of countUnfit(value)) {
    report(context, 'control-char', {
      reason: describeUnfit(character, times),
      place: placeWithin(character, place, context.source),
    });
  }
  return withoutUnfit(value);
}
