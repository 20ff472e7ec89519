import type { Code, Effects, State } from './syntax.ts';

/** Where to go from the beginning of a line. */
export interface Indent {
  /** In columns. */
  readonly size: number;
  readonly ok: State;
  readonly nok: State;
}

/**
 * Takes an indent at the beginning of a line; a line with nothing else may have less of it. The token is that of lists, which mdast steps
 * over where it looks for what makes a list loose.
 */
export function takeIndent(effects: Effects, { size, ok, nok }: Indent): State {
  let taken = 0;
  const more: State = (code: Code) => {
    const isSpace = code === 32 || code === -1 || code === -2;
    if (!isSpace || taken === size) {
      if (taken > 0) effects.exit('listItemIndent');
      const isBlank = code === null || code < -2;
      return (isBlank || taken === size ? ok : nok)(code);
    }
    if (taken === 0) effects.enter('listItemIndent');
    effects.consume(code);
    taken += 1;
    return more;
  };
  return more;
}
