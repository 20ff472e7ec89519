import type { Document } from '../document/document.ts';
import { generatedDocument, paragraphOf, phrase, textInline } from '../document/generated-document.ts';
import type { Inline } from '../document/inline.ts';
import { fillString, type Strings } from '../document/strings.ts';
import { writtenDate } from '../document/written-date.ts';
import type { Collection } from './collection.ts';

/**
 * The back of the title page: publisher and place, edition, date, rights and ISBN, each where the project gives it, and the
 * way to the colophon. It has no heading: its name is for those who go by files or tags.
 */
export function imprintPage(collection: Collection, strings: Strings): Document {
  const { lang, edition, published, rights } = collection;
  const ours = (value: string): readonly Inline[] => phrase(value, strings, lang);
  const given = (value: string | undefined): readonly (readonly Inline[])[] =>
    value === undefined || value === '' ? [] : [[textInline(value)]];
  const publisher = [collection.publisher, collection.place].filter((part) => part !== undefined);
  const about = fillString(strings, 'imprintColophon', { colophon: strings.words.colophon });
  const lines: readonly (readonly Inline[])[] = [
    ...given(publisher.join(strings.words.listSeparator)),
    ...given(edition),
    ...(published ? [ours(fillString(strings, 'published', { date: writtenDate(published, strings) }))] : []),
    ...given(rights),
    ...isbnsOf(collection).map((isbn) => ours(fillString(strings, 'isbn', { isbn }))),
    [{ type: 'link', target: { kind: 'internal', id: '_colophon' }, children: ours(about) }],
  ];
  const body = lines.map((children) => paragraphOf(children, 'dates'));
  const title = strings.words.imprint;
  return { ...generatedDocument({ name: 'imprint', title, lang, body, words: strings }), titleBlock: [] };
}

function isbnsOf({ isbn, isbnPdf }: Collection): readonly string[] {
  if (isbnPdf === undefined) return isbn === undefined ? [] : [isbn];
  return [...(isbn === undefined ? [] : [`${isbn} (EPUB)`]), `${isbnPdf} (PDF)`];
}
