import { francAll } from 'franc-min';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from '../diagnostics/report-rule.ts';
import type { Document, Inline, LanguageTag } from '../document/document.ts';
import { childrenOf, type Node } from '../document/walk.ts';
import { isCodeSpan } from './code-span.ts';
import { hasFunctionWords } from './phrases.ts';

/** A post declares its language, and that of passages in another (WCAG 2.2 SC 3.1.1, 3.1.2). */
export function checkLanguage(document: Document): readonly Message[] {
  const { lang } = document.metadata;
  const { file } = document;
  if (lang === undefined) {
    return [reportRule('lang-missing', { reason: 'No language declared for the post', file })];
  }
  return document.body.flatMap((block) => checkNode(block, lang, file));
}

function checkNode(node: Node, outer: LanguageTag, file: string): readonly Message[] {
  const lang = node.lang ?? outer;
  if (node.type === 'code-block') return [];
  if (node.type !== 'paragraph' && node.type !== 'heading') {
    return childrenOf(node).flatMap((child) => checkNode(child, lang, file));
  }
  const words = wordsIn(node.children);
  const short = words.length < fewestLettersForScript || hasFunctionWords(words, lang);
  const found = short ? undefined : (otherScript(words, lang) ?? otherLanguage(words, lang));
  if (found === undefined) return [];
  const reason = `Passage looks like ${found} in a text declared as “${lang}”`;
  return [reportRule('lang-undeclared-foreign', { reason, file, place: node.place })];
}

/** The words that are in the language of their paragraph: no code, no addresses, nothing that declares its own. */
function wordsIn(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      if (inline.lang !== undefined) return ' ';
      if (inline.type === 'text') return inline.value.replace(/\S+[:@.]\/*\S+\/\S+|\bwww\.\S+/gu, ' ');
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
  Hangul: /\p{Script=Hangul}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Han: /\p{Script=Han}/gu,
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
  Kore: ['Hangul', 'Han'],
  Jpan: ['Kana', 'Han'],
  Hans: ['Han'],
  Hant: ['Han'],
};

const fewestLettersForScript = 40;

function otherScript(words: string, lang: LanguageTag): string | undefined {
  const own = expected[localeOf(lang)?.maximize().script ?? ''];
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (own === undefined || letters < fewestLettersForScript) return undefined;
  const [script] = Object.entries(scripts).find(
    ([name, pattern]) => !own.includes(name) && (words.match(pattern)?.length ?? 0) > letters / 2,
  ) ?? [undefined];
  return script === undefined ? undefined : `${script} script`;
}

// On five blogs of English posts, English passages score 0.97 and more for English, foreign ones 0.87 and less.
const fewestLettersForGuess = 100;
const declaredScoresAtLeast = 0.92;

/** Another language of the same script, by the frequency of letter sequences. */
function otherLanguage(words: string, lang: LanguageTag): string | undefined {
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (letters < fewestLettersForGuess) return undefined;
  const guesses = francAll(words).map(([code, score]) => ({ language: localeOf(code)?.language, score }));
  const primary = localeOf(lang)?.language;
  const own = guesses.find(({ language }) => language === primary);
  const [best] = guesses;
  if (own === undefined || best?.language === undefined || own.score >= declaredScoresAtLeast)
    return undefined;
  return `“${best.language}”`;
}

const locales = new Map<string, Intl.Locale | undefined>();

function localeOf(tag: string): Intl.Locale | undefined {
  if (!locales.has(tag)) locales.set(tag, newLocale(tag));
  return locales.get(tag);
}

function newLocale(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
