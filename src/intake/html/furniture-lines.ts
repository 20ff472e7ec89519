/** A line that says that furniture follows. */
export const leads =
  /^(?:more from\b.*|related (?:content|articles?|links?|posts?|stories|news|tags)|share(?: this.*)?|follow us.*|you (?:may|might) also like.*|read next|recommended.*|tags|keywords|topics|collections?|categories|filed under):?$/iu;

const readOn =
  /^(?:you (?:may|might) also like|related (?:content|articles|posts|stories|news)|read next|recommended (?:for you|reading|stories))(?:\s?(?:\.{3}|…|:))?$/iu;

/** Whether a line says that others of the site follow, with what they say. */
export function leadsToOthers(words: string): boolean {
  return readOn.test(words);
}

const controls =
  /^(?:log ?in (?:or register )?to post comments|(?:log ?in|register) to reply|printer-friendly version|(?:print|e-?mail) this (?:page|post|article)|send by e-?mail|leave a (?:comment|reply)|\d{1,5} comments?)\.?$/iu;

/** Whether a line is a control of the site, though its element does not say so. */
export function isControlLine(words: string): boolean {
  return controls.test(words);
}

const kept =
  /(?<!\p{L})(?:archived|no longer (?:being )?(?:maintained|updated)|outdated|(?:posted|written|published) by|release date|last (?:updated|modified|reviewed)|licen[cs]ed?|public domain|copyright|©)(?!\p{L})/iu;

/** Whether a line is a label or a notice of an archive, a byline, a date or a licence: never furniture, however its element is named. */
export function isKeptLine(words: string): boolean {
  return words.length <= 400 && kept.test(words);
}

/** Whether an element is named after the comments of readers. */
export function isCommentsName(name: string): boolean {
  return /^(?:comments-area|comment-?list|comment-respond|respond|disqus_thread)$/iu.test(name);
}
