import { isLineEnd, type Code, type Effects, type State, type Syntax, type TokenName } from './syntax.ts';

const [opening, backslash, closing, backtick] = [0x5b, 0x5c, 0x5d, 0x60] as const;
const longest = 300;

/** Names of what stands between signs. */
type Name = 'subscript' | 'superscript' | 'mark' | 'insertion';

/** The signs of a construct, and what may stand beside them. */
export interface Signs {
  /** A code point, and how many of it stand at either end. */
  readonly sign: number;
  readonly count: 1 | 2;
  /** Whether it may stand beside the signs, outside; another such sign never may. */
  readonly isOutside: (code: Code) => boolean;
  /** Whether words may begin so. */
  readonly begins: (code: Code) => boolean;
  /** Whether words may hold it. */
  readonly holds: (code: Code) => boolean;
  /** Whether words may end so. */
  readonly ends: (code: Code) => boolean;
}

/** The token of signs that are read, and what reads on. */
interface Behind {
  readonly token: TokenName;
  readonly behind: State;
}

/**
 * What stands between signs of one kind on one line. It is read no further than to the next such sign; neither code nor the label of a
 * link may begin outside and end in it.
 */
export function betweenSigns(name: Name, { sign, count, isOutside, begins, holds, ends }: Signs): Syntax {
  const token: TokenName = `${name}Signs`;
  return {
    name,
    tokenize(effects, ok, nok) {
      const { previous } = this;
      let brackets = 0;
      let size = 0;
      let last: Code = sign;
      const signs = (behind: State): State => readSigns(effects, nok, { sign, count, token, behind });
      const start: State = (code) => {
        if (previous === sign || !isOutside(previous)) return nok(code);
        effects.enter(name);
        effects.enter(token);
        return signs(first)(code);
      };
      const first: State = (code) => {
        if (code === sign || !begins(code)) return nok(code);
        effects.enter('chunkText', { contentType: 'text' });
        return words(code);
      };
      const words: State = (code) => {
        if (code === sign) return brackets === 0 && ends(last) ? end(code) : nok(code);
        if (code === null || isLineEnd(code) || code === backtick || !holds(code)) return nok(code);
        if (code === opening) brackets += 1;
        if (code === closing) brackets -= 1;
        size += 1;
        if (brackets < 0 || size > longest) return nok(code);
        last = code;
        effects.consume(code);
        return code === backslash ? escaped : words;
      };
      const escaped: State = (code) => {
        if (code !== sign && code !== backslash && code !== opening && code !== closing) return words(code);
        last = code;
        effects.consume(code);
        return words;
      };
      const end: State = (code) => {
        effects.exit('chunkText');
        effects.enter(token);
        return signs(closed)(code);
      };
      const closed: State = (code) => {
        effects.exit(name);
        return code === sign || !isOutside(code) ? nok(code) : ok(code);
      };
      return start;
    },
  };
}

/** What reads so many signs as one token, then what `behind` reads. */
function readSigns(
  effects: Effects,
  nok: State,
  { sign, count, token, behind }: Pick<Signs, 'sign' | 'count'> & Behind,
): State {
  let lacking: number = count;
  const next: State = (code) => {
    if (code !== sign) return nok(code);
    effects.consume(code);
    lacking -= 1;
    if (lacking > 0) return next;
    effects.exit(token);
    return behind;
  };
  return next;
}
