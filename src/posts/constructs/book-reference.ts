import type { Code, State, Syntax } from './syntax.ts';

const longest = 200;

/** What stands before the name of a place: `\@ref(`. */
const opening = '\\@ref(';

/** `\@ref(fig:map)` of R Markdown: a place of the post by its name (bookdown, “Cross-references”). It becomes a citation. */
export const bookReference: Syntax = {
  name: 'bookReference',
  tokenize(effects, ok, nok) {
    let at = 0;
    let size = 0;
    const start: State = (code) => {
      effects.enter('citation');
      effects.enter('citationSign');
      return sign(code);
    };
    const sign: State = (code) => {
      if (code !== opening.charCodeAt(at)) return nok(code);
      effects.consume(code);
      at += 1;
      if (at < opening.length) return sign;
      effects.exit('citationSign');
      return first;
    };
    const first: State = (code) => {
      if (!isPartOfName(code)) return nok(code);
      effects.enter('citationKey');
      return name(code);
    };
    const name: State = (code) => {
      if (isPartOfName(code) && size < longest) {
        size += 1;
        effects.consume(code);
        return name;
      }
      if (code !== closing) return nok(code);
      effects.exit('citationKey');
      effects.enter('citationSign');
      effects.consume(code);
      effects.exit('citationSign');
      effects.exit('citation');
      return ok;
    };
    return start;
  },
};

const closing = ')'.charCodeAt(0);

function isPartOfName(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}_:./-]/u.test(String.fromCharCode(code));
}
