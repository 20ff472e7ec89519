import { describe, expect, test } from 'vitest';
import type { CoverGround } from '../../../src/document/publication.ts';
import type { Mark } from '../../../src/pdf/layout/display-list.ts';
import { layoutCover } from '../../../src/pdf/layout/pages/layout-cover.ts';
import { pngAsset } from '../../epub/build-document.ts';

const asset = pngAsset('cover.png', 100, 200);

function marksOn(ground: CoverGround | undefined, widthPt = 300): readonly Mark[] {
  const page = layoutCover(asset, { slot: null, label: 'i', ground, widthPt, heightPt: 400 });
  return page.placed.flatMap(({ marks }) => marks);
}

describe('the page of a cover', () => {
  test('is its picture in the middle, as large as the page allows', () => {
    expect(marksOn(undefined)).toMatchObject([{ type: 'image', x: 50, y: 0, widthPt: 200, heightPt: 400 }]);
    expect(marksOn(undefined, 100)).toMatchObject([{ type: 'image', x: 0, y: 100, widthPt: 100 }]);
  });

  test.each([
    ['left', 0],
    ['right', 100],
  ] as const)('is filled with its ground, the picture at the %s where it is cut off there', (cutAt, x) => {
    const colour = [20, 46, 70] as const;
    expect(marksOn({ colour, cutAt })).toMatchObject([
      { type: 'rect', x: 0, y: 0, widthPt: 300, heightPt: 400, colour },
      { type: 'image', x, widthPt: 200 },
    ]);
  });
});
