import type { CatalogueFacts } from './catalogue-facts.ts';
import type { Image } from './inline.ts';
import type { LanguageTag } from './language-tag.ts';
import type { PlainDate } from './plain-date.ts';

/** The facts of a post. A field is absent where neither the post nor the configuration gives it; nothing is guessed. */
export interface PostMetadata extends CatalogueFacts {
  /** Plain text. Empty only where the post has none (error `title-missing`). */
  readonly title: string;
  /** Absent with error `lang-missing`. */
  readonly lang?: LanguageTag;
  /** As shown, label included: "Posted by Secretary Janet Napolitano". */
  readonly byline?: string;
  readonly authors: readonly string[];
  readonly released?: PlainDate;
  readonly releasedAsShown?: string;
  readonly updated?: PlainDate;
  readonly updatedAsShown?: string;
  readonly agency?: string;
  readonly sourceUrl?: string;
  readonly rights?: string;
  /** The archive label and notice, verbatim. */
  readonly archived?: { readonly label: string; readonly notice: string };
  readonly summary?: string;
  readonly subjects: readonly string[];
  /** Of the EPUB, and of the PDF: each format has its own. Digits, and X at the end. */
  readonly isbn?: string;
  readonly isbnPdf?: string;
  /** Of its EPUB, where the post says it: a picture, one that is drawn, or none. */
  readonly cover?: Image | 'drawn' | 'none';
  /** From front matter, else from the file name without its date; safe as a file name. */
  readonly slug: string;
  /** Paths on its site, from the root, that the post names as its own: links in a collection are led by them. */
  readonly addresses?: readonly string[];
  /** Every other language that the post marks, in order of first use. */
  readonly otherLanguages: readonly LanguageTag[];
}
