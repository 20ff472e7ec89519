import type { Block, Heading } from '../../document/document.ts';
import { inlineLine, spokenLine } from '../../document/plain-text.ts';
import { unclosedFence } from '../front-matter/find-front-matter.ts';
import { type PostContext, report } from '../context/post-context.ts';

/** The title of a post and the body without it. */
export interface TitledBody {
  /** Plain words; empty where the post has no title. */
  readonly words: string;
  /** The heading that gave the title. */
  readonly title: Heading | undefined;
  readonly body: readonly Block[];
}

/**
 * The title: of front matter, else the only level-1 heading where it is the first block (then it leaves the body). A first heading
 * that says the title again leaves the body too.
 */
export function takeTitle(blocks: readonly Block[], given: string, context: PostContext): TitledBody {
  const [first, ...rest] = blocks;
  const leading = first?.type === 'heading' && first.level === 1 ? first : undefined;
  if (given !== '') {
    if (leading === undefined || inlineLine(leading.children) !== given)
      return { words: given, title: undefined, body: blocks };
    report(context, 'title-duplicate', {
      reason: 'The first heading repeats the title; it was left out',
      place: leading.place,
    });
    return { words: given, title: leading, body: rest };
  }
  const only = !rest.some((block) => block.type === 'heading' && block.level === 1);
  if (leading !== undefined && only)
    return { words: spokenLine(leading.children), title: leading, body: rest };
  if (!isTitleBroken(context)) report(context, 'title-missing', { reason: 'The post has no title' });
  return { words: '', title: undefined, body: blocks };
}

/** Whether front matter that cannot be read has a title: that it cannot be read is told, and is all there is to mend. */
function isTitleBroken({ matter, source }: PostContext): boolean {
  const titleKey = /^["']?title["']?[ \t]*[:=]/imu;
  if (matter === undefined)
    return unclosedFence(source) !== undefined && titleKey.test(source.slice(0, 5000));
  const { problems, values, block } = matter;
  return (
    problems.length > 0 &&
    values['title'] === undefined &&
    titleKey.test(source.slice(block.start, block.end))
  );
}
