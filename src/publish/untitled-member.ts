import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { chapterTitle, leadHeading } from '../document/publication-outline.ts';
import { reportRule } from './rules.ts';

/**
 * What is said of a post of a collection. A title it needs for itself alone: in a book it is called by its first heading, which is
 * told instead of `title-missing`.
 */
export function messagesOfMember({
  value: document,
  messages,
}: Result<Document | undefined>): readonly Message[] {
  const heading = document && leadHeading(document);
  if (!heading || document.metadata.title !== '') return messages;
  return messages.map((message) => {
    if (message.ruleId !== 'title-missing') return message;
    const reason = `The post has no title: in the book it is called by its first heading, “${chapterTitle({ document })}”`;
    return reportRule('title-from-heading', { reason, file: message.file, place: heading.place });
  });
}
