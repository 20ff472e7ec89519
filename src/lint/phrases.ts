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

/** Words that sentences have and lists of abbreviations have not. */
const sentenceWords: Readonly<Record<string, readonly string[]>> = {
  en: 'a all an any are at be by can do for from get go has have if in is it its new no not now of off on or our out so that the they this to up use was we what who will with you your'.split(
    ' ',
  ),
  fr: 'a au aux ce ces cet de des du elle en est et il la le les mais ne nos nous ou par pas plus pour qui se si son sur un une vos vous'.split(
    ' ',
  ),
  de: 'aber alle am an auch auf aus bei das dem den der des die ein eine er es für im in ist mit nein nicht nur oder sie so und uns von vor wir zu zum zur'.split(
    ' ',
  ),
  es: 'a al como con de del el en es la las lo los no nos o para pero por que se si sin su sus un una y ya'.split(
    ' ',
  ),
};

/** Whether a word is one that sentences of the language have; always, where such words are not known. */
export function hasCommonWord(words: string, lang: LanguageTag | undefined): boolean {
  const common = sentenceWords[lang?.split('-')[0]?.toLowerCase() ?? 'en'];
  if (common === undefined) return true;
  return (words.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => common.includes(word));
}

/** Words of the text that stands where no text is yet: Latin that is none. */
const filler: ReadonlySet<string> = new Set(
  [
    'lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore dolore magna aliqua',
    'minim veniam quis nostrud exercitation ullamco laboris nisi aliquip commodo consequat duis aute irure',
    'reprehenderit voluptate velit esse cillum fugiat nulla pariatur excepteur sint occaecat cupidatat proident sunt',
    'culpa officia deserunt mollit anim laborum',
  ].flatMap((words) => words.split(' ')),
);

/** Whether a third of the words of a passage are those of a text that only fills a page: it is in no language. */
export function isFiller(words: string): boolean {
  const all = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  return all.filter((word) => filler.has(word)).length * 3 >= Math.max(all.length, 3);
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
