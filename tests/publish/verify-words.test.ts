import { expect, test } from 'vitest';
import { verifyFile, verifyWords } from '../../src/publish/verify-words.ts';
import { InternalError } from '../../src/diagnostics/errors.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { renderPdf } from '../../src/pdf/render-pdf.ts';
import { readEnglish } from '../epub/build-document.ts';
import { renderOptions } from '../pdf/small-collection.ts';
import { fakeDocument } from './fake-stages.ts';

const document = fakeDocument('one two three', { file: 'a.md', path: 'a.md' });
const post = publicationOfPost(document, readEnglish());

test('the words of the post pass, however they are spaced', () => {
  expect(() => verifyWords(post, { text: ' one\ntwo  three\n' }, 'pdf')).not.toThrow();
});

test.each([
  [
    { text: 'one twothree' },
    'the PDF does not read back as the post: after 1 words “one twothree” stands for “one two three”',
  ],
  [
    { text: 'one two' },
    'the PDF does not read back as the post: after 2 words “one two” stands for “one two three”',
  ],
  [
    { text: 'one two three', problems: ['page 1: text outside the tags', 'page 2: …'] },
    'the PDF reads back with a fault: page 1: text outside the tags (and 1 more)',
  ],
  [
    { text: 'one two three', problems: ['x'.repeat(30_000)] },
    `the PDF reads back with a fault: ${'x'.repeat(300)}…`,
  ],
  [
    { text: 'one tw\u200Bo three' },
    'the PDF does not read back as the post: it has U+200B in “one tw\u200Bo three”, which nobody sees',
  ],
  [
    { text: 'one two three\uFEFF' },
    'the PDF does not read back as the post: it has U+FEFF in “one two three\uFEFF”, which nobody sees',
  ],
])('%j is a defect', (read, message) => {
  expect(() => verifyWords(post, read, 'pdf')).toThrow(new InternalError(message, { stage: 'readback' }));
});

test('a file is a defect that has a joiner which its post has not', async () => {
  const joined = publicationOfPost(
    fakeDocument('one t\u200Dwo three', { file: 'a.md', path: 'a.md' }),
    readEnglish(),
  );
  const { value } = await renderPdf(joined, await renderOptions());
  const file = { format: 'pdf', bytes: value.bytes, claims: [], messages: [], publication: joined } as const;
  await expect(verifyFile(joined, file)).resolves.toBeUndefined();
  await expect(verifyFile(post, file)).rejects.toThrow(
    'the PDF does not read back as the post: it has U+200D in “one t\u200Dwo three”, which nobody sees',
  );
});
