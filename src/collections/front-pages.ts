import { captionListName, type CaptionKind } from '../document/caption-lists.ts';
import type { Document, Heading, Paragraph, Section } from '../document/document.ts';
import { fillString, type Strings } from '../document/strings.ts';
import type { Collection } from './collection.ts';
import { generatedDocument, paragraphOf, phrase, textInline } from '../document/generated-document.ts';

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

/**
 * The heading of the contents, and those of the lists of what has captions behind it; each format sets the entries in its own way.
 */
export function contentsPage(
  { lang }: Collection,
  lists: readonly CaptionKind[],
  strings: Strings,
): Document {
  const titles = { figure: strings.words.listOfFigures, table: strings.words.listOfTables };
  const body = lists.map((kind): Section => {
    const heading: Heading = {
      type: 'heading',
      id: `_${captionListName(kind)}`,
      level: 2,
      children: phrase(titles[kind], strings, lang),
    };
    return { type: 'section', heading, children: [] };
  });
  const title = strings.words.contents;
  return generatedDocument({ name: 'contents', title, lang, words: strings, body });
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
