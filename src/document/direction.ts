import type { Direction } from '../characters/strong-letters.ts';
import type { LanguageTag } from './language-tag.ts';

// The scripts that run from right to left, and the languages that are written in one of them unless they say otherwise.
const scripts = new Set(['adlm', 'arab', 'aran', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']);
const languages = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

/** The direction in which a language is written, by its script subtag, else by its primary subtag (BCP 47 §2.2.3). */
export function baseDirection(lang: LanguageTag | undefined): Direction {
  const [primary = '', ...subtags] = (lang ?? 'und').toLowerCase().split('-');
  const script = subtags.find((subtag) => subtag.length === 4 && /^[a-z]+$/u.test(subtag));
  return (script === undefined ? languages.has(primary) : scripts.has(script)) ? 'rtl' : 'ltr';
}
