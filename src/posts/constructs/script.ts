import { betweenSigns } from './between-signs.ts';
import type { Code, Syntax } from './syntax.ts';

const [space, opening, caret, tilde] = [0x20, 0x5b, 0x5e, 0x7e] as const;

/** `H~2~O` of Pandoc. Two tildes strike through. */
export const subscript = script('subscript', tilde);

/** `x^2^` of Pandoc. A caret before a bracket begins a note. */
export const superscript = script('superscript', caret);

/** What stands between two signs, without a space, which would end it (Pandoc's manual, “Superscripts and subscripts”). */
function script(name: 'subscript' | 'superscript', sign: number): Syntax {
  return betweenSigns(name, {
    sign,
    count: 1,
    isOutside: () => true,
    begins: (code) => sign !== caret || code !== opening,
    holds: (code: Code) => code !== null && code >= 0 && code !== space,
    ends: () => true,
  });
}
