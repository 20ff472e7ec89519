import { describe, expect, test } from 'vitest';
import { printMessages, readText } from './read-text.ts';

const post = (front: string): string => `---\ntitle: T\nlang: en\n${front}---\n\nText.`;

describe('what catalogues ask for', () => {
  test('is read from maps beside names', () => {
    const { value, messages } = readText(
      post(`authors: [{name: Ada Byron, file_as: 'Byron, Ada'}, Bob]
contributors: [{name: Ed, role: Editor}, {name: Tom, role: trl, file_as: ' '}, The Office, '']
subjects: [plain, {name: Harbours, scheme: LCSH, code: sh85058895}]
audience: Shipping agents
`),
    );
    expect(messages).toEqual([]);
    expect(value?.metadata).toMatchObject({
      authors: ['Ada Byron', 'Bob'],
      filedAs: [{ name: 'Ada Byron', fileAs: 'Byron, Ada' }],
      contributors: [{ name: 'Ed', role: 'edt' }, { name: 'Tom', role: 'trl' }, { name: 'The Office' }],
      subjects: ['plain', 'Harbours'],
      subjectTerms: [{ subject: 'Harbours', scheme: 'LCSH', code: 'sh85058895' }],
      audience: 'Shipping agents',
    });
  });

  test.each([
    ['isbn: 978-0-306-40615-7', { isbn: '9780306406157' }],
    ['isbn: {epub: 0 8044 2957 x, pdf: 9783161484100}', { isbn: '080442957X', isbnPdf: '9783161484100' }],
    ['isbn: {pdf: 9783161484100}', { isbnPdf: '9783161484100' }],
    ["isbn: ''", {}],
  ])('numbers its files: %s', (line, isbns) => {
    const { value, messages } = readText(post(`${line}\n`));
    expect(messages).toEqual([]);
    const { isbn, isbnPdf } = value?.metadata ?? {};
    expect({ ...(isbn && { isbn }), ...(isbnPdf && { isbnPdf }) }).toEqual(isbns);
  });

  test('is absent where nothing is said', () => {
    const { value } = readText(post('authors: Bob\ncontributors: []\naudience: ""\nsubjects: [a]\n'));
    for (const key of ['filedAs', 'contributors', 'subjectTerms', 'audience'])
      expect(value?.metadata).not.toHaveProperty(key);
  });

  test.each([
    [
      'contributors: {name: Ed, role: head cook}',
      'contributors',
      '“role” must be a code of MARC such as edt, or author, compiler, cover designer, editor, illustrator, photographer, proofreader, translator, reviewer, sponsor',
    ],
    [
      'subjects: [{name: Harbours, scheme: LCSH}]',
      'subjects',
      'expected text or a list of texts; a subject may be a map of name, scheme and code',
    ],
    ['audience: [a]', 'audience', 'expected text'],
    [
      'isbn: 978-0-306-40615-8',
      'isbn',
      'expected an ISBN with a right check digit, or a map of epub and pdf',
    ],
    [
      'isbn: {pdf: 978-0-306-40615-8}',
      'isbn',
      'expected an ISBN with a right check digit, or a map of epub and pdf',
    ],
    ['isbn: [a]', 'isbn', 'expected an ISBN with a right check digit, or a map of epub and pdf'],
  ])('%s is told and left out', (line, key, reason) => {
    const { value, messages } = readText(post(`${line}\n`));
    expect(printMessages(messages)).toEqual([
      `4:1 warning frontmatter-value Front matter “${key}”: ${reason}`,
    ]);
    expect(value?.metadata).not.toHaveProperty(key === 'subjects' ? 'subjectTerms' : key);
  });
});
