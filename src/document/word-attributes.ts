const always: ReadonlySet<string> = new Set(
  'title alt label summary abbr placeholder standby prompt caption text attr credit header footer kicker eyebrow overline pretitle heading headline subtitle subheading tagline aria-label aria-description aria-placeholder aria-roledescription aria-valuetext aria-braillelabel'.split(
    ' ',
  ),
);

/** Types of `input` whose value is for programs, or a place on a scale (HTML §4.10.5.1). */
const valueless: ReadonlySet<string> = new Set(
  'checkbox radio hidden color range image file password'.split(' '),
);

/** An attribute of an HTML element, all in small letters. */
export interface NamedAttribute {
  readonly tagName: string;
  readonly name: string;
  /** The `type` of the element. */
  readonly type: string | undefined;
}

/**
 * Whether an attribute of HTML holds words for readers. A `value` does where a control shows it: that of an item, of data or of a gauge is a
 * sign, and the same words stand beside it.
 */
export function holdsWords({ tagName, name, type }: NamedAttribute): boolean {
  if (name === 'value') return tagName === 'input' && !valueless.has(type ?? '');
  if (name === 'content') return tagName === 'meta';
  // A colour.
  if (name === 'text' && tagName === 'body') return false;
  return name === 'srcdoc' ? tagName === 'iframe' : always.has(name);
}
