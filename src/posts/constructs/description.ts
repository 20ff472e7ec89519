import { takeIndent } from './indented.ts';
import type { Code, ParserContext, State, Syntax } from './syntax.ts';

/** How many columns each description's content is indented. */
const sizes = new WeakMap<object, number>();

/**
 * What a term means, behind a colon and a space (kramdown, Goldmark, MyST, Pandoc), as a container of micromark: what follows is indented as
 * its words are. Whether a term stands before it, only the tree shows (`joinDefinitions`).
 */
export const description: Syntax = {
  name: 'description',
  tokenize(effects, ok, nok) {
    const container = this.containerState ?? {};
    const before = prefixOf(this);
    let size = 0;
    const marker: State = (code) => {
      effects.enter('description', { _container: true });
      effects.enter('descriptionSigns');
      effects.consume(code);
      return spaces;
    };
    const spaces: State = (code: Code) => {
      if ((code === 32 || code === -1 || code === -2) && size < 4) {
        effects.consume(code);
        size += 1;
        return spaces;
      }
      // A second colon opens nothing: without that, a line of colons would nest as deep as it is long.
      if (size === 0 || code === null || code < -2 || code === 58) return nok(code);
      effects.exit('descriptionSigns');
      sizes.set(container, before + 1 + size);
      return ok(code);
    };
    return marker;
  },
  continuation: {
    tokenize(effects, ok, nok) {
      return takeIndent(effects, { size: sizes.get(this.containerState ?? {}) ?? 4, ok, nok });
    },
  },
  exit: (effects) => void effects.exit('description'),
};

/** How many columns stand before it on the line. */
function prefixOf({ events }: ParserContext): number {
  const [, token, context] = events.at(-1) ?? [];
  return token?.type === 'linePrefix' && context ? context.sliceSerialize(token, true).length : 0;
}
