import { type Code, isLineEnd, type ParserContext, type State, type Syntax } from './syntax.ts';

const [exclamation, opening, closing, parenthesis] = [0x21, 0x5b, 0x5d, 0x28] as const;
const longest = 300;

/** Where plug-ins of a site put its contents: told as what readers see. */
const contents = /^_?toc_?$/iu;

/**
 * `[[Page]]`, `[[Page|label]]` and `![[picture.png]]` of wikis and Obsidian, on one line. What has no letter, what stands right behind a word
 * (`list[[1]]`) or before an address, and what the post defines an address for are brackets.
 */
export const wikiLink: Syntax = {
  name: 'wikiLink',
  tokenize(effects, ok, nok) {
    const { previous } = this;
    let written = '';
    const start: State = (code) => {
      if (isWordEnd(previous)) return nok(code);
      effects.enter('wikiLink');
      effects.enter('wikiLinkSigns');
      if (code !== exclamation) return first(code);
      effects.consume(code);
      return first;
    };
    const first = bracket(opening, () => second);
    const second = bracket(opening, () => {
      effects.exit('wikiLinkSigns');
      return begin;
    });
    const begin: State = (code) => {
      if (isLineEnd(code) || code === 32 || code === opening || code === closing) return nok(code);
      effects.enter('wikiLinkWords');
      return words(code);
    };
    const words: State = (code) => {
      if (code === closing) {
        if (!/\p{L}/u.test(written) || contents.test(written) || isKnown(this, written)) return nok(code);
        effects.exit('wikiLinkWords');
        effects.enter('wikiLinkSigns');
        return third(code);
      }
      if (code === null || isLineEnd(code) || code === opening || written.length > longest) return nok(code);
      written += code < 0 ? ' ' : String.fromCharCode(code);
      effects.consume(code);
      return words;
    };
    const third = bracket(closing, () => fourth);
    const fourth = bracket(closing, () => {
      effects.exit('wikiLinkSigns');
      effects.exit('wikiLink');
      return behind;
    });
    const behind: State = (code) =>
      code === parenthesis || code === opening || code === closing ? nok(code) : ok(code);
    function bracket(sign: number, next: () => State): State {
      return (code) => {
        if (code !== sign) return nok(code);
        effects.consume(code);
        return next();
      };
    }
    return start;
  },
};

function isWordEnd(code: Code): boolean {
  return code !== null && code > 0 && (code === closing || /[\p{L}\p{N}_]/u.test(String.fromCharCode(code)));
}

/** Labels for which posts define an address, by their parsers: they are all known once phrases are read. */
const labels = new WeakMap<object, { readonly count: number; readonly names: ReadonlySet<string> }>();

function isKnown({ parser }: ParserContext, words: string): boolean {
  const { defined } = parser;
  const known = labels.get(defined);
  const names = known?.count === defined.length ? known.names : new Set(defined);
  if (names !== known?.names) labels.set(defined, { count: defined.length, names });
  // As labels are made equal (CommonMark 0.31.2 §4.7).
  return names.has(words.trim().replace(/\s+/gu, ' ').toLowerCase().toUpperCase());
}
