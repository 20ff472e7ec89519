import { hasVisibleText } from '../../characters/visible-text.ts';
import { charactersOf } from './characters-of.ts';
import {
  catalogueFacts,
  namesOf,
  type WrittenPerson,
  type WrittenSubject,
} from '../../document/catalogue-facts.ts';
import { isbnOf } from '../../document/isbn.ts';
import { isLanguageTag, type LanguageTag } from '../../document/language-tag.ts';
import {
  comparePlainDates,
  formatPlainDate,
  parsePlainDate,
  type PlainDate,
} from '../../document/plain-date.ts';
import type { PostMetadata } from '../../document/post-metadata.ts';
import type { FrontMatter } from './front-matter.ts';
import { type FrontMatterValues, type People, releaseKeys, updateKeys } from './front-matter-schema.ts';
import { readFlag, readShowing } from '../front-matter/read-showing.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { type DateOrder, findNumericDate, readDate } from '../../document/read-date.ts';
import { slugOf } from './slug-of.ts';

/** The facts of a post but its other languages, which only its body tells. `title` is empty where front matter has none. */
export type FoundMetadata = Omit<PostMetadata, 'otherLanguages'>;

/** Reads the facts from front matter, then from the caller's defaults and the file name. */
export function readMetadata(front: FrontMatter, context: PostContext): FoundMetadata {
  const { values } = front;
  const { rights } = values;
  const authors = values.authors ?? values.author;
  const subjects = values.subjects ?? values.tags;
  const { options } = context;
  const order = values.date_order || options.dateOrder;
  const fileDate = /^(\d{4}-\d{2}-\d{2})-/u.exec(fileName(context))?.[1];
  const releasedAsShown = oneLine(values.released_as_shown);
  const updatedAsShown = oneLine(values.updated_as_shown);
  const scope = { front, context, order };
  if (fileDate !== undefined && parsePlainDate(fileDate) === undefined) {
    report(context, 'date-invalid', { reason: `There is no day ${fileDate}, as the file name says` });
  }
  const released =
    dateOf(releaseKeys, 'released_as_shown', scope) ?? (fileDate ? parsePlainDate(fileDate) : undefined);
  const updated = dateOf(updateKeys, 'updated_as_shown', scope);
  if (released && updated && comparePlainDates(updated, released) < 0) {
    report(context, 'updated-before-released', {
      reason: 'Updated before it was released',
      place: front.placeOf('updated'),
    });
  }
  tellShowing(scope, released);
  const archived = archivedOf(front, context);
  return {
    title: oneLine(values.title) ?? '',
    ...defined('lang', languageOf(front, context)),
    ...defined('byline', oneLine(values.byline)),
    authors: namesOf(peopleOf(authors)).flatMap((name) => oneLine(name) ?? []),
    ...defined('released', released),
    ...defined('releasedAsShown', releasedAsShown),
    ...defined('updated', updated),
    ...defined('updatedAsShown', updatedAsShown),
    ...defined('agency', oneLine(values.agency) ?? options.agency),
    ...defined('sourceUrl', sourceUrlOf(front, context)),
    ...defined('rights', oneLine(typeof rights === 'object' ? rights.statement : rights)),
    ...defined('archived', archived),
    ...defined('summary', oneLine(values.summary || values.description || values.excerpt)),
    subjects: subjectsOf(subjects),
    ...catalogueFacts(
      {
        creators: peopleOf(authors),
        contributors: peopleOf(values.contributors),
        subjects: Array.isArray(subjects) ? subjects : [],
        audience: values.audience,
      },
      oneLine,
    ),
    ...isbnsOf(values),
    slug: reportedSlug(front, context),
    ...defined('addresses', addressesOf(values)),
  };
}

/** The numbers of the two files; one alone is that of the EPUB, as a book has it. */
function isbnsOf({ isbn }: FrontMatterValues): Pick<PostMetadata, 'isbn' | 'isbnPdf'> {
  const { epub = '', pdf = '' } = typeof isbn === 'string' ? { epub: isbn } : (isbn ?? {});
  return { ...defined('isbn', isbnOf(epub)), ...defined('isbnPdf', isbnOf(pdf)) };
}

/** Paths from the root of the site, as Jekyll (`permalink`, `redirect_from`) and Hugo (`url`, `aliases`) write them. */
function addressesOf(values: FrontMatterValues): readonly string[] | undefined {
  const { permalink, url, redirect_from: redirects, aliases } = values;
  const written = [permalink, url, redirects, aliases].flat();
  const paths = written
    .filter((value) => typeof value === 'string')
    .filter((value) => /^\/(?!\/)/u.test(value));
  return paths.length === 0 ? undefined : paths;
}

function defined<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  // Sound: the object has the key or nothing, which is what the type says.
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
}

/** A fact on one line; a character reference in it is its character. */
function oneLine(value: string | undefined): string | undefined {
  const line = value && charactersOf(value).replace(/\s+/gu, ' ').trim();
  return line && hasVisibleText(line) ? line : undefined;
}

function languageOf(front: FrontMatter, context: PostContext): LanguageTag | undefined {
  const { lang, language, locale } = front.values;
  const written = lang || language || locale?.replace('_', '-');
  if (!written) return context.options.lang;
  if (isLanguageTag(written)) return written;
  const key = lang ? 'lang' : language ? 'language' : 'locale';
  report(context, 'lang-invalid', {
    reason: `“${written}” is not a language tag`,
    place: front.placeOf(key),
  });
  return undefined;
}

