import { generatedDocument, paragraphOf, phrase, textOf } from '../../document/generated-document.ts';
import type { Block, Document, Inline, Paragraph, Table, TableRow } from '../../document/document.ts';
import { formatPlainDate, type PlainDate } from '../../document/plain-date.ts';
import { fillString, type StringKey, type Strings } from '../../document/strings.ts';
import type { PayloadFile } from '../../bag/payload-file.ts';
import { isRendering } from './is-rendering.ts';
import { creatorsOf, type RecordDescription } from './record-description.ts';

export interface RecordSheetInput {
  readonly record: RecordDescription;
  /** Files whose digests are printed; renderings among them are left out, since the sheet is a part of them. */
  readonly files: readonly Pick<PayloadFile, 'path' | 'role' | 'sha256'>[];
  /** The product's words in the language of the record. */
  readonly strings: Strings;
}

/**
 * The record sheet: a heading and a table of two columns whose rows are headed by what they tell. A fact that nobody gave has
 * no row. All of it is generated: words of the product, and the facts as they were filed.
 */
export function recordSheet(input: RecordSheetInput): Document {
  const { record, strings } = input;
  const table: Table = {
    type: 'table',
    columns: [{}, {}],
    head: [],
    body: [...factRows(input), ...retentionRows(input), ...digestRows(input), checkRow(input)],
    foot: [],
  };
  return generatedDocument({
    name: 'record-sheet',
    title: strings.words.recordSheet,
    lang: record.lang,
    body: [table],
    words: strings,
  });
}

function factRows(input: RecordSheetInput): readonly TableRow[] {
  const { record } = input;
  const { facts, archived, capture } = record;
  const { rights, access } = facts;
  const text = (key: StringKey, ...values: readonly (string | undefined)[]): readonly TableRow[] =>
    textRow(input, key, values);
  return [
    ...row(input, 'recordId', [codeParagraph(facts.id)]),
    ...text('recordTitle', record.title || undefined),
    // Printed in full: the address is what a reader of the page types.
    ...(record.sourceUrl === undefined
      ? []
      : row(input, 'recordSource', [paragraphOf([linkTo(record.sourceUrl)])])),
    ...text('recordReleased', isoDate(record.released)),
    ...text('recordReleasedAsShown', record.releasedAsShown),
    ...text('recordUpdated', isoDate(record.updated)),
    ...text('recordUpdatedAsShown', record.updatedAsShown),
    ...text('recordCaptured', capture?.capturedAt),
    ...text('recordCapturedWith', capture?.tool),
    ...text('recordNotice', archived?.label, archived?.notice),
    ...text('recordAgency', record.agency),
    ...textRow(input, 'recordCreator', creatorsOf(record)),
    ...text('recordSeries', facts.series),
    ...text('recordGroup', facts.group),
    ...text('recordMembers', record.members.join(input.strings.words.listSeparator) || undefined),
    ...text('recordRights', record.rights),
    ...text('recordRightsHolder', rights?.holder),
    ...text('recordUse', rights?.useRestriction, rights?.specificUse),
    ...text('recordAccess', access?.restriction, access?.specific),
  ];
}

const dispositions = {
  unscheduled: 'recordUnscheduled',
  permanent: 'recordPermanent',
  temporary: 'recordTemporary',
} as const;

function retentionRows(input: RecordSheetInput): readonly TableRow[] {
  const { disposition, authority, scheduleItem, period } = input.record.facts.retention;
  return [
    ...row(input, 'recordDisposition', [ours(input, fillString(input.strings, dispositions[disposition]))]),
    ...textRow(input, 'recordAuthority', [authority]),
    ...textRow(input, 'recordScheduleItem', [scheduleItem]),
    ...textRow(input, 'recordPeriod', [period]),
  ];
}

function digestRows(input: RecordSheetInput): readonly TableRow[] {
  const printed = input.files.filter(
    (file) =>
      (file.role === 'source' || file.role === 'capture' || file.role === 'record-copy') &&
      !isRendering(file),
  );
  return printed.map(({ path, sha256 }) =>
    tableRow(
      phrase(
        fillString(input.strings, 'recordDigest', { algorithm: 'SHA-256', file: path }),
        input.strings,
        input.record.lang,
      ),
      [codeParagraph(sha256)],
    ),
  );
}

function checkRow(input: RecordSheetInput): TableRow {
  const { strings, record } = input;
  const [first] = input.files.filter((file) => !isRendering(file));
  return tableRow(phrase(strings.words.recordCheck, strings, record.lang), [
    ...(first ? [ours(input, strings.words.recordCheckFiles), codeParagraph(`sha256sum ${first.path}`)] : []),
    ours(input, fillString(strings, 'recordCheckBag', { program: 'bagit.py' })),
    codeParagraph('bagit.py --validate .'),
  ]);
}

/** A row of the record's own words, one paragraph for each value that is there; none where nothing is. */
function textRow(
  input: RecordSheetInput,
  key: StringKey,
  values: readonly (string | undefined)[],
): readonly TableRow[] {
  const given = values.flatMap((value) => (value === undefined ? [] : [paragraphOf([textOf(value)])]));
  return given.length === 0 ? [] : row(input, key, given);
}

function row(
  { strings, record }: RecordSheetInput,
  key: StringKey,
  content: readonly Block[],
): readonly TableRow[] {
  return [tableRow(phrase(strings.words[key], strings, record.lang), content)];
}

function tableRow(header: readonly Inline[], content: readonly Block[]): TableRow {
  const span = { type: 'table-cell', colSpan: 1, rowSpan: 1 } as const;
  return {
    type: 'table-row',
    cells: [
      { ...span, header: 'row', column: 0, children: [paragraphOf(header)] },
      { ...span, column: 1, children: content },
    ],
  };
}

function ours({ strings, record }: RecordSheetInput, words: string): Paragraph {
  return paragraphOf(phrase(words, strings, record.lang));
}

function codeParagraph(value: string): Paragraph {
  return paragraphOf([{ type: 'span', kind: 'code', children: [textOf(value)] }]);
}

/** Addresses of other kinds are no links in our files. */
function linkTo(url: string): Inline {
  if (!/^https?:/iu.test(url)) return textOf(url);
  return { type: 'link', target: { kind: 'external', url }, children: [textOf(url)] };
}

function isoDate(date: PlainDate | undefined): string | undefined {
  return date && formatPlainDate(date);
}
