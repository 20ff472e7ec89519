import { parseEntities } from 'parse-entities';

/**
 * A fact of the front matter with its character references (`&amp;`, `&#8217;`) as the characters they stand for: generators print facts
 * into HTML as they are written. What stands for no printing character stays as it is written.
 */
export function charactersOf(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/gu, (reference) => {
    const character = parseEntities(reference, { nonTerminated: false });
    return /^[\p{Cc}\p{Cn}\p{Cs}\ufffd\ufeff]/u.test(character) ? reference : character;
  });
}
