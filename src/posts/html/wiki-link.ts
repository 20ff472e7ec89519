import type { ElementContent } from 'hast';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import type { WikiLink } from '../constructs/nodes.d.ts';
import { restore } from '../source/restore-markup.ts';

const pictureName = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/iu;
const size = /^\d{1,5}(?:x\d{1,5})?$/u;

/**
 * The words of a link of a wiki: its label, else the name of its page; of a picture its label alone. No dialect that is read makes a link of
 * it: which page a name means, a plug-in of the site settles, each by rules of its own.
 */
export function wikiLinkText(node: WikiLink, context: PostContext): ElementContent | undefined {
  const place = placeOf(node);
  const { words, isEmbedded } = node;
  const bar = words.indexOf('|');
  const page = (bar < 0 ? words : words.slice(0, bar)).replace(/\\$/u, '').trim();
  const given = bar < 0 ? '' : words.slice(bar + 1).trim();
  const label = isEmbedded && size.test(given) ? '' : given;
  const isPicture = isEmbedded && pictureName.test(page);
  const value = label || (isPicture ? '' : page);
  const written = restore(`${isEmbedded ? '!' : ''}[[${words}]]`, context);
  const shown = value === '' ? 'is not shown' : `is shown as “${restore(value, context)}”`;
  const ruleId = isPicture ? 'wiki-picture' : 'wiki-link';
  const reason = isPicture
    ? `Picture “${written}” of a wiki ${shown}`
    : `Link “${written}” of a wiki ${shown} and leads nowhere`;
  report(context, ruleId, { reason, place });
  if (value === '') return undefined;
  const from =
    (place?.start.offset ?? 0) +
    (isEmbedded ? 3 : 2) +
    (value === label ? words.lastIndexOf(value) : words.indexOf(value));
  return { type: 'text', value, ...(place && { position: placeAt(context, from, from + value.length) }) };
}
