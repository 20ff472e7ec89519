import type { Line } from '../input/slice-lines.ts';

/** The label above a notice of archived pages. */
export function isNoticeLabel({ words }: Line): boolean {
  return /^\**\s?archived(?: (?:content|document|page|material|information|post))?\s?\**:?$/iu.test(words);
}

/** Whether a line says that a page is old. */
export function isNotice({ words }: Line): boolean {
  return /(?<!\p{L})(?:archiv\p{L}*|outdated|out of date|no longer|not reflect|historical|not (?:being )?(?:maintained|updated))(?!\p{L})/iu.test(
    words,
  );
}

/** Who publishes, and the words of release: above titles, and none. */
export function isIssuer({ words }: Line): boolean {
  return (
    /^(?:For Immediate Release|The White House|Office of .{1,80})$/iu.test(words) ||
    /^(?:(?:the|u\.?s\.?) )*(?:department|bureau|ministry|agency|administration|commission|council|division|city|county|state|town) of .{1,80}$/iu.test(
      words,
    ) ||
    /^.{1,60} (?:department|agency|administration|commission|bureau|press office|newsroom|press room)$/iu.test(
      words,
    )
  );
}

const furniture =
  /^(?:skip to (?:main )?content|(?:back|return) to top|top of page|share(?: this)?(?: page)?|print(?: this)?(?: page)?|e-?mail(?: this)?(?: page)?|tweet|more from .{1,60}|related (?:articles|content|posts)|previous|next|share (?:on|via|by) .{1,30}|printer-friendly version|log in(?: or register)? to post comments|home(?:\s*[>»›/|]\s*[^>»›/|]{1,60})+)$/iu;

const edgeFurniture =
  /^(?:leave a (?:comment|reply)|\d{1,5} (?:comments?|thoughts on .{1,120})|you (?:might|may) also like.{0,40}|see more.{0,40}|subscribe.{0,40}|sign up for .{1,60}|follow us.{0,40}|(?:search|menu|home|contact us|site map|privacy policy|log ?in|sign in)|page \d{1,4}(?: of \d{1,4})?|https?:\/\/\S{1,300}(?:\s+(?:page )?\d{1,4}(?:(?: of |\/)\d{1,4}){0,2})?(?:\s+\d{1,2}\/\d{1,2}\/\d{2,4})?)$/iu;

/** What stands beside the text of a page, wherever it stands. */
export function isFurniture({ words }: Line): boolean {
  return furniture.test(words);
}

/** What is no part of the text where it stands above or below it; among the text it may be one. */
export function isEdgeFurniture(line: Line): boolean {
  return isFurniture(line) || edgeFurniture.test(line.words);
}

/** Whether a breadcrumb ends with the words. */
export function isBreadcrumbTo({ words }: Line, title: string): boolean {
  return title !== '' && /^home\s*[>»›/|]/iu.test(words) && words.toLowerCase().endsWith(title.toLowerCase());
}

/** Whether a line is as short as titles are, and neither an address nor whom to ask. */
export function mayBeTitle({ words }: Line): boolean {
  return (
    words.length <= 200 &&
    /\p{L}/u.test(words) &&
    !/^(?:https?:|www\.|cite:)|\S@\S|^[\p{L} ]{0,40}(?:contact|telephone|phone|fax)[\p{L} ]{0,40}:/iu.test(
      words,
    )
  );
}

/** Whether a line has the shape of a title by itself: a capital first, few words, and no stop at the end. */
export function looksLikeTitle(line: Line): boolean {
  const { words } = line;
  const isOpen = /[.;:,]$/u.test(words) && !/(?:\p{Lu}\.){2}$/u.test(words);
  const isCut = /(?<!\p{L})(?:the|of|and|a|an|to|in|for|that|with|by|or|on)$/iu.test(words);
  return (
    mayBeTitle(line) &&
    /^[\p{Lu}\p{N}“"‘'(¿¡]/u.test(words) &&
    words.split(/\s+/u, 31).length <= 30 &&
    !isOpen &&
    !isCut
  );
}

/** Whether a line is of the text: a sentence of some length, or more than one. Titles may ask. */
export function isProse({ words }: Line): boolean {
  return words.length > 200 || (words.length >= 60 && /\.["”’)]*$|\p{Ll}[.!?] \p{Lu}/u.test(words));
}
