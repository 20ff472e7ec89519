import { parseEntities } from 'parse-entities';

/** A run of letters, marks and digits of a source, or a character reference that may stand for some. */
export interface SourceWord {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** Its letters and digits as they are written: of `&eacute;` the word "eacute", as it is read in code. */
  readonly value: string;
  /** The letters that a character reference stands for in prose; empty where it is a sign. */
  readonly decoded?: string;
}

const sourceWord = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});|[\p{L}\p{M}\p{N}]+/gu;
const modelWord = /[\p{L}\p{M}\p{N}]+/gu;
const latinLigatures = /[\ufb00-\ufb06]/gu;

/** The words of a source in its order: what Markdown, HTML and generators make of them is not asked. */
export function sourceWords(source: string): readonly SourceWord[] {
  const words: SourceWord[] = [];
  for (const { 0: found, index: start } of source.matchAll(sourceWord)) {
    const end = start + found.length;
    if (!found.startsWith('&')) words.push({ start, end, value: spelled(found) });
    else {
      const decoded = wordsOf(parseEntities(found)).join('');
      words.push({ start, end, value: found.replace(/[&#;]/gu, ''), decoded });
    }
  }
  return words;
}

/** The words of a text in which character references stand for characters. */
export function decodedWords(text: string): readonly string[] {
  return wordsOf(parseEntities(text));
}

/** The words of a text that holds no markup. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(modelWord) ?? []).map(spelled);
}

/** Ligatures of fonts are letters: the model spells them out in prose and keeps them in code. */
function spelled(word: string): string {
  return word.replace(latinLigatures, (ligature) => ligature.normalize('NFKC'));
}
