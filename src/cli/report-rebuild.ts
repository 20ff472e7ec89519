import type { BuildReport } from '../publish/build-report.ts';
import { counted } from './counted.ts';

/** Of a build behind another: what was changed, which posts were made, and how long that took. */
export interface Rebuild {
  readonly changed: readonly string[];
  readonly made: ReadonlySet<string>;
  readonly seconds: number;
}

/** So many names stand in a line. */
const few = 3;

/** A line on a build behind another: what changed, what was made anew, and what is still to be mended in all that is there. */
export function reportRebuild(
  { counts, failures }: BuildReport,
  { changed, made, seconds }: Rebuild,
): string {
  const cause = changed.length <= few ? changed.join(', ') : `${changed.length} files`;
  const posts = [...made];
  const named = posts.length <= few ? posts.join(', ') : counted(posts.length, 'post');
  // What changed is most often what is made.
  const effect =
    posts.length === 0 ? 'nothing to make' : posts.join() === changed.join() ? 'made' : `made ${named}`;
  const wrong = counts.messages.error + failures.length;
  return `${cause}: ${effect}, in ${seconds.toFixed(2)} s${wrong === 0 ? '' : `; ${counted(wrong, 'error')} in all`}\n`;
}

/** What of a report is to be said after the one before: of posts that were made all, of others what was not said. */
export function newOf(
  { messages, failures, version }: BuildReport,
  made: ReadonlySet<string>,
  before: BuildReport | undefined,
): Pick<BuildReport, 'messages' | 'failures' | 'version'> {
  if (!before) return { messages, failures, version };
  const said = new Set(before.messages.map((message) => JSON.stringify(message)));
  const isNew = (message: (typeof messages)[number]): boolean =>
    made.has(message.file) || !said.has(JSON.stringify(message));
  return { messages: messages.filter(isNew), failures, version };
}
