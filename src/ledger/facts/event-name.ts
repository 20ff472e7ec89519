/** What the name of an event looks like, in words for messages. */
export const eventNameWords = 'the name of an event such as case-closed: at most 60 of a-z, 0-9 and “-”';

/** Whether a text can name an event from which a cutoff begins. */
export function isEventName(text: string): boolean {
  return text.length <= 60 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);
}
