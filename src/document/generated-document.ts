import { sha256Of } from '../files/digest.ts';
import type { LanguageTag } from './language-tag.ts';
import type { Block, Document, Paragraph } from './document.ts';
import type { Inline } from './inline.ts';
import { languageOutside } from './language-outside.ts';
import { settleDirections } from './settle-directions.ts';
import type { Strings } from './strings.ts';

/** What a page that the product writes itself says. */
export interface GeneratedDocumentOptions {
  /** What its id is made of: no id of a post begins with `_`. */
  readonly name: string;
  readonly title: string;
  /** Of the title and of what is not in the product's words. */
  readonly lang: LanguageTag | undefined;
  /** Blocks under the heading. */
  readonly titleBlock?: readonly Block[];
  readonly body?: readonly Block[];
  /** The title is a word of the product, in the language of these. */
  readonly words?: Strings;
}

/** A document that the product itself writes: a heading and what belongs under it. */
export function generatedDocument(options: GeneratedDocumentOptions): Document {
  const { name, title, lang, titleBlock = [], body = [], words } = options;
  const children = words ? phrase(title, words, lang) : [textInline(title)];
  return settleDirections({
    file: name,
    sha256: sha256Of(`${name}:${title}`),
    metadata: {
      title,
      ...(lang !== undefined && { lang }),
      authors: [],
      subjects: [],
      slug: name,
      otherLanguages: [],
    },
    titleBlock: [{ type: 'heading', id: `_${name}`, level: 1, children }, ...titleBlock],
    body,
  });
}

/** Plain text; numbered later. */
export function textInline(value: string): Inline {
  return { type: 'text', value, offset: 0 };
}

/** Words of the product, tagged with their language where the words around are in another. */
export function phrase(value: string, strings: Strings, around: LanguageTag | undefined): readonly Inline[] {
  const lang = languageOutside(strings.lang, around);
  if (lang === undefined) return [textInline(value)];
  return [{ type: 'span', kind: 'language', lang, children: [textInline(value)] }];
}

/** A paragraph of inline content. */
export function paragraphOf(children: readonly Inline[], role?: Paragraph['role']): Paragraph {
  return { type: 'paragraph', ...(role && { role }), children };
}
