import { describe, expect, test } from 'vitest';
import { breakLines } from '../../src/text/break-lines.ts';
import type { InlineItem } from '../../src/text/inline-item.ts';
import { measureText } from '../../src/text/measure-text.ts';
import { square, style } from './square-shaper.ts';

/** Text in which `{word|reading}` has a reading of half the size above it. */
function items(text: string): readonly InlineItem<string>[] {
  return text.split(/[{}]/u).flatMap((part): InlineItem<string>[] => {
    const [word = '', reading] = part.split('|');
    if (word === '') return [];
    if (reading === undefined) return [{ kind: 'text', text: word, style, tag: word }];
    const small = { ...style, sizePt: style.sizePt / 2 };
    return [
      { kind: 'text', text: word, style, unbroken: 'within', tag: word },
      { kind: 'text', text: reading, style: small, unbroken: 'before', above: 1, tag: reading },
    ];
  });
}

/** Each line: its pieces with where they stand, a reading with a `^`. */
function placed(text: string, widthPt: number): readonly string[] {
  return breakLines(items(text), square, { widthPt }).map(({ pieces }) =>
    pieces
      .map(
        ({ x, above, glyphs }) => `${glyphs?.runs.map((run) => run.text).join('')}${above ? '^' : '@'}${x}`,
      )
      .join(' '),
  );
}

describe('a reading above its word', () => {
  test('stands over its middle and takes no room', () => {
    expect(placed('この{東京|とう}は', 100)).toEqual(['こ@0 の@10 東京@20 とう^25 は@40']);
    expect(breakLines(items('この{東京|とう}は'), square, { widthPt: 100 })[0]?.widthPt).toBe(50);
  });

  test('reaches over kana by half of its letters, and over nothing else', () => {
    expect(placed('の{京|みやこ}は', 100)).toEqual(['の@0 京@10 みやこ^7.5 は@20']);
    expect(placed('本{京|みやこ}本', 100)).toEqual(['本@0 京@12.5 みやこ^10 本@25']);
  });

  test('makes room where it is longer than that', () => {
    expect(placed('の{京|みやこみち}は', 100)).toEqual(['の@0 京@15 みやこみち^7.5 は@30']);
  });

  test('does not reach over a word that has its own', () => {
    expect(placed('{あ|みやこ}{い|みやこ}', 100)).toEqual(['あ@2.5 みやこ^0 い@17.5 みやこ^15']);
  });

  test('keeps to the edges of its line', () => {
    expect(placed('あい{京|みやこ}うえ', 30)).toEqual(['あ@0 い@10', '京@2.5 みやこ^0 う@12.5', 'え@0']);
    // At the end it fits with what reaches beyond its word, or goes to the next line.
    expect(placed('あ{京|みやこ}う', 22.5)).toEqual(['あ@0 京@10 みやこ^7.5', 'う@0']);
    expect(placed('あ{京|みやこ}う', 21)).toEqual(['あ@0', '京@2.5 みやこ^0', 'う@0']);
  });

  test('goes to the next line with its word, which does not break', () => {
    expect(placed('あい{東京都|みやこ}', 40)).toEqual(['あ@0 い@10', '東京都@0 みやこ^7.5']);
  });

  test('counts where columns are measured', () => {
    expect(measureText(items('{京|みやこみち}'), square)).toMatchObject({ minPt: 25, maxPt: 25 });
    expect(measureText(items('{東京都|みやこ}'), square)).toMatchObject({ minPt: 30, maxPt: 30 });
  });

  test('is behind its word where its line has letters that read from the right, and where both break', () => {
    expect(placed('א{京|み}', 100)).toEqual(['א@0 京@10 み@20']);
    expect(placed('{東京都|みや}', 20)).toEqual(['東@0 京@10', '都@0 み@10 や@15']);
  });
});
