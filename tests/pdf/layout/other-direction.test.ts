import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../src/pdf/layout/display-list.ts';
import { assetsOf, pngAsset } from '../../epub/build-document.ts';
import { layOutPost } from './lay-out-post.ts';

const assets = assetsOf(pngAsset('map.png', 80, 60));

const wideRow = '| كلمة Incomprehensibility '.repeat(7);

const blocks: Readonly<Record<string, string>> = {
  'a list': '- واحد\n- اثنان\n  1. ثلاثة\n  2. أربعة',
  'a quotation': '> اقتباس\n>\n> - واحد',
  'a callout': ':::note\nتنبيه\n:::',
  'a table': '| الاسم | العدد |\n|---|---|\n| كتاب | 12 |\n| - واحد | 345 |',
  definitions: 'مصطلح\n: تعريف',
  'a figure': '![خريطة](map.png)',
};

/** What the body of a post draws: each mark by its place. */
function bodyOf(markdown: string, digits = 2): readonly string[] {
  const { list } = layOutPost(markdown, { assets });
  const marks = list.pages.flatMap(({ placed }) => placed.flatMap((each) => each.marks));
  const start = marks.findIndex((mark) => mark.type === 'run' && mark.runs[0]?.text === 'بداية');
  return marks.slice(start).flatMap((mark) => described(mark, digits));
}

function described(mark: Mark, digits: number): readonly string[] {
  if (mark.type === 'anchor') return [];
  const words = mark.type === 'run' ? mark.runs.map(({ text }) => text).join('') : '';
  return [`${mark.type} ${mark.x.toFixed(digits)} ${words}`];
}

describe.each(['ar', 'en'])('on a page in %s', (lang) => {
  const [own, other] = lang === 'ar' ? ['rtl', 'ltr'] : ['ltr', 'rtl'];
  const post = (dir: string, inside: string, block: string): string =>
    `---\ntitle: T\nlang: ${inside}\n---\n\n<div lang="ar" dir="${dir}">\n\nبداية\n\n${block}\n\n</div>\n`;

  test.each(Object.entries(blocks))(
    '%s of the other direction stands as on a page of its own',
    (_, block) => {
      const there = bodyOf(post(other ?? '', lang === 'ar' ? 'en' : 'ar', block));
      expect(bodyOf(post(other ?? '', lang, block))).toEqual(there);
      expect(bodyOf(post(own ?? '', lang, block))).not.toEqual(there);
      expect(there.length).toBeGreaterThan(1);
    },
  );
});

test('a bar keeps its edge where what is turned around holds what is turned once more', () => {
  const inner = '<blockquote dir="ltr" lang="en"><p>Words</p></blockquote>';
  const nested = `---\ntitle: T\nlang: en\n---\n\n<blockquote dir="rtl" lang="ar"><p>بداية</p>${inner}</blockquote>\n`;
  const { list } = layOutPost(nested, {});
  const bars = list.pages.flatMap(({ placed }) =>
    placed.flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'rect' ? [mark.x] : []))),
  );
  expect(bars.map((x) => (x > 306 ? 'right' : 'left'))).toEqual(['right', 'left']);
});

test('a wide table of the other direction stands on a page on its side as on one of its own', () => {
  const table = `${wideRow}|\n${'|---'.repeat(7)}|\n${wideRow}|`;
  const post = (lang: string): string =>
    `---\ntitle: T\nlang: ${lang}\n---\n\n<div lang="ar" dir="rtl">\n\nبداية\n\n${table}\n\n</div>\n`;
  const { list, messages } = layOutPost(post('en'));
  expect(list.pages.map(({ turned }) => turned)).toEqual([true]);
  expect(messages).toEqual([
    expect.stringContaining('table-turned Table of 7 columns does not fit at 9 pt; it stands on a page'),
  ]);
  const tableIn = (lang: string): readonly string[] =>
    bodyOf(post(lang), 0).filter((mark) => !mark.includes('بداية'));
  expect(tableIn('en')).toEqual(tableIn('ar'));
  expect(tableIn('en').length).toBeGreaterThan(20);
});
