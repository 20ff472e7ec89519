import type { Block, Heading, Paragraph } from '../../document/document.ts';
import type { Inline, Span } from '../../document/inline.ts';
import { phrase, textInline } from '../../document/generated-document.ts';
import { formatPlainDate, type PlainDate } from '../../document/plain-date.ts';
import type { PostMetadata } from '../../document/post-metadata.ts';
import { languageOutside } from '../../document/language-outside.ts';
import { fillString, type StringKey, type Strings } from '../../document/strings.ts';
import { writtenDate } from '../../document/written-date.ts';

/** What stands before the body: title, byline, dates, archive notice. `title` replaces the metadata's plain words where a heading of the post gave it. */
export function buildTitleBlock(
  metadata: PostMetadata,
  strings: Strings,
  title: Heading | { readonly id: string },
): readonly Block[] {
  const words: readonly Inline[] = 'children' in title ? title.children : [textInline(metadata.title)];
  const heading: readonly Heading[] =
    metadata.title === ''
      ? []
      : [
          {
            type: 'heading',
            ...('place' in title && title.place && { place: title.place }),
            id: title.id,
            level: 1,
            children: words,
          },
        ];
  return [...heading, ...byline(metadata, strings), ...dates(metadata, strings), ...archiveNotice(metadata)];
}

function byline(metadata: PostMetadata, strings: Strings): readonly Paragraph[] {
  if (metadata.byline !== undefined)
    return [{ type: 'paragraph', role: 'byline', children: [textInline(metadata.byline)] }];
  if (metadata.authors.length === 0) return [];
  const names = metadata.authors.join(strings.words.listSeparator);
  return [
    { type: 'paragraph', role: 'byline', children: phraseAround('byline', { names }, { metadata, strings }) },
  ];
}

interface PhraseScope {
  readonly metadata: PostMetadata;
  readonly strings: Strings;
}

/** A phrase of the product around words of the post: only the product's part is tagged with its language. */
function phraseAround(
  key: StringKey,
  values: { readonly names: string },
  { metadata, strings }: PhraseScope,
): readonly Inline[] {
  const [before = '', after = ''] = strings.words[key].split('{names}');
  return [
    ...ours(before, { metadata, strings }),
    textInline(values.names),
    ...ours(after, { metadata, strings }),
  ];
}

function ours(value: string, { metadata, strings }: PhraseScope): readonly Inline[] {
  return value === '' ? [] : phrase(value, strings, metadata.lang);
}

function dates(metadata: PostMetadata, strings: Strings): readonly Paragraph[] {
  const scope = { metadata, strings };
  const released = dateSpan('released', { date: metadata.released, shown: metadata.releasedAsShown }, scope);
  const updated = dateSpan('updated', { date: metadata.updated, shown: metadata.updatedAsShown }, scope);
  const parts = [released, updated].filter((part) => part !== undefined);
  if (parts.length === 0) return [];
  const children = parts.flatMap((part, index) => (index === 0 ? [part] : [textInline(' · '), part]));
  return [{ type: 'paragraph', role: 'dates', children }];
}

interface ShownDate {
  readonly date: PlainDate | undefined;
  readonly shown: string | undefined;
}

function dateSpan(
  key: 'released' | 'updated',
  { date, shown }: ShownDate,
  scope: PhraseScope,
): Span | undefined {
  if (date === undefined && shown === undefined) return undefined;
  const datetime = date && { datetime: formatPlainDate(date) };
  if (shown !== undefined) return { type: 'span', kind: 'time', ...datetime, children: [textInline(shown)] };
  if (date === undefined) return undefined;
  const { strings } = scope;
  const lang = languageOutside(strings.lang, scope.metadata.lang);
  const words = fillString(strings, key, { date: writtenDate(date, strings) });
  return {
    type: 'span',
    kind: 'time',
    ...(lang !== undefined && { lang }),
    ...datetime,
    children: [textInline(words)],
  };
}

/** The label and notice verbatim; blank lines of the notice part paragraphs. */
function archiveNotice(metadata: PostMetadata): readonly Block[] {
  if (metadata.archived === undefined) return [];
  const { label, notice } = metadata.archived;
  const paragraphs = notice.split(/\n\s*\n/u).map((text) => text.replace(/\s+/gu, ' ').trim());
  const children = paragraphs
    .filter((text) => text !== '')
    .map((text): Paragraph => ({ type: 'paragraph', children: [textInline(text)] }));
  return [
    {
      type: 'callout',
      kind: 'archived',
      label: { type: 'paragraph', children: [textInline(label)] },
      children,
    },
  ];
}
