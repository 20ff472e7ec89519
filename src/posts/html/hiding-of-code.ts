import type { Properties } from 'hast';
import type { Code } from 'mdast';
import { divAttributes } from '../constructs/div-attributes.ts';
import type { PostContext } from '../context/post-context.ts';
import { type CellOptions, saysNo } from './cell-options.ts';
import { hidingOf } from '../dialects/hiding-classes.ts';

/**
 * `hidden` where the braces of a fence, or the options of a cell, say that neither the code nor what it does is shown in what is made (Quarto,
 * “Conditional Content”, “Code Cells”), else nothing.
 */
export function hidingOfCode(
  { lang, meta }: Code,
  cell: CellOptions | undefined,
  context: PostContext,
): Properties {
  if (saysNo(cell?.values.get('include'))) return { hidden: 'hidden' };
  const braces = `${lang ?? ''} ${meta ?? ''}`.trim();
  if (!braces.startsWith('{') || !braces.endsWith('}')) return {};
  const { class: classes = '', ...named } = divAttributes(braces);
  const hidden = hidingOf({ classes: classes.split(' '), named }, context);
  return hidden === undefined ? {} : { hidden };
}
