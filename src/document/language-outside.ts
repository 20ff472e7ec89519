import type { LanguageTag } from './language-tag.ts';

/** The language to tag product words with; `undefined` where the text around is in that language already. */
export function languageOutside(lang: LanguageTag, around: LanguageTag | undefined): LanguageTag | undefined {
  const outer = around?.toLowerCase();
  const inner = lang.toLowerCase();
  return outer === inner || outer?.startsWith(`${inner}-`) === true ? undefined : lang;
}
