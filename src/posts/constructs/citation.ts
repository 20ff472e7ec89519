import type { Code, State, Syntax } from './syntax.ts';

const longest = 200;

/**
 * `@key` of Pandoc, Quarto and MyST: a place of the post or an entry of a bibliography by its name. Punctuation is part of the name only where
 * a letter or a digit follows it (Pandoc's manual, “Citation syntax”); what stands behind a word is an address, or a name on a server before `@`.
 */
export const citation: Syntax = {
  name: 'citation',
  tokenize(effects, ok, nok) {
    const { previous } = this;
    let size = 0;
    const start: State = (code) => {
      if (isPartOfKey(previous)) return nok(code);
      effects.enter('citation');
      effects.enter('citationSign');
      effects.consume(code);
      effects.exit('citationSign');
      return first;
    };
    const first: State = (code) => {
      if (!isPartOfKey(code)) return nok(code);
      effects.enter('citationKey');
      return key(code);
    };
    const key: State = (code) => {
      if (size > longest) return nok(code);
      if (isPartOfKey(code)) return take(code);
      if (isSign(code, between)) return effects.check(goesOn, take, end)(code);
      return end(code);
    };
    const take: State = (code) => {
      size += 1;
      effects.consume(code);
      return key;
    };
    const end: State = (code) => {
      effects.exit('citationKey');
      effects.exit('citation');
      return isSign(code, '@') ? nok(code) : ok(code);
    };
    return start;
  },
};

/** Signs that may stand within a name; those of emphasis and of HTML, which Pandoc takes too, end it here. */
const between = '_:.#$%-+?/';

/** A sign within a name, with what must follow it. */
const goesOn: Syntax = {
  partial: true,
  tokenize: (effects, ok, nok) => (code) => {
    effects.enter('data');
    effects.consume(code);
    effects.exit('data');
    return (next) => (isPartOfKey(next) ? ok(next) : nok(next));
  },
};

function isPartOfKey(code: Code): boolean {
  return code !== null && code > 0 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

function isSign(code: Code, signs: string): boolean {
  return code !== null && code > 0 && signs.includes(String.fromCharCode(code));
}
