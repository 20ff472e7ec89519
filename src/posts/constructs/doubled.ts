import { isLineEnd, type Code, type State, type Syntax, type TokenName } from './syntax.ts';

const [opening, backslash, closing, caret, backtick, equals] = [0x5b, 0x5c, 0x5d, 0x5e, 0x60, 0x3d] as const;
const longest = 300;

/** `==words==`, a highlight (pymdownx.mark, Obsidian). */
export const mark = doubled('mark', equals);

/** `^^words^^`, an insertion (pymdownx.caret). */
export const insertion = doubled('insertion', caret);

/**
 * What stands between two pairs of signs on one line, as it can hardly mean anything else: no letter or digit stands outside beside the
 * signs, and no space inside. It is read no further than to the next such sign; neither code nor the label of a link may begin outside
 * and end in it.
 */
function doubled(name: 'mark' | 'insertion', sign: number): Syntax {
  const signs: TokenName = `${name}Signs`;
  return {
    name,
    tokenize(effects, ok, nok) {
      const { previous } = this;
      let brackets = 0;
      let size = 0;
      let last: Code = sign;
      const start: State = (code) => {
        if (previous === sign || isWord(previous)) return nok(code);
        effects.enter(name);
        effects.enter(signs);
        effects.consume(code);
        return second;
      };
      const second: State = (code) => {
        if (code !== sign) return nok(code);
        effects.consume(code);
        effects.exit(signs);
        return first;
      };
      const first: State = (code) => {
        if (!isWord(code) && !opensWords(code)) return nok(code);
        effects.enter('chunkText', { contentType: 'text' });
        return words(code);
      };
      const words: State = (code) => {
        if (code === sign) return brackets === 0 && !isSpace(last) ? end(code) : nok(code);
        if (code === null || isLineEnd(code) || code === backtick) return nok(code);
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
        effects.enter(signs);
        effects.consume(code);
        return endSecond;
      };
      const endSecond: State = (code) => {
        if (code !== sign) return nok(code);
        effects.consume(code);
        effects.exit(signs);
        effects.exit(name);
        return behind;
      };
      const behind: State = (code) => (code === sign || isWord(code) ? nok(code) : ok(code));
      return start;
    },
  };
}

function isWord(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

function isSpace(code: Code): boolean {
  return code === null || code < 0 || /\s/u.test(String.fromCharCode(code));
}

/** Signs that words may begin with: of emphasis, of a link, quotation marks and brackets. */
function opensWords(code: Code): boolean {
  return code !== null && code > 0 && '*_["“‘\'(«¿¡'.includes(String.fromCharCode(code));
}
