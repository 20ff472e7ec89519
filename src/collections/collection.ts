import type { BookDesign } from '../document/book-design.ts';
import type { CatalogueFacts } from '../document/catalogue-facts.ts';
import type { PlainDate } from '../document/plain-date.ts';
import type { LanguageTag } from '../document/language-tag.ts';

/** What a project says of one of its collections; its posts are named apart from it. */
export interface Collection extends CatalogueFacts {
  /** The name of its files. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly creators: readonly string[];
  readonly publisher?: string | undefined;
  /** Where it is published, and which edition it is, as shown. */
  readonly place?: string | undefined;
  readonly edition?: string | undefined;
  readonly lang?: LanguageTag | undefined;
  readonly identifier?: string | undefined;
  readonly description?: string | undefined;
  readonly published?: PlainDate | undefined;
  readonly rights?: string | undefined;
  readonly subjects?: readonly string[] | undefined;
  /** Of the EPUB, and of the PDF. Digits, and X at the end. */
  readonly isbn?: string | undefined;
  readonly isbnPdf?: string | undefined;
  readonly series?: { readonly name: string; readonly position?: number | undefined } | undefined;
  readonly order: PostOrder;
  readonly parts: PartKind;
  /** Absent where nothing is asked for, so that its digest is that of one that cannot ask. */
  readonly design?: BookDesign;
}

/** How its posts are ordered: as they are listed, by release date (undated last), or by the paths of their files. */
export type PostOrder = 'listed' | 'released' | 'name';

/** What a division of its posts stands for: the year of release, the folder, or none. */
export type PartKind = 'year' | 'folder' | 'none';
