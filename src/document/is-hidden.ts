/** Attributes of HTML as a parser gives them: `hidden` may be a word, and is absent or false where nothing is hidden by it. */
export interface HidingAttributes {
  readonly hidden?: unknown;
  readonly style?: unknown;
}

/**
 * Whether a page shows nothing of an element and programs read nothing of it: by `hidden` (HTML §6.1), or by its own style. What is only
 * out of sight (`sr-only`), only unread (`aria-hidden`) or closed (`details`) is not hidden.
 */
export function isHidden({ hidden, style }: HidingAttributes): boolean {
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  if (typeof style !== 'string') return false;
  const said = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    // Of several the last counts.
    if (colon >= 0)
      said.set(declaration.slice(0, colon).trim(), withoutImportance(declaration.slice(colon + 1)));
  }
  return said.get('display') === 'none' || ['hidden', 'collapse'].includes(said.get('visibility') ?? '');
}

function withoutImportance(value: string): string {
  return (value.split('!')[0] ?? '').trim();
}
