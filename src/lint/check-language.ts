import type { LanguageTag } from '../document/language-tag.ts';
import { francAll } from 'franc-min';
import type { Message, Place } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Document } from '../document/document.ts';
import type { Inline } from '../document/inline.ts';
import { childrenOf, type Node } from '../document/walk.ts';
import { isCodeSpan } from './code-span.ts';
import { hasFunctionWords, isFiller } from './phrases.ts';

/** A post declares its language, and that of passages in another (WCAG 2.2 SC 3.1.1, 3.1.2). */
export function checkLanguage(document: Document): readonly Message[] {
  const { lang } = document.metadata;
  const { file } = document;
  if (lang === undefined) {
    return [reportRule('lang-missing', { reason: 'No language declared for the post', file })];
  }
  const passages = document.body.flatMap((block) => passagesOf(block, lang));
  const foreign = passages.flatMap((passage) => (passage.looksLike === undefined ? [] : [passage]));
  const alike = mostAlike(foreign);
  if (alike.length >= fewestForPost && alike.length > passages.length / 2) {
    const [first] = alike;
    const reason = `Most of the post looks like ${first?.looksLike}, declared as “${lang}”`;
    return [reportRule('lang-mismatch', { reason, file, place: first?.place })];
  }
  return foreign.map(({ looksLike, within, place }) => {
    const reason = `Passage looks like ${looksLike} in a text declared as “${within}”`;
    return reportRule('lang-undeclared-foreign', { reason, file, place });
  });
}

/** So many foreign passages are no quotation. */
const fewestForPost = 3;

/** A paragraph or heading long enough to tell its language. */
interface Passage {
  readonly place: Place | undefined;
  /** The language it is declared to be in. */
  readonly within: LanguageTag;
  /** The other language or script that it seems to be in. */
  readonly looksLike: string | undefined;
}

/** The passages in the language that most of them seem to be in. */
function mostAlike(passages: readonly Passage[]): readonly Passage[] {
  const groups = new Map<string, Passage[]>();
  for (const passage of passages) {
    const key = passage.looksLike ?? '';
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [passage]);
    else group.push(passage);
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
}

function passagesOf(node: Node, outer: LanguageTag): readonly Passage[] {
  const lang = node.lang ?? outer;
  if (node.type === 'code-block') return [];
  if (node.type !== 'paragraph' && node.type !== 'heading') {
    return childrenOf(node).flatMap((child) => passagesOf(child, lang));
  }
  const words = wordsIn(node.children);
  if (words.length < fewestSyllables) return [];
  const isOwn = hasFunctionWords(words, lang);
  const script = isOwn ? undefined : otherScript(words, lang);
  if (isOwn || script !== undefined) return [{ place: node.place, within: lang, looksLike: script }];
  const looksLike = otherLanguage(words, lang);
  // Of the same script, a short passage, a list or a filler says nothing of its language.
  if (looksLike === 'unsure') return [];
  return [{ place: node.place, within: lang, looksLike }];
}

/** The words that are in the language of their paragraph: no code, no addresses, nothing that declares its own. */
function wordsIn(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      if (inline.lang !== undefined) return ' ';
      if (inline.type === 'text') return withoutAddresses(inline.value);
      if (inline.type === 'link') return wordsIn(inline.children);
      if (inline.type !== 'span') return ' ';
      return isCodeSpan(inline) ? ' ' : wordsIn(inline.children);
    })
    .join('');
}

const scripts: Readonly<Record<string, RegExp>> = {
  Latin: /\p{Script=Latin}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Greek: /\p{Script=Greek}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
  Bengali: /\p{Script=Bengali}/gu,
  Thai: /\p{Script=Thai}/gu,
  Armenian: /\p{Script=Armenian}/gu,
  Georgian: /\p{Script=Georgian}/gu,
  Tamil: /\p{Script=Tamil}/gu,
  Telugu: /\p{Script=Telugu}/gu,
  Gujarati: /\p{Script=Gujarati}/gu,
  Gurmukhi: /\p{Script=Gurmukhi}/gu,
  Kannada: /\p{Script=Kannada}/gu,
  Malayalam: /\p{Script=Malayalam}/gu,
  Sinhala: /\p{Script=Sinhala}/gu,
  Khmer: /\p{Script=Khmer}/gu,
  Lao: /\p{Script=Lao}/gu,
  Burmese: /\p{Script=Myanmar}/gu,
  Ethiopic: /\p{Script=Ethiopic}/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Han: /\p{Script=Han}/gu,
  'Han and kana': /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
};

