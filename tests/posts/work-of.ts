import { createContext, defaultPostLimits } from '../../src/posts/context/post-context.ts';
import { createWork, type Work } from '../../src/posts/context/work.ts';
import { parseMarkdown } from '../../src/posts/source/parse-markdown.ts';
import { strings } from './read-text.ts';

/** What parsing a source takes. */
export function workOf(source: string): Work {
  const work = createWork(Infinity);
  const options = { file: 'post.md', path: 'post.md', strings: () => strings, limits: defaultPostLimits };
  parseMarkdown(createContext(source, { options, messages: [], work }));
  return work;
}
