import type { Place } from '../diagnostics/message.ts';
import type { Direction } from '../characters/strong-letters.ts';
import type { LanguageTag } from './language-tag.ts';

/** What every node carries: its place in the source, and language, direction and id where the author gave them. */
export interface NodeBase {
  /** Absent only on nodes made by the product itself (title block, generated labels). */
  readonly place?: Place;
  readonly lang?: LanguageTag;
  readonly dir?: Direction;
  /** Unique in the document, an NCName, equal in PDF destinations and EPUB fragments. */
  readonly id?: string;
}
