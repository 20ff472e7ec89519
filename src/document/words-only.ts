import type { Inline } from './inline.ts';
import type { NodeBase } from './node-base.ts';

/** The words of a link that leads nowhere; what leads to it still finds it, and their language and direction stay. */
export function wordsOnly(
  { place, id, lang, dir }: NodeBase,
  children: readonly Inline[],
): readonly Inline[] {
  const hasNoOwn = lang === undefined && dir === undefined;
  if (id === undefined && (hasNoOwn || children.length === 0)) return children;
  const base = {
    ...(place && { place }),
    ...(id !== undefined && { id }),
    ...(lang !== undefined && { lang }),
    ...(dir !== undefined && { dir }),
  };
  return [{ type: 'span', kind: 'language', ...base, children }];
}
