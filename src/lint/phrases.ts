import type { LanguageTag } from '../document/language-tag.ts';
import { bareWords } from './bare-words.ts';

/** Phrases that say nothing, by primary language; without punctuation, in lower case. */
const generic: Readonly<Record<string, readonly string[]>> = {
  en: [
    'click here',
    'click',
    'here',
    'read more',
    'read on',
    'more',
    'more info',
    'more information',
    'learn more',
    'find out more',
    'see more',
    'continue reading',
    'this',
    'this link',
    'this page',
    'link',
    'details',
    'download',
  ],
  fr: ['cliquez ici', 'ici', 'en savoir plus', 'lire la suite', 'plus', 'ce lien', 'lien', 'suite'],
  de: ['hier klicken', 'hier', 'klicken sie hier', 'mehr', 'mehr erfahren', 'weiterlesen', 'link', 'weiter'],
  es: ['haga clic aquí', 'haz clic aquí', 'aquí', 'leer más', 'más', 'más información', 'enlace', 'ver más'],
};

const placeholders: Readonly<Record<string, readonly string[]>> = {
  en: [
    'alt',
    'alt text',
    'figure',
    'graphic',
    'icon',
    'image',
    'image description',
    'img',
    'logo',
    'photo',
    'photograph',
    'pic',
    'picture',
    'placeholder',
    'screenshot',
    'screen shot',
    'tbd',
    'thumbnail',
    'todo',
    'untitled',
  ],
  fr: ['image', 'photo', 'photographie', 'illustration', 'logo', 'sans titre'],
  de: ['bild', 'foto', 'grafik', 'abbildung', 'logo', 'unbenannt'],
  es: ['imagen', 'foto', 'fotografía', 'gráfico', 'logotipo', 'sin título'],
};

/** Frequent words that the other languages of the list do not have. */
const functionWords: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'that', 'with', 'this', 'are', 'was', 'have', 'for', 'from', 'you'],
  fr: ['les', 'des', 'est', 'dans', 'une', 'pour', 'qui', 'sur', 'avec', 'aux'],
  de: ['der', 'und', 'die', 'das', 'nicht', 'mit', 'ist', 'auf', 'für', 'eine'],
  es: ['los', 'del', 'las', 'una', 'para', 'con', 'por', 'como', 'más'],
};

/** Whether a passage has three frequent words of a language: a cheap sign that it is in it. */
export function hasFunctionWords(words: string, lang: LanguageTag): boolean {
  const frequent = functionWords[lang.split('-')[0]?.toLowerCase() ?? ''];
  if (frequent === undefined) return false;
  const found = new Set<string>();
  for (const [word] of words.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (frequent.includes(word)) found.add(word);
    if (found.size === 3) return true;
  }
  return false;
}

/** Whether the words of a link say nothing of its target, in the language given or in English. */
export function isGenericLink(words: string, lang: LanguageTag | undefined): boolean {
  return isAmong(generic, words, lang);
}

/** Whether a text alternative only says that there is a picture. */
export function isPlaceholder(words: string, lang: LanguageTag | undefined): boolean {
  return isAmong(placeholders, words, lang);
}

function isAmong(
  phrases: Readonly<Record<string, readonly string[]>>,
  words: string,
  lang: LanguageTag | undefined,
): boolean {
  const primary = lang?.split('-')[0]?.toLowerCase() ?? 'en';
  return [...(phrases[primary] ?? []), ...(phrases['en'] ?? [])].includes(bareWords(words));
}
