import type { Properties } from 'hast';
import type { Code } from 'mdast';
import { divAttributes } from '../constructs/div-attributes.ts';
import type { PostContext } from '../context/post-context.ts';
import { type CellOptions, saysNo } from './cell-options.ts';
import { hidingOf } from '../dialects/hiding-classes.ts';

/**
 * `hidden` where the braces of a fence, or the options of a cell, say that the code is not shown in what is made (Quarto, “Conditional
 * Content”, “Code Cells”), else nothing. What the code does is shown nowhere: no cell is run.
 */
export function hidingOfCode(
  { lang, meta }: Code,
  cell: CellOptions | undefined,
  context: PostContext,
): Properties {
  if (cell !== undefined && isSilent(cell, context)) return { hidden: 'hidden' };
  const braces = `${lang ?? ''} ${meta ?? ''}`.trim();
  if (!braces.startsWith('{') || !braces.endsWith('}')) return {};
  const { class: classes = '', ...named } = divAttributes(braces);
  const hidden = hidingOf({ classes: classes.split(' '), named }, context);
  return hidden === undefined ? {} : { hidden };
}

/** Whether a cell does not print its code: it says so itself, or else the front matter does for all cells. */
export function isSilent({ values }: CellOptions, { matter }: PostContext): boolean {
  if (saysNo(values.get('include'))) return true;
  const echo = values.get('echo');
  if (echo !== undefined) return saysNo(echo);
  const execute = matter?.values['execute'];
  return typeof execute === 'object' && execute !== null && 'echo' in execute && saysNo(String(execute.echo));
}
