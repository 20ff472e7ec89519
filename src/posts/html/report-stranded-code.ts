import type { Place } from '../../diagnostics/message.ts';
import { type PostContext, placeAt, report } from '../context/post-context.ts';

/** So much of the line behind code is looked at. */
const longestLine = 200;

/**
 * Tells of fenced code behind the sign of a quotation or of an item whose next line has none: the quotation ends there (CommonMark
 * 0.31.2 §4.5), and the fence that was meant to end the code begins some, so that the text behind it is shown as code.
 */
export function reportStrandedCode({ start, end }: Place, context: PostContext): void {
  const written = context.source.slice(start.offset, end.offset).trimEnd();
  const [first = '', ...others] = written.split(/\r\n?|\n/u);
  const fence = /^(?:`{3,}|~{3,})/u.exec(first)?.[0];
  if (fence === undefined) return;
  const last = (others.at(-1) ?? '').replace(/^[ \t>]+/u, '');
  if (last.startsWith(fence) && new Set(last).size === 1) return;
  const behind = start.offset + written.length;
  const [, next = ''] =
    /^[ \t]*(?:\r\n?|\n)([^\r\n]*)/u.exec(context.source.slice(behind, behind + longestLine)) ?? [];
  // What begins a block of its own ends the quotation without a line of its code outside.
  if (next.trim() === '' || /^[ \t]*(?:[-+*>|#<:]|\d{1,9}[.)])/u.test(next)) return;
  const reason = `Readers see code as text, and the text behind it as code: “${fence}” stands in a quotation or in a list, and the next line does not; begin each line of the code as that of “${fence}” begins`;
  report(context, 'markup-visible', {
    reason,
    place: placeAt(context, start.offset, start.offset + fence.length),
  });
}
