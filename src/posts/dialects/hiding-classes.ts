import type { Dialect } from '../../document/dialect.ts';

/**
 * Whether the pages of a dialect do not show what has such classes: Quarto, which reads Pandoc's, hides `.hidden`, and `.content-hidden` where no
 * other attribute says when. In other dialects a class hides only what a style sheet says.
 */
export function isHiddenByClass(
  dialect: Dialect,
  classes: readonly string[],
  names: readonly string[],
): boolean {
  if (dialect === 'pandoc' && classes.includes('hidden')) return true;
  const isConditional = names.some((name) => /^(?:when|unless)-/u.test(name));
  return (dialect === 'pandoc' || dialect === 'auto') && classes.includes('content-hidden') && !isConditional;
}
