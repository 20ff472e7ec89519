import { isLineEnd, type State, type Syntax, type TokenName } from './syntax.ts';

const [space, opening, backslash, closing, caret, backtick, tilde] = [
  0x20, 0x5b, 0x5c, 0x5d, 0x5e, 0x60, 0x7e,
] as const;
const longest = 300;

/** `H~2~O` of Pandoc. Two tildes strike through. */
export const subscript = script('subscript', tilde);

/** `x^2^` of Pandoc. A caret before a bracket begins a note. */
export const superscript = script('superscript', caret);

/**
 * What stands between two signs of one kind, on one line and without a space, which would end it (Pandoc's manual, “Superscripts and
 * subscripts”). It is read no further than to the next such sign; neither code nor the label of a link may begin outside and end in it.
 */
function script(name: 'subscript' | 'superscript', sign: number): Syntax {
  const signs: TokenName = `${name}Signs`;
  return {
    name,
    tokenize(effects, ok, nok) {
      const { previous } = this;
      let brackets = 0;
      let size = 0;
      const start: State = (code) => {
        if (previous === sign) return nok(code);
        effects.enter(name);
        effects.enter(signs);
        effects.consume(code);
        effects.exit(signs);
        return first;
      };
      const first: State = (code) => {
        if (code === sign || (sign === caret && code === opening)) return nok(code);
        effects.enter('chunkText', { contentType: 'text' });
        return words(code);
      };
      const words: State = (code) => {
        if (code === sign) return brackets === 0 ? end(code) : nok(code);
        if (code === null || isLineEnd(code) || code < 0 || code === space || code === backtick)
          return nok(code);
        if (code === opening) brackets += 1;
        if (code === closing) brackets -= 1;
        size += 1;
        if (brackets < 0 || size > longest) return nok(code);
        effects.consume(code);
        return code === backslash ? escaped : words;
      };
      const escaped: State = (code) => {
        if (code !== sign && code !== backslash && code !== opening && code !== closing) return words(code);
        effects.consume(code);
        return words;
      };
      const end: State = (code) => {
        effects.exit('chunkText');
        effects.enter(signs);
        effects.consume(code);
        effects.exit(signs);
        effects.exit(name);
        return behind;
      };
      const behind: State = (code) => (code === sign ? nok(code) : ok(code));
      return start;
    },
  };
}
