import { expect, test } from 'vitest';
import { packageOfForms, suggestPackage } from '../../src/fonts/suggest-package.ts';

const name = (character: string, ...languages: readonly string[]): string | undefined =>
  suggestPackage(character, languages)?.name.replace('@expo-google-fonts/noto-sans-', '');

test('of what China, Japan and Korea share, the language says the package', () => {
  const han = '\u6F22';
  const tags = ['ja', 'ja-JP', 'zh-Hant', 'zh-TW', 'zh-HK', 'zh-Hant-HK', 'zh-Hans', 'zh', 'ko', 'en', 'jam'];
  expect(tags.map((tag) => name(han, tag))).toEqual([
    'jp',
    'jp',
    'tc',
    'tc',
    'hk',
    'hk',
    'sc',
    'sc',
    'kr',
    'sc',
    'sc',
  ]);
  expect([name(han), name(han, 'en', 'ja', 'zh')]).toEqual(['sc', 'jp']);
});

test('other scripts have their own package, whatever the language', () => {
  expect([name('\u3042', 'zh'), name('\uAC00', 'ja'), name('\u0E01', 'ja'), name('!', 'ja')]).toEqual([
    'jp',
    'kr',
    'thai',
    undefined,
  ]);
});

test('letters that another language has for itself are told to Chinese, with its package', () => {
  const japanese = { scripts: ['Han', 'Hiragana'], languages: /^ja\b/iu };
  const plain = { scripts: ['Han'] };
  const forms = (language: string, face: Parameters<typeof packageOfForms>[1]): string | undefined =>
    packageOfForms(language, face)?.replace('@expo-google-fonts/noto-sans-', '');
  expect(['zh', 'zh-Hans', 'zh-TW', 'ja', 'ko', 'en'].map((language) => forms(language, japanese))).toEqual([
    'sc',
    'sc',
    'tc',
    undefined,
    'kr',
    undefined,
  ]);
  expect(['zh', 'zh-Hans', 'zh-TW', 'ja', 'en'].map((language) => forms(language, plain))).toEqual([
    undefined,
    undefined,
    'tc',
    'jp',
    undefined,
  ]);
});
