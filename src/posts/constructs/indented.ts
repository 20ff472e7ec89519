import type { Code, Effects, State } from './syntax.ts';

/**
 * Takes four columns at the beginning of a line; a line with nothing else may have fewer. The token is that of lists, which mdast steps over
 * where it looks for what makes a list loose.
 */
export function takeIndent(effects: Effects, ok: State, nok: State): State {
  let size = 0;
  const more: State = (code: Code) => {
    const isSpace = code === 32 || code === -1 || code === -2;
    if (!isSpace || size === 4) {
      if (size > 0) effects.exit('listItemIndent');
      const isBlank = code === null || code < -2;
      return (isBlank || size === 4 ? ok : nok)(code);
    }
    if (size === 0) effects.enter('listItemIndent');
    effects.consume(code);
    size += 1;
    return more;
  };
  return more;
}
