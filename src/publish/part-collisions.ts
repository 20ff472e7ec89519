import { codePoint } from '../characters/code-point.ts';
import { groupBy } from '../lists/group-by.ts';
import type { PlannedPost } from './planned-post.ts';
import { reportRule } from './rules.ts';

/**
 * The same plans, in which posts that would share an output path, letter case and the composing of letters aside, get none.
 * `counts` is asked of those alone whose paths meet: whether anything will be written there.
 */
export function partCollisions(
  plans: readonly PlannedPost[],
  counts: (plan: PlannedPost) => boolean,
): readonly PlannedPost[] {
  const meeting = groupBy(plans, ({ output }) => output && caseFolded(output));
  const sharing = new Map<PlannedPost, readonly PlannedPost[]>();
  for (const group of meeting.values()) {
    const counted = group.length < 2 ? [] : group.filter(counts);
    if (counted.length > 1) for (const plan of counted) sharing.set(plan, counted);
  }
  return plans.map((plan) => {
    const others = sharing.get(plan);
    return others ? withoutOutput(plan, others) : plan;
  });
}

/** Names that a file system without letter case, or with composed letters, takes for one are one key. */
function caseFolded(path: string): string {
  return path.normalize('NFKC').toUpperCase().toLowerCase();
}

/** So many of the posts that share a path are named to each of them; with all, the messages would grow with their square. */
const mostNamed = 20;

function withoutOutput(plan: PlannedPost, sharing: readonly PlannedPost[]): PlannedPost {
  const others = sharing.slice(0, mostNamed + 1).filter((other) => other !== plan);
  const named = others
    .slice(0, mostNamed)
    .map((other) => `\`${other.post.file}\`${describeTwin(plan.post.file, other.post.file)}`);
  const more = sharing.length - 1 - named.length;
  const rest = more === 0 ? '' : ` and ${more} more`;
  const reason = `Output path \`${plan.output}\` is also that of ${named.join(', ')}${rest}`;
  const message = reportRule('output-collision', { reason, file: plan.post.file });
  return { ...plan, output: undefined, messages: [message] };
}

/** Where two names look the same: by which characters they differ, since nobody sees it. */
function describeTwin(name: string, other: string): string {
  if (name === other || name.normalize('NFC') !== other.normalize('NFC')) return '';
  const ours = lettersOf(name);
  const theirs = lettersOf(other);
  const at = ours.findIndex((letter, index) => letter !== theirs[index]);
  return ` (whose name looks the same, but has ${numbers(theirs[at])} where this one has ${numbers(ours[at])})`;
}

/** Letters with the marks that they take. */
function lettersOf(name: string): readonly string[] {
  return name.match(/(?:\P{M}|^)\p{M}*/gu) ?? [];
}

function numbers(letter = ''): string {
  return [...letter].map(codePoint).join(' ');
}