function sourceUrlOf(front: FrontMatter, context: PostContext): string | undefined {
  const url = front.values.source?.url;
  if (!url) return undefined;
  if (/^https?:\/\/\S+$/iu.test(url)) return url;
  const reason = `“source.url” is no address of the web: “${url}”`;
  report(context, 'link-scheme-forbidden', { reason, place: front.placeOf('source') });
  return undefined;
}

interface DateScope {
  readonly front: FrontMatter;
  readonly context: PostContext;
  readonly order: DateOrder | undefined;
}

type DateKey = (typeof releaseKeys | typeof updateKeys)[number];

/** The day of the first key that gives one. What stands beside it as shown need then not say a day by itself. */
function dateOf(
  keys: readonly DateKey[],
  shownKey: 'released_as_shown' | 'updated_as_shown',
  { front, context, order }: DateScope,
): PlainDate | undefined {
  const written = keys.flatMap((key) => {
    const text = front.values[key];
    // A flag to Jekyll is no day.
    return text && readFlag(text) === undefined ? [{ key, text, reading: readDate(text, order) }] : [];
  });
  const good = written.map(({ reading }) => reading).find((reading) => typeof reading === 'object');
  for (const { key, text, reading } of written) {
    if (reading === 'invalid')
      report(context, 'date-invalid', { reason: `“${text}” is not a date`, place: front.placeOf(key) });
    if (reading === 'ambiguous' && good === undefined) {
      report(context, 'date-ambiguous', {
        reason: `“${text}” can be two different days`,
        place: front.placeOf(key),
      });
    }
  }
  const shown = front.values[shownKey];
  const numeric = shown === undefined ? undefined : findNumericDate(shown);
  if (written.length > 0 || numeric === undefined) return good;
  const reading = readDate(numeric, order);
  if (reading === 'ambiguous') {
    report(context, 'date-ambiguous', {
      reason: `“${numeric}” can be two different days`,
      place: front.placeOf(shownKey),
    });
  }
  return typeof reading === 'object' ? reading : undefined;
}

/** Between which days its site is to show the post is only told: the caller alone can say which day it is. */
function tellShowing({ front, context, order }: DateScope, released: PlainDate | undefined): void {
  const { publishes, expires } = readShowing(front.values, order);
  const { publishDate, expiryDate, expirydate } = front.values;
  const expiryKey = expiryDate === undefined ? 'expirydate' : 'expiryDate';
  const ends = expiryDate ?? expirydate;
  const tell = (key: string, what: string): void => {
    const reason = `“${key}” says that the post ${what}; only --as-of leaves it out`;
    report(context, 'publish-window', { reason, place: front.placeOf(key) });
  };
  if (publishes && released && comparePlainDates(publishes, released) > 0)
    tell(
      publishDate === undefined ? 'publishdate' : 'publishDate',
      `is to be seen from ${formatPlainDate(publishes)} on`,
    );
  if (expires) tell(expiryKey, `ends on ${formatPlainDate(expires)}`);
  else if (ends) {
    const reason = `“${ends}” is not a date`;
    report(context, 'date-invalid', { reason, place: front.placeOf(expiryKey) });
  }
}

function peopleOf(people: People | undefined): readonly WrittenPerson[] {
  if (people === undefined) return [];
  return isList(people) ? people : [people];
}

function isList(people: People): people is Extract<People, readonly unknown[]> {
  return Array.isArray(people);
}

/** Subjects as a list; a text with commas is one too, as 11ty and Hugo take it. */
function subjectsOf(subjects: string | readonly WrittenSubject[] | undefined): readonly string[] {
  if (subjects === undefined) return [];
  const all = typeof subjects === 'string' ? subjects.split(',') : namesOf(subjects);
  return [...new Set(all.flatMap((subject) => oneLine(subject) ?? []))];
}

function archivedOf(front: FrontMatter, context: PostContext): PostMetadata['archived'] {
  const { archived } = front.values;
  if (archived === undefined || archived === '' || archived === 'false') return undefined;
  if (archived === 'true') {
    // A flag by which a site chooses its own banner; it says no words that could be printed.
    report(context, 'frontmatter-unknown-key', {
      reason: '“archived: true” is a flag, not an archive notice; nothing was printed for it',
      place: front.placeOf('archived'),
    });
    return undefined;
  }
  const label = typeof archived === 'object' ? oneLine(archived.label) : undefined;
  const notice = typeof archived === 'object' ? charactersOf(archived.notice ?? '') : '';
  if (label !== undefined && hasVisibleText(notice)) return { label, notice };
  const missing = label !== undefined ? 'a notice' : hasVisibleText(notice) ? 'a label' : 'label and notice';
  report(context, 'archived-incomplete', {
    reason: `“archived” has not ${missing}`,
    place: front.placeOf('archived'),
  });
  return undefined;
}

function fileName(context: PostContext): string {
  return context.options.path.split('/').at(-1) ?? '';
}

function reportedSlug(front: FrontMatter, context: PostContext): string {
  const written = front.values.slug;
  const slug = slugOf(written, context.options);
  if (written && slug !== written.normalize('NFC')) {
    report(context, 'frontmatter-value', {
      reason: `Slug “${written}” is no file name; “${slug}” is used`,
      place: front.placeOf('slug'),
    });
  }
  return slug;
}
