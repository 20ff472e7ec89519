import { expect, test } from 'vitest';
import { suggestPackage } from '../../src/fonts/suggest-package.ts';

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
