import type { BlockStyle, LayoutContext } from '../context.ts';
import type { Unit } from '../flow-block.ts';
import { layoutLines } from './layout-lines.ts';

/** Words that are no part of the document, on as many lines as they need: artifacts. */
export function artifactLines(words: string, style: BlockStyle, context: LayoutContext): readonly Unit[] {
  if (words === '') return [];
  const { bold, italic, lang, size } = style;
  const glyphs = { role: 'text' as const, bold, italic, lang, sizePt: size.sizePt };
  const tag = { slot: null, colour: style.colour, risePt: 0, underline: false, strike: false };
  return layoutLines([{ kind: 'text', text: words, style: glyphs, tag }], style, context);
}
