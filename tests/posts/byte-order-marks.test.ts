import { expect, test } from 'vitest';
import { printMessages, readText } from './read-text.ts';

const head = '---\ntitle: T\nlang: en\n---\n\n';

test.each(['\uFEFF', '\uFEFF\uFEFF', '\uFEFF\uFEFF\uFEFF'])('front matter is read behind %j', (marks) => {
  const { value, messages } = readText(`${marks}${head}Words.`);
  expect(value?.metadata.title).toBe('T');
  expect(printMessages(messages)).toEqual([]);
});
