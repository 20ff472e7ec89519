import { shorten } from '../../characters/shorten.ts';
import type { Place } from '../../diagnostics/message.ts';
import type { ImageId } from '../../document/inline.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { listName, type SavedPicture } from '../context/saved-pictures.ts';
import { servedFile } from '../context/served-file.ts';
import { percentDecoded } from '../../characters/percent-decoded.ts';

/** So much of an address is quoted: pictures may stand in theirs. */
const longestAddress = 100;

/** Addresses of other hosts, and others that name a scheme. */
function isElsewhere(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/iu.test(address) || /^[/\\]{2}/u.test(address);
}

/** The picture that somebody saved for an address of another host; a list of such that cannot be read is told. */
export function savedImage(
  source: string,
  place: Place | undefined,
  context: PostContext,
): SavedPicture | undefined {
  const address = source.trim();
  const found = isElsewhere(address) ? context.saved?.(address) : undefined;
  if (found === undefined || !('wrong' in found)) return found;
  const list = `${context.options.savedPictures ?? ''}/${listName}`;
  const reason = `Picture “${shorten(address, longestAddress)}” is not looked up in ${list}: ${found.wrong}`;
  report(context, 'img-list-invalid', { reason, place });
  return undefined;
}

/**
 * The image an address means: a path inside the root, seen from the post, `/` being the root or what the site serves from there,
 * above which nothing leads: as in a browser, where such a file is there. `undefined` with a message where it is refused.
 */
export function resolveImage(
  source: string,
  place: Place | undefined,
  context: PostContext,
): ImageId | undefined {
  const address = source.trim();
  if (isElsewhere(address)) {
    const folder = context.options.savedPictures;
    const lists = folder === undefined ? '' : `, nor in ${folder}/${listName}`;
    report(context, 'img-remote', {
      reason: `Picture “${shorten(address, longestAddress)}” is not a file beside the post${lists}`,
      place,
    });
    return undefined;
  }
  const path = percentDecoded(address.replace(/[?#].*$/su, ''));
  const folder = path.startsWith('/') ? [] : context.options.path.split('/').slice(0, -1);
  const parts = [...folder];
  let isAbove = false;
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (/[\\\0]/u.test(part)) return refuseName(source, place, context);
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) isAbove = true;
  }
  if (isAbove && context.options.nearby?.has(parts.join('/')) !== true)
    return refuseOutside(source, place, context);
  if (path === '' || parts.length === 0) {
    report(context, 'img-missing', { reason: 'Picture without an address', place });
    return undefined;
  }
  const found = parts.join('/');
  const { nearby } = context.options;
  return (path.startsWith('/') && nearby && servedFile(found, nearby)) || found;
}

/** A name with a backslash is another on each system, and browsers take the backslash for `/` (URL Standard §4.4). */
function refuseName(source: string, place: Place | undefined, context: PostContext): undefined {
  const cure = percentDecoded(source).includes('\\')
    ? 'has a backslash in its address, which browsers read as “/”: take the backslash away, or write “/”'
    : 'has an address that no file can have';
  report(context, 'img-missing', { reason: `Picture “${shorten(source, longestAddress)}” ${cure}`, place });
  return undefined;
}

function refuseOutside(source: string, place: Place | undefined, context: PostContext): undefined {
  report(context, 'img-outside-root', { reason: `Picture “${source}” lies outside the folder`, place });
  return undefined;
}
