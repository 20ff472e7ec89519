import { countUnfit, describeUnfit, textsOf, withoutUnfit } from '../../characters/unfit.ts';
import type { Place } from '../../diagnostics/message.ts';
import { placeWithin } from '../../document/place-within.ts';
import { type PostContext, report } from '../context/post-context.ts';

/** A value of front matter without the characters that neither output can hold; tells of them at the place of its key. */
export function cleanValue(value: unknown, place: Place | undefined, context: PostContext): unknown {
  const texts = [...textsOf(value)].map(({ text }) => text);
  const counts = countUnfit(texts.join(' '));
  for (const [character, times] of counts) {
    report(context, 'control-char', {
      reason: describeUnfit(character, times),
      place: placeWithin(character, place, context.source),
    });
  }
  return counts.size === 0 ? value : cleanTexts(value);
}

/** A value of front matter without those characters. */
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return withoutUnfit(value);
  if (Array.isArray(value)) return value.map(cleanTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanTexts(inner)]));
}
