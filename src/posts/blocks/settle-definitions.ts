import { appendAll } from '../../lists/append-all.ts';
import type { Block, DefinitionItem } from '../../document/document.ts';
import type { NodeBase } from '../../document/node-base.ts';
import { inlineText } from '../../document/plain-text.ts';
import { type PostContext, report } from '../context/post-context.ts';

/**
 * The blocks of a definition list in which every term has a definition and every definition a term: what has none stands as a paragraph
 * of its own between the parts of the list, and is told.
 */
export function settleDefinitions(
  items: readonly DefinitionItem[],
  base: NodeBase,
  context: PostContext,
): readonly Block[] {
  const { place, ...named } = base;
  const at = { ...(place && { place }) };
  const blocks: Block[] = [];
  let whole: DefinitionItem[] = [];
  const endList = (): void => {
    if (whole.length > 0) blocks.push({ type: 'definition-list', ...at, items: whole });
    whole = [];
  };
  for (const item of items) {
    if (item.terms.length > 0 && item.definitions.length > 0) {
      whole.push(item);
      continue;
    }
    endList();
    const loose = [...item.terms, ...item.definitions.flat()];
    const words = item.terms.map(({ children }) => inlineText(children).trim()).join('”, “');
    const reason = words === '' ? 'Definition without a term' : `Term “${words}” without a definition`;
    report(context, 'definition-incomplete', { reason, place: loose[0]?.place ?? place });
    appendAll(blocks, loose);
  }
  endList();
  if (Object.keys(named).length === 0 || blocks.length === 0) return blocks;
  const [only] = blocks;
  if (blocks.length === 1 && only?.type === 'definition-list') return [{ ...only, ...base }];
  return [{ type: 'group', ...base, children: blocks }];
}
