import { shorten } from '../../characters/shorten.ts';
import type { Place } from '../../diagnostics/message.ts';
import type { ImageId } from '../../document/document.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { percentDecoded } from '../../characters/percent-decoded.ts';

/** So much of an address is quoted: pictures may stand in theirs. */
const longestAddress = 100;

/** The image an address means: a path inside the root, seen from the post, `/` being the root. `undefined` with a message where it is refused. */
export function resolveImage(
  source: string,
  place: Place | undefined,
  context: PostContext,
): ImageId | undefined {
  const address = source.trim();
  if (/^[a-z][a-z0-9+.-]*:/iu.test(address) || /^[/\\]{2}/u.test(address)) {
    report(context, 'img-remote', {
      reason: `Picture “${shorten(address, longestAddress)}” is not a file beside the post`,
      place,
    });
    return undefined;
  }
  const path = percentDecoded(address.replace(/[?#].*$/su, ''));
  const folder = path.startsWith('/') ? [] : context.options.path.split('/').slice(0, -1);
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0) parts.pop();
    else if (part === '..' || /[\\\0]/u.test(part)) return refuseOutside(source, place, context);
    else parts.push(part);
  }
  if (path === '' || parts.length === 0) {
    report(context, 'img-missing', { reason: 'Picture without an address', place });
    return undefined;
  }
  return parts.join('/');
}

function refuseOutside(source: string, place: Place | undefined, context: PostContext): undefined {
  report(context, 'img-outside-root', { reason: `Picture “${source}” lies outside the folder`, place });
  return undefined;
}
