import type { Message } from '../diagnostics/message.ts';
import type { PostPlacer } from '../project/place-posts.ts';
import { reportRule } from './rules.ts';

/** By which configuration files posts are read as a dialect, each file once. */
export function reportDialects({ sources }: PostPlacer): readonly Message[] {
  return sources().map(({ file, generator, dialect }) => {
    const reason = `This is a site of ${generator}: its posts are read as ${dialect}`;
    return reportRule('dialect-decided', { reason, file });
  });
}
