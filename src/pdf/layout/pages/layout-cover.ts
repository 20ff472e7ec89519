import type { Asset } from '../../../document/asset.ts';
import type { Slot } from '../../structure/struct-elem.ts';
import type { ImageMark, Page } from '../display-list.ts';

/** A page that is one picture, as large as the page allows, in its middle. */
export function layoutCover(
  asset: Asset,
  at: { readonly slot: Slot; readonly label: string; readonly widthPt: number; readonly heightPt: number },
): Page {
  const share = Math.min(at.widthPt / asset.widthPx, at.heightPt / asset.heightPx);
  const [widthPt, heightPt] = [asset.widthPx * share, asset.heightPx * share];
  const [x, y] = [(at.widthPt - widthPt) / 2, (at.heightPt - heightPt) / 2];
  const picture: ImageMark = { type: 'image', x, y, widthPt, heightPt, asset, slot: at.slot };
  return { label: at.label, placed: [{ top: 0, marks: [picture] }], header: [], footer: [] };
}
