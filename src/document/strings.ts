import type { LanguageTag } from './language-tag.ts';

/**
 * The words that the product itself writes, in one language: the content of `templates/strings/<lang>.yaml`.
 * `{name}` marks a place that `fillString` fills. Where a language has no file, English is used and tagged as English.
 */
export interface Strings {
  /** The language these words are in. */
  readonly lang: LanguageTag;
  readonly months: readonly string[];
  readonly words: Readonly<Record<StringKey, string>>;
}

/** Every word or phrase the product writes into a publication. */
export const stringKeys = [
  'byline', // {names}: where the post gives authors but no byline as shown
  'listSeparator',
  'released', // {date}
  'updated', // {date}
  'date', // {day} {month} {year}
  'calloutArchived',
  'calloutNote',
  'calloutTip',
  'calloutImportant',
  'calloutWarning',
  'calloutCaution',
  'calloutDanger',
  'footnote', // {label}
  'backToReference', // {label}
  'backToReferenceOf', // {label} {number}: where a note has several references
  'pageOf', // {page} {pages}
  'page', // {page}: the label of a page of a collection
  'tableContinued', // above a table that goes on from the page before
  'tableColumns', // {first} {last} {columns}: above columns of a table that is too wide for a page
  'contents',
  'listOfFigures', // heads the captions of a book behind its contents
  'listOfTables',
  'landmarks',
  'startOfContent',
  'longDescription', // heads what a picture shows at length, and leads to it
  'cover',
  'titlePage',
  'pageList',
  'pageBreak', // {page}: spoken where a page of the PDF begins; the spaces keep it apart from the words around
  'taskDone',
  'taskToDo',
  'emailTo', // {address}
  'linkTo', // {text} {host}
  'quotationOpen',
  'quotationClose',
  'quotationOpenInner', // within another quotation
  'quotationCloseInner',
  'accessibilityPicturesUndescribed', // {count}
  'accessibilityPicturesMissing', // {count}
  'accessibilityPicturesMoving', // {count}
  'accessibilityTablesHeadless', // {count}
  'accessibilityLanguageUnknown',
  'accessibilityNotEvaluated',
  // Of collections.
  'undated', // heads the posts without a date, where parts are years
  'otherPosts', // heads the posts at the top of the folders, where parts are folders
  'seriesVolume', // {series} {position}
  'isbn', // {isbn}
  'imprint', // names the back of the title page
  'published', // {date}
  'imprintColophon', // {colophon}
  'notices', // heads the archive notices that stand on several posts
  'noticeOn', // {count}
  'colophon',
  'colophonPosts',
  'colophonTypefaces', // {format}
  'colophonIdentifier', // {format}
  'colophonClaims', // {format}
  'colophonNoClaims', // where a post lacks something
  'colophonNotEvaluated',
  'colophonCheck', // {format}
  'colophonCheckWith', // {program}
  // Of record sheets.
  'recordSheet',
  'recordId',
  'recordTitle',
  'recordSource',
  'recordReleased',
  'recordReleasedAsShown',
  'recordUpdated',
  'recordUpdatedAsShown',
  'recordCaptured',
  'recordCapturedWith',
  'recordNotice',
  'recordAgency',
  'recordCreator',
  'recordSeries',
  'recordGroup',
  'recordMembers',
  'recordRights',
  'recordRightsHolder',
  'recordUse',
  'recordAccess',
  'recordDisposition',
  'recordUnscheduled',
  'recordPermanent',
  'recordTemporary',
  'recordAuthority',
  'recordScheduleItem',
  'recordPeriod',
  'recordDigest', // {algorithm} {file}
  'recordCheck',
  'recordCheckFiles',
  'recordCheckBag', // {program}
] as const;

/** The name of a phrase in `templates/strings`. */
export type StringKey = (typeof stringKeys)[number];

const place = /\{(\w+)\}/gu;

/** The places of a phrase, with their braces, each once. */
export function placesIn(phrase: string): readonly string[] {
  return [...new Set(phrase.match(place))];
}

/** Fills the places of one phrase: `fillString(strings, 'pageOf', {page: '1', pages: '2'})`. */
export function fillString(
  strings: Strings,
  key: StringKey,
  values: Readonly<Record<string, string>> = {},
): string {
  return strings.words[key].replace(place, (whole, name: string) => values[name] ?? whole);
}
