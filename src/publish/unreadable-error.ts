import type { Message } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import type { ReadDocument } from './read-document.ts';

/** A publication was asked of a post, or of a collection with a post, that cannot be read at all: `messages` say why. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly messages: readonly Message[];
  constructor(file: string, messages: readonly Message[]) {
    const why = messages.find(({ severity }) => severity === 'error')?.reason ?? 'nothing of it was read';
    super(`${file} cannot be published: ${why}`);
    this.messages = messages;
  }
}

/** The document of a post that was read. @throws UnreadableError where it could not be. */
export function publishable({ file, document, messages }: ReadDocument): Document {
  if (!document) throw new UnreadableError(file, messages);
  return document;
}
