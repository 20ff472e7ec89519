/** Small kana and the sign that makes a sound longer (UAX 14, class CJ), and marks like hyphens, which not every language keeps from the start of a line. */
const kanaBehind = /[ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿーｧ-ｰ〜゠]/u;
const allKanaBehind = new RegExp(kanaBehind.source, 'gu');

const chinese = /^(?:zh|cmn|yue|wuu|nan|hak|lzh)\b/iu;

/**
 * Text of one language with the signs that decide where a line may break, in as many UTF-16 units. Chinese breaks as CSS calls
 * `line-break: normal`, all others `strict` (CSS Text 3 §5.3): in Japanese no line begins with a small kana.
 */
export function breakingSigns(text: string, lang: string): string {
  if (!kanaBehind.test(text) || !chinese.test(lang)) return text;
  return text.replace(allKanaBehind, letter);
}

/** A letter before and behind which lines break. */
const letter = 'あ';

/** Letters and signs as wide as a letter of Chinese or Japanese. */
const wide = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3000-\u303F\uFF01-\uFF60]`;
const openingQuote = new RegExp(`(?<=${wide})[“‘]`, 'gu');
const closingQuote = new RegExp(`[”’](?=${wide})`, 'gu');

/**
 * The same with quotation marks that stand beside such letters as brackets: a line may begin with one that opens there, and
 * end with one that closes (UAX 14 of Unicode 16, LB19a; the tables of `linebreak` 1.1 are older).
 */
export function quotesAsBrackets(text: string): string {
  if (!/[“”‘’]/u.test(text)) return text;
  return text.replace(openingQuote, '「').replace(closingQuote, '」');
}
