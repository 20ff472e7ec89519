import { expect, test } from 'vitest';
import { verifyWords } from '../../src/publish/verify-words.ts';
import { InternalError } from '../../src/diagnostics/errors.ts';
import { publicationOfPost } from '../../src/document/publication.ts';
import { readEnglish } from '../epub/build-document.ts';
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
    'the PDF reads back with a fault: page 1: text outside the tags',
  ],
])('%j is a defect', (read, message) => {
  expect(() => verifyWords(post, read, 'pdf')).toThrow(new InternalError(message, { stage: 'readback' }));
});
