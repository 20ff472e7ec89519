import type { Asset } from '../../../document/asset.ts';
import type { CoverGround } from '../../../document/publication.ts';
import type { Slot } from '../../structure/struct-elem.ts';
import type { Mark, Page } from '../display-list.ts';

/** How much of the room beside a picture is before it. */
const shareOf = { left: 0, both: 1 / 2, right: 1 };

/** A page that is one picture, as large as the page allows, in its middle; on a ground where it has one, and then at the edge at which it is cut off. Without a slot it is an artifact. */
export function layoutCover(
  asset: Asset,
  at: {
    readonly slot: Slot | null;
    readonly label: string;
    readonly ground: CoverGround | undefined;
    readonly widthPt: number;
    readonly heightPt: number;
  },
): Page {
  const share = Math.min(at.widthPt / asset.widthPx, at.heightPt / asset.heightPx);
  const [widthPt, heightPt] = [asset.widthPx * share, asset.heightPx * share];
  const sparePt = at.widthPt - widthPt;
  const x = sparePt * (at.ground === undefined ? shareOf.both : shareOf[at.ground.cutAt]);
  const y = (at.heightPt - heightPt) / 2;
  const picture: Mark = { type: 'image', x, y, widthPt, heightPt, asset, slot: at.slot };
  const page = { x: 0, y: 0, widthPt: at.widthPt, heightPt: at.heightPt };
  const ground: readonly Mark[] = at.ground
    ? [{ type: 'rect', ...page, colour: at.ground.colour, under: true }]
    : [];
  return { label: at.label, placed: [{ top: 0, marks: [...ground, picture] }], header: [], footer: [] };
}
