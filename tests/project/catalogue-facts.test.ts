import { expect, test } from 'vitest';
import type { Collection } from '../../src/collections/collection.ts';
import { planCollections } from '../../src/project/plan-collections.ts';
import { writtenCollection } from '../../src/project/written-collection.ts';
import { checkConfig, parseConfig } from '../../src/project/read-config.ts';

const plan = (more: string): Collection => {
  const config = parseConfig(`collections:\n  book:\n    title: T\n    posts: a.md\n${more}`, 't.yaml');
  const [made] = planCollections({ collections: true }, { config, configName: 't.yaml', base: '/' });
  if (!made) throw new Error('There is no collection');
  return made.collection;
};

const everything = `    creators: [{name: Ada Byron, file_as: 'Byron, Ada'}, The Office]
    contributors: [{name: Ed, role: editor}]
    description: What it is about
    date: 2026-02-28
    subjects: [plain, {name: Harbours, scheme: Thema, code: WG}]
    audience: Shipping agents
    rights: {statement: Public domain, holder: Nobody}
    isbn: {epub: 978-0-306-40615-7, pdf: 978-3-16-148410-0}
`;

test('a collection has the facts that catalogues ask for', () => {
  expect(plan(everything)).toMatchObject({
    creators: ['Ada Byron', 'The Office'],
    filedAs: [{ name: 'Ada Byron', fileAs: 'Byron, Ada' }],
    contributors: [{ name: 'Ed', role: 'edt' }],
    description: 'What it is about',
    published: { year: 2026, month: 2, day: 28 },
    subjects: ['plain', 'Harbours'],
    subjectTerms: [{ subject: 'Harbours', scheme: 'Thema', code: 'WG' }],
    audience: 'Shipping agents',
    rights: 'Public domain',
    isbn: '9780306406157',
    isbnPdf: '9783161484100',
  });
});

test.each([
  ['all that can be said', everything],
  ['an ISBN alone', '    isbn: 9780306406157\n'],
  ['that of the PDF alone', '    isbn: {pdf: 978-3-16-148410-0}\n'],
  [
    'how it is made up',
    '    binding: duplex\n    parts_page: false\n    contents_depth: 2\n    lists: none\n',
  ],
  ['one binding', '    binding: duplex\n'],
  ['nothing', ''],
])('%s is the same when it is read from what is filed', (_name, more) => {
  const made = plan(more);
  const { id: _id, ...book } = writtenCollection(made);
  const rights = made.rights === undefined ? {} : { rights: made.rights };
  const filed: unknown = JSON.parse(JSON.stringify({ ...book, ...rights, posts: 'a.md' }));
  const config = checkConfig({ collections: { book: filed } }, 'options.json');
  const [again] = planCollections({ collections: true }, { config, configName: 't.yaml', base: '/' });
  expect(JSON.stringify(again?.collection)).toBe(JSON.stringify(made));
});

test('an ISBN alone is that of the EPUB, and rights may be words', () => {
  expect(plan('    isbn: 9780306406157\n    rights: Public domain\n')).toMatchObject({
    isbn: '9780306406157',
    rights: 'Public domain',
  });
  expect(plan('    isbn: 9780306406157\n')).not.toHaveProperty('isbnPdf');
});

test('what is not said is absent, so that the edition of a book stays what it was', () => {
  expect(Object.keys(JSON.parse(JSON.stringify(plan(''))))).toEqual([
    'id',
    'title',
    'creators',
    'order',
    'parts',
  ]);
});

test.each([
  ['date: 2026-02-30', '5:5: `collections.book.date` must be a day written YYYY-MM-DD, not "2026-02-30"'],
  [
    'isbn: {pdf: 978-0-306-40615-8}',
    '5:12: `collections.book.isbn.pdf` must be an ISBN with a right check digit, not "9780306406158"',
  ],
  [
    'contributors: [{name: Ed, role: cook}]',
    '5:31: `collections.book.contributors.0.role` must be a code of MARC such as edt, or author, compiler, cover designer, editor, illustrator, photographer, proofreader, translator, reviewer, sponsor, not "cook"',
  ],
  ['subjects: [{name: Harbours}]', '5:16: `collections.book.subjects.0.scheme` is missing: add it'],
])('%s is wrong usage', (line, message) => {
  expect(() => plan(`    ${line}\n`)).toThrow(`t.yaml:${message}`);
});
