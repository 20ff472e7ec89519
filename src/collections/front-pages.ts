import type { Document, Paragraph } from '../document/document.ts';
import { fillString, type Strings } from '../document/strings.ts';
import type { Collection } from './collection.ts';
import { generatedDocument, paragraphOf, textInline } from '../document/generated-document.ts';

/** The title page: title, subtitle, creators, series, publisher, each where the project gives it. */
export function titlePage(collection: Collection, strings: Strings): Document {
  const { title, subtitle, creators, publisher, series, lang } = collection;
  const seriesWords =
    series?.position === undefined
      ? series?.name
      : fillString(strings, 'seriesVolume', { series: series.name, position: String(series.position) });
  const titleBlock: readonly (Paragraph | undefined)[] = [
    subtitle === undefined ? undefined : paragraphOf([textInline(subtitle)], 'summary'),
    creators.length === 0
      ? undefined
      : paragraphOf([textInline(creators.join(strings.words.listSeparator))], 'byline'),
    seriesWords === undefined ? undefined : paragraphOf([textInline(seriesWords)], 'dates'),
    publisher === undefined ? undefined : paragraphOf([textInline(publisher)], 'dates'),
  ];
  return generatedDocument({
    name: 'title-page',
    title,
    lang,
    titleBlock: titleBlock.filter((paragraph) => paragraph !== undefined),
  });
}

/** The heading of the contents; each format sets the entries in its own way. */
export function contentsPage({ lang }: Collection, strings: Strings): Document {
  return generatedDocument({ name: 'contents', title: strings.words.contents, lang, words: strings });
}

/** The page that heads a division. */
export function divisionPage(
  collection: Collection,
  division: { readonly number: number; readonly heading: string },
  strings: Strings,
): Document {
  const { lang, parts } = collection;
  const name = `division-${division.number}`;
  if (division.heading !== '') return generatedDocument({ name, title: division.heading, lang });
  const title = fillString(strings, parts === 'year' ? 'undated' : 'otherPosts');
  return generatedDocument({ name, title, lang, words: strings });
}
