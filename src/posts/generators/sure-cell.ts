/**
 * Whether words of a cell can be read alone: without blocks, and without what only the post around it gives a meaning, such as notes,
 * references, formulas and attributes.
 */
export function isSureCell(words: string): boolean {
  if (/[{}$@<>\\]|\[\^|\^\[|[~^]\S/u.test(words)) return false;
  if (/^(?:[-+*]|\d{1,9}[.)])(?:\s|$)|^#{1,6}\s|^(?:`{3}|~{3}|:{3})|^\||^:\s/u.test(words)) return false;
  return !words.replace(/\[[^[\]]{0,300}\]\([^()\s]{0,300}\)/gu, '').includes('[');
}
