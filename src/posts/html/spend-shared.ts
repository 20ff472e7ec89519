import type { PostContext } from '../context/post-context.ts';
import { causeOf, spend } from '../context/work.ts';

/** So often every byte of an attribute counts for the steps that go over it: cleaned, looked through for markup, found again in the source. */
const stepBytes = 10;

/**
 * Counts the words of an attribute before it is made: an address, a title or a meaning that is written once stands at all that
 * uses it, so that together they may be as long as the square of the post.
 *
 * @throws WorkSpentError where that is more than the post may take.
 */
export function spendShared(value: string, { work }: PostContext): void {
  spend(causeOf(work, 'addresses, titles and meanings of what uses them'), 'bytes', stepBytes * value.length);
}
