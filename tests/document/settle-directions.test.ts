import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/document.ts';
import { walk } from '../../src/document/walk.ts';
import { readDocument } from '../posts/read-text.ts';

/** The directions that blocks, items and cells say, by their types. */
function directions(body: string, lang = 'en'): readonly string[] {
  const document: Document = readDocument(`---\ntitle: T\nlang: ${lang}\n---\n\n${body}\n`);
  return [...walk(document.body)].flatMap(({ type, dir }) => (dir === undefined ? [] : [`${type} ${dir}`]));
}

const arabic = '\u0627\u0644\u0628\u064A\u0627\u0646';

describe('the direction of a block', () => {
  test('is that of the post where nothing says another', () => {
    expect(directions(`A word ${arabic}.\n\n1234`)).toEqual([]);
    expect(directions(`${arabic} HTML.\n\nHTML ${arabic}\n\n1234`, 'ar')).toEqual([]);
  });

  test('is that of its letters where all of them have another', () => {
    expect(directions(`${arabic} 12.\n\n## ${arabic}\n\nWords.`)).toEqual(['paragraph rtl', 'heading rtl']);
    expect(directions('Words (12).', 'ar')).toEqual(['paragraph ltr']);
    expect(directions(`> ${arabic}`)).toEqual(['paragraph rtl']);
  });

  test('is that of its language, and what it holds has it too', () => {
    expect(directions(`<div lang="ar">\n\n${arabic} HTML\n\n</div>\n\nWords.`)).toEqual(['group rtl']);
    expect(directions(`<div lang="fr">\n\nMots.\n\n</div>`)).toEqual([]);
    expect(directions(`<p lang="he-Latn">Shalom</p>`)).toEqual([]);
  });

  test('is the one that is said, whatever its letters are', () => {
    expect(directions('<p dir="rtl">Words.</p>')).toEqual(['paragraph rtl']);
    expect(directions(`<p dir="ltr">${arabic}</p>`)).toEqual(['paragraph ltr']);
  });

  test('is that of the whole in items, cells and captions', () => {
    expect(directions('- GitHub\n\n| a | b |\n|---|---|\n| c | d |', 'ar')).toEqual([]);
    expect(directions(`<ul><li lang="ar">${arabic}</li></ul>`)).toEqual(['list-item rtl']);
  });
});
