import type { Asset } from '../../../document/asset.ts';
import type { Slot } from '../../structure/struct-elem.ts';
import type { Mark, Page } from '../display-list.ts';

/** A page that is one picture: all of it where the picture `fills` it, else as large as the page allows, in its middle. Without a slot it is an artifact. */
export function layoutCover(
  asset: Asset,
  at: {
    readonly slot: Slot | null;
    readonly label: string;
    readonly fills: boolean;
    readonly widthPt: number;
    readonly heightPt: number;
  },
): Page {
  const share = Math.min(at.widthPt / asset.widthPx, at.heightPt / asset.heightPx);
  // Pixels are whole: a picture in the form of the page may be a fraction of one too narrow for it.
  const [widthPt, heightPt] = at.fills
    ? [at.widthPt, at.heightPt]
    : [asset.widthPx * share, asset.heightPx * share];
  const [x, y] = [(at.widthPt - widthPt) / 2, (at.heightPt - heightPt) / 2];
  const picture: Mark = { type: 'image', x, y, widthPt, heightPt, asset, slot: at.slot };
  return { label: at.label, placed: [{ top: 0, marks: [picture] }], header: [], footer: [] };
}
