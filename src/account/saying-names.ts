const names: ReadonlySet<string> = new Set(
  'alt title summary placeholder abbr content value caption text attr credit filename header footer kicker eyebrow overline pretitle heading headline subtitle subheading tagline aria-label aria-description aria-placeholder'.split(
    ' ',
  ),
);

/** Whether an attribute, a parameter or an option of this name holds words of the author. */
export function saysWords(name: string): boolean {
  return names.has(name);
}
