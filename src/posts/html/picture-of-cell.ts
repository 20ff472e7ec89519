import type { Code } from 'mdast';
import type { PictureMeaning } from '../generators/markup.ts';
import { cellOptions, saysNo } from './cell-options.ts';

/** A picture and the name that references have for it. */
export interface CellPicture {
  readonly picture: PictureMeaning;
  readonly label?: string;
}

/** The picture that a cell shows which does nothing but show a file (`knitr::include_graphics("map.png")`); `undefined` of other code. */
export function pictureOfCell(node: Code): CellPicture | undefined {
  const cell = cellOptions(node);
  if (cell === undefined || saysNo(cell.values.get('eval')) || saysNo(cell.values.get('include')))
    return undefined;
  const [, , src] = showing.exec(cell.code) ?? [];
  if (src === undefined) return undefined;
  const alt = cell.values.get('fig-alt');
  const caption = cell.values.get('fig-cap');
  const picture: PictureMeaning = { type: 'image', src, ...(alt && { alt }), ...(caption && { caption }) };
  return { picture, ...(cell.label !== undefined && { label: cell.label }) };
}

const showing = /^\s*(?:knitr::)?include_graphics\(\s*(["'])([^"'\\\n]+)\1\s*(?:,[^()"'\n]{0,200})?\)\s*$/u;
