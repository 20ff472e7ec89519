import { generatedDocument, paragraphOf, phrase, textInline } from '../../document/generated-document.ts';
import type { Block, Document, Paragraph, Table, TableRow } from '../../document/document.ts';
import type { Inline } from '../../document/inline.ts';
import { fillString, type StringKey, type Strings } from '../../document/strings.ts';
import type { PayloadFile } from '../../bag/payload-file.ts';
import { isRendering } from './is-rendering.ts';
import type { Disposition } from '../../ledger/facts/record-facts.ts';
import type { RecordDescription } from '../../terms/record-description.ts';
import { recordTerms } from '../../terms/record-terms.ts';
import { inOrder, valuesOf, type SheetForm, type Term } from '../../terms/term.ts';

/** What a record sheet tells. */
export interface RecordSheetInput {
  readonly record: RecordDescription;
  /** Files whose digests are printed; renderings among them are left out, since the sheet is a part of them. */
  readonly files: readonly Pick<PayloadFile, 'path' | 'role' | 'sha256'>[];
  /** The product's words in the language of the record. */
  readonly strings: Strings;
}

const order =
  'identifier, title, source, released, released as shown, updated, updated as shown, captured, captured with, archive notice, ' +
  'publisher, creator, series, group, members, rights, rights holder, use restriction, specific use restriction, ' +
  'access restriction, specific access restriction, disposition, disposition authority, schedule item, retention period';

/**
 * The record sheet: a heading and a table of two columns whose rows are headed by what they tell. A fact that nobody gave has
 * no row. All of it is generated: words of the product, and the facts as they were filed.
 */
export function recordSheet(input: RecordSheetInput, terms: readonly Term[] = recordTerms): Document {
  const { record, strings } = input;
  const table: Table = {
    type: 'table',
    columns: [{}, {}],
    head: [],
    body: [...factRows(input, terms), ...digestRows(input), checkRow(input)],
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

/** One row for each word of the column, with the paragraphs of every fact that stands under it. */
function factRows(input: RecordSheetInput, terms: readonly Term[]): readonly TableRow[] {
  const { strings, record } = input;
  const rows = new Map<StringKey, readonly Block[]>();
  for (const term of inOrder(terms, order)) {
    const values = valuesOf(term, record);
    if (!term.sheet || values.length === 0) continue;
    const [word, form] = term.sheet;
    rows.set(word, [...(rows.get(word) ?? []), ...contentOf(values, form, input)]);
  }
  return [...rows].map(([word, content]) =>
    tableRow(phrase(strings.words[word], strings, record.lang), content),
  );
}

const phrases: Readonly<Record<string, StringKey>> = {
  unscheduled: 'recordUnscheduled',
  permanent: 'recordPermanent',
  temporary: 'recordTemporary',
} satisfies Record<Disposition, StringKey>;

function contentOf(
  values: readonly string[],
  form: SheetForm,
  input: RecordSheetInput,
): readonly Paragraph[] {
  switch (form) {
    case 'text':
      return values.map((value) => paragraphOf([textInline(value)]));
    case 'list':
      return [paragraphOf([textInline(values.join(input.strings.words.listSeparator))])];
    case 'code':
      return values.map(codeParagraph);
    case 'link':
      // Printed in full: the address is what a reader of the page types.
      return values.map((value) => paragraphOf([linkTo(value)]));
    case 'phrase':
      return values.map((value) => {
        const key = phrases[value];
        return key === undefined ? paragraphOf([textInline(value)]) : ours(input, input.strings.words[key]);
      });
  }
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
  return paragraphOf([{ type: 'span', kind: 'code', children: [textInline(value)] }]);
}

/** Addresses of other kinds are no links in our files. */
function linkTo(url: string): Inline {
  if (!/^https?:/iu.test(url)) return textInline(url);
  return { type: 'link', target: { kind: 'external', url }, children: [textInline(url)] };
}
