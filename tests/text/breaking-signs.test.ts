import { expect, test } from 'vitest';
import { breakOpportunities } from '../../src/text/break-opportunities.ts';
import { breakingSigns } from '../../src/text/breaking-signs.ts';

/** The text with a bar where a line may break. */
function broken(text: string, lang: string): string {
  let from = 0;
  const parts = [...breakOpportunities(text, breakingSigns(text, lang))].map((to) => {
    const part = text.slice(from, to);
    from = to;
    return part;
  });
  return parts.join('|');
}

test('no line of Japanese begins with a small kana or a sign that makes a sound longer', () => {
  expect(broken('ちょっとケーキを', 'ja')).toBe('ちょっ|と|ケー|キ|を');
  expect(broken('八〜九', 'ja')).toBe('八〜|九');
});

test('one of Chinese may', () => {
  expect(broken('ちょっとケーキを', 'zh-Hans')).toBe('ち|ょ|っ|と|ケ|ー|キ|を');
  expect(broken('八〜九', 'zh')).toBe('八|〜|九');
});

test('signs of repetition, brackets and full stops stay where they belong in both', () => {
  for (const lang of ['ja', 'zh']) expect(broken('人々は「はい」。', lang)).toBe('人々|は|「は|い」。');
});

test('quotation marks beside letters of Chinese are brackets', () => {
  expect(broken('中文“引号”中‘文’。', 'zh')).toBe('中|文|“引|号”|中|‘文’。');
  expect(broken('say “yes” and it’s “no”', 'en')).toBe('say |“yes” |and |it’s |“no”');
  expect(broken('写“Node”的人', 'zh')).toBe('写|“Node”|的|人');
});
