import type { Figure } from '../../../document/document.ts';
import { printedAddressOf } from '../../structure/printed-address.ts';
import { textStyle, type BlockStyle, type LayoutContext } from '../context.ts';
import type { Item, LinkRef } from './inline-tag.ts';
import { linkName } from './link-name.ts';

/** The link that a picture is, where it is one. */
export function pictureLink(figure: Figure, context: LayoutContext): LinkRef | undefined {
  const elem = context.structure.links.get(figure);
  if (!figure.link || !elem) return undefined;
  const alt = figure.image.type === 'image' ? (figure.image.alt ?? '') : '';
  const contents = linkName({ target: figure.link }, alt, context);
  return { elem, target: figure.link, contents, underlined: true };
}

/** Where a picture leads, for a line of its own, where that is printed; one that is missing has it behind its words. */
export function pictureAddress(figure: Figure, style: BlockStyle, context: LayoutContext): readonly Item[] {
  const slot = context.structure.addresses.get(figure);
  const link = pictureLink(figure, context);
  const address = printedAddressOf(figure);
  if (!slot || !link || address === undefined || figure.image.type !== 'image') return [];
  const { link: colour } = context.theme.colours;
  const tag = { slot, colour, risePt: 0, underline: true, strike: false, link };
  return [{ kind: 'text', text: `(${address})`, style: textStyle(style), tag }];
}
