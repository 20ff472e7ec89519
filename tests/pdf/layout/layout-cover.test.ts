import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../src/pdf/layout/display-list.ts';
import { layoutCover } from '../../../src/pdf/layout/pages/layout-cover.ts';
import { pngAsset } from '../../epub/build-document.ts';

const asset = pngAsset('cover.png', 100, 200);

function marksOn(fills: boolean, widthPt = 300): readonly Mark[] {
  const page = layoutCover(asset, { slot: null, label: 'i', fills, widthPt, heightPt: 400 });
  return page.placed.flatMap(({ marks }) => marks);
}

describe('the page of a cover', () => {
  test('is its picture in the middle, as large as the page allows', () => {
    expect(marksOn(false)).toMatchObject([{ type: 'image', x: 50, y: 0, widthPt: 200, heightPt: 400 }]);
    expect(marksOn(false, 100)).toMatchObject([{ type: 'image', x: 0, y: 100, widthPt: 100 }]);
  });

  test('is all of its picture where that was drawn for it', () => {
    expect(marksOn(true)).toMatchObject([{ type: 'image', x: 0, y: 0, widthPt: 300, heightPt: 400 }]);
  });
});
