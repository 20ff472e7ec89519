import type { MarkupCall, MarkupMeaning } from './markup.ts';
import { addresses, altOf, firstOf, pictureOf } from './picture-of.ts';

/** What a call means that nobody knows by its name: a picture with its alternative, a link with its words, blocks under a line. */
export function anyMeaning(call: MarkupCall): MarkupMeaning | undefined {
  const { named, body } = call;
  if (firstOf(named, addresses) !== undefined && altOf(named) !== undefined) return pictureOf(call);
  const { href } = named;
  const text = firstOf(named, ['text', 'label', 'title']);
  if (href && text && body === undefined) return { type: 'link', href, text };
  if (body === undefined || isControl(call) || !isHolder({ ...call, named: {} })) return undefined;
  const label = shown.flatMap((names) => firstOf(named, names) ?? []).join(': ');
  return label === '' ? undefined : { type: 'group', label };
}

/** What arguments are called whose words a page shows above those of the call: over its title, the title, and under it. */
const shown: readonly (readonly string[])[] = [
  ['kicker', 'eyebrow', 'overline', 'pretitle'],
  ['title', 'heading', 'headline', 'summary'],
  ['subtitle', 'subheading', 'tagline'],
];

/** Tags that decide whether, and how often, their words are there. */
const controls: ReadonlySet<string> = new Set(
  'if unless case for tablerow capture assign raw comment set block macro call filter schema'.split(' '),
);

function isControl({ name }: Pick<MarkupCall, 'name'>): boolean {
  return controls.has(name) || /^[a-z]+:|[=&|]/u.test(name);
}

/**
 * Whether a call that nobody knows can be left out around the words that it holds: its arguments hold no words of their own. Settings are
 * single words in small letters; what has no name and begins with a capital, or is of a script that has none, is shown: `quote Ann Lee`.
 */
export function isHolder(call: Pick<MarkupCall, 'name' | 'args' | 'named'>): boolean {
  const values = [...call.args, ...Object.values(call.named)];
  return (
    !isControl(call) &&
    values.every((value) => !/\p{L}\s+\S*\p{L}/u.test(value)) &&
    call.args.every((value) => !/^\p{Lu}\p{Ll}|\p{Lo}/u.test(value))
  );
}
