import type { Properties } from 'hast';
import type { Code } from 'mdast';
import { divAttributes } from '../constructs/div-attributes.ts';
import type { PostContext } from '../context/post-context.ts';
import { hidingOf } from '../dialects/hiding-classes.ts';

/** `hidden` where the braces of a fence say that the code is not shown in what is made (Quarto, “Conditional Content”), else nothing. */
export function hidingOfCode({ lang, meta }: Code, context: PostContext): Properties {
  const braces = `${lang ?? ''} ${meta ?? ''}`.trim();
  if (!braces.startsWith('{') || !braces.endsWith('}')) return {};
  const { class: classes = '', ...named } = divAttributes(braces);
  const hidden = hidingOf({ classes: classes.split(' '), named }, context);
  return hidden === undefined ? {} : { hidden };
}
