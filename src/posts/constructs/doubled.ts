import { betweenSigns } from './between-signs.ts';
import type { Code, Syntax } from './syntax.ts';

const [caret, equals] = [0x5e, 0x3d] as const;

/** `==words==`, a highlight (pymdownx.mark, Obsidian). */
export const mark = doubled('mark', equals);

/** `^^words^^`, an insertion (pymdownx.caret). */
export const insertion = doubled('insertion', caret);

/**
 * What stands between two pairs of signs, as it can hardly mean anything else: no letter or digit stands outside beside the signs, and no
 * space inside.
 */
function doubled(name: 'mark' | 'insertion', sign: number): Syntax {
  return betweenSigns(name, {
    sign,
    count: 2,
    isOutside: (code) => !isWord(code),
    begins: (code) => isWord(code) || opensWords(code),
    holds: () => true,
    ends: (code) => !isSpace(code),
  });
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
