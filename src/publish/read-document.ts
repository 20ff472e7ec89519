import type { Message } from '../diagnostics/message.ts';
import type { Assets } from '../document/asset.ts';
import type { Document } from '../document/document.ts';

/**
 * A post that was read: plain data, which can be sent to a worker by structured clone. Pictures that cannot be used are
 * replaced by their words in the document, so that every picture of it is among the assets.
 */
export interface ReadDocument {
  /** The post, as the user named it. */
  readonly file: string;
  /** Absent where the post cannot be read at all: `messages` say why. */
  readonly document: Document | undefined;
  readonly assets: Assets;
  /** What reading has to say, before the rules of the lint and the levels of the project. */
  readonly messages: readonly Message[];
}
