import { expect, test } from 'vitest';
import { withNumericReferences, withoutReferences, withReferences } from '../../src/xml/references.ts';

const words = `<b title="a & b">it's</b> &amp; {x}`;

test('a sign has a reference by its name', () => {
  expect(withReferences(words)).toBe(`&lt;b title=&quot;a &amp; b&quot;&gt;it's&lt;/b&gt; &amp;amp; {x}`);
});

test('a sign without a name has one by its number', () => {
  expect(withReferences('a|b & c 😀', /[&|😀]/gu)).toBe('a&#124;b &amp; c &#128512;');
});

test('all have one by their numbers', () => {
  expect(withNumericReferences(words)).toBe(
    `&#60;b title=&#34;a &#38; b&#34;&#62;it's&#60;/b&#62; &#38;amp; {x}`,
  );
});

test('the text comes back from either', () => {
  expect(withoutReferences(withReferences(words, /[&<>"{]/gu))).toBe(words);
  expect(withoutReferences(withNumericReferences(words, /[&<>"{]/gu))).toBe(words);
});

test('other references stay', () => {
  expect(withoutReferences('&nbsp; &#x26; &amp;amp;')).toBe('&nbsp; &#x26; &amp;');
});
