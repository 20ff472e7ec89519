import { quotable } from '../characters/quotable.ts';
import type { Document } from '../document/document.ts';
import { saysSomething } from '../document/says-something.ts';
import { placeAt, type PostContext, report } from './context/post-context.ts';

/** Tells of a post without words whose front matter leads readers elsewhere (`redirect_to` of Jekyll): a site shows no page of it. */
export function reportRedirect({ body }: Document, context: PostContext): void {
  const { matter } = context;
  const [target] = [matter?.values['redirect_to']].flat();
  if (matter === undefined || typeof target !== 'string' || target.trim() === '' || saysSomething(body))
    return;
  const { start, end } = matter.stretchOf(['redirect_to']) ?? { start: 0, end: 0 };
  const from = matter.block.start;
  const reason = `The post has no words of its own: its site leads readers to “${quotable(target)}” instead`;
  report(context, 'post-redirects', { reason, place: placeAt(context, from + start, from + end) });
}