/** The scripts of a language by the code of its own (CLDR likely subtags). */
const expected: Readonly<Record<string, readonly string[]>> = {
  Latn: ['Latin'],
  Cyrl: ['Cyrillic'],
  Grek: ['Greek'],
  Arab: ['Arabic'],
  Hebr: ['Hebrew'],
  Deva: ['Devanagari'],
  Beng: ['Bengali'],
  Thai: ['Thai'],
  Armn: ['Armenian'],
  Geor: ['Georgian'],
  Taml: ['Tamil'],
  Telu: ['Telugu'],
  Gujr: ['Gujarati'],
  Guru: ['Gurmukhi'],
  Knda: ['Kannada'],
  Mlym: ['Malayalam'],
  Sinh: ['Sinhala'],
  Khmr: ['Khmer'],
  Laoo: ['Lao'],
  Mymr: ['Burmese'],
  Ethi: ['Ethiopic'],
  Kore: ['Hangul', 'Han', 'Han and kana'],
  Jpan: ['Kana', 'Han', 'Han and kana'],
  Hans: ['Han', 'Han and kana'],
  Hant: ['Han', 'Han and kana'],
};

/** So many letters tell a script; of those of Chinese, Japanese and Korean, which are a syllable or a word each, fewer. */
const fewestLettersForScript = 40;
const fewestSyllables = 16;
const syllables = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

function letterCount(words: string): number {
  return countOf(/\p{L}/gu, words);
}

function countOf(pattern: RegExp, words: string): number {
  return words.match(pattern)?.length ?? 0;
}

function otherScript(words: string, lang: LanguageTag): string | undefined {
  const own = expected[localeOf(lang)?.maximize().script ?? ''];
  const letters = letterCount(words);
  if (own === undefined || letters < fewestSyllables) return undefined;
  if (letters < fewestLettersForScript && countOf(syllables, words) < fewestSyllables) return undefined;
  const [script] = Object.entries(scripts).find(
    ([name, pattern]) => !own.includes(name) && countOf(pattern, words) > letters / 2,
  ) ?? [undefined];
  return script === undefined ? undefined : `${script} script`;
}

// On five blogs of English posts, English passages score 0.97 and more for English, foreign ones 0.87 and less.
const fewestLettersForGuess = 100;
const declaredScoresAtLeast = 0.92;

// Lists of names and products look like many languages at once, and a little like that of their post; sentences of a
// foreign language like one, or two that are sisters. Below this length the two can only be told apart by that.
const fewestLettersForLists = 300;
const declaredScoresInLists = 0.8;
const thirdScoresInLists = 0.9;

/** Another language of the same script, in quotation marks, by the frequency of letter sequences; `unsure` where they do not tell. */
function otherLanguage(words: string, lang: LanguageTag): string | undefined {
  const letters = letterCount(words);
  if (letters < fewestLettersForGuess || isFiller(words)) return 'unsure';
  const guesses = francAll(words);
  const primary = languageOf(lang);
  const own = guesses.find(([code]) => languageOf(code) === primary);
  const best = guesses[0] && languageOf(guesses[0][0]);
  if (own === undefined || best === undefined || own[1] >= declaredScoresAtLeast) return undefined;
  const mayBeList = own[1] >= declaredScoresInLists || (guesses[2]?.[1] ?? 0) >= thirdScoresInLists;
  if (letters < fewestLettersForLists && mayBeList) return 'unsure';
  return `“${best}”`;
}

/** The language of a tag by its shortest code: franc has codes of three letters. */
function languageOf(tag: string): string | undefined {
  return localeOf(tag)?.language;
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/** The words without addresses: these are in no language. What holds no space is looked at once, however long it is. */
function withoutAddresses(value: string): string {
  return value.replace(/\S+/gu, (word) => (isAddress(word) ? ' ' : word.replace(/\bwww\.\S+/u, ' ')));
}

/** Whether something, one of `:@.`, something, a stroke and something follow each other. */
function isAddress(word: string): boolean {
  const sign = word.slice(1).search(/[:@.]/u) + 1;
  return sign > 0 && word.lastIndexOf('/', word.length - 2) >= sign + 2;
}
