import type { Element } from 'hast';
import { shorten } from '../../characters/shorten.ts';
import type { Place } from '../../diagnostics/message.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';

/** So much of a formula is quoted. */
const longestQuote = 60;

/** TeX as code, with the signs it stands between: of a block, without the marks of quotations before its lines. */
export function mathElement(written: string, isBlock: boolean, position: Place): Element {
  const value = isBlock ? written.replace(/([\r\n])[ \t]*>[ \t]?/gu, '$1') : written;
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [{ type: 'text', value, position }],
    position,
  };
  return isBlock ? { type: 'element', tagName: 'pre', properties: {}, children: [code], position } : code;
}

/** Tells once for a post that its mathematics is kept as it is written. */
export function reportMath(context: PostContext): void {
  const [first] = context.math;
  if (first === undefined) return;
  const { size } = context.math;
  const times = size === 1 ? '' : `, ${size} times`;
  const quoted = shorten(first.written, longestQuote);
  const reason = `Mathematics in TeX${times}, first “${quoted.replace(/\s+/gu, ' ')}”: kept as code`;
  report(context, 'math-unread', { reason, place: placeAt(context, first.start, first.end) });
}
