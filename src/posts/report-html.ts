import type { Element } from 'hast';
import { placeOf } from './place-of.ts';
import { type PostContext, report } from './post-context.ts';

/** Tells that an element was left out with all it holds. */
export function reportDropped(element: Element, context: PostContext): void {
  const { tagName } = element;
  const place = placeOf(element);
  if (tagName === 'script') report(context, 'html-script', { reason: 'Script removed', place });
  else if (tagName === 'audio' || tagName === 'video') {
    report(context, 'media-no-alternative', { reason: `<${tagName}> removed`, place });
  } else report(context, 'html-dropped', { reason: `<${tagName}> removed`, place });
}

/** Tells that an element was taken away around its content. */
export function reportUnwrapped(element: Element, context: PostContext): void {
  report(context, 'html-unwrapped', {
    reason: `<${element.tagName}> taken away, its content kept`,
    place: placeOf(element),
  });
}
