import type { Assets } from '../../../src/document/asset.ts';
import type { Document } from '../../../src/document/document.ts';
import { replaceMissingImages } from '../../../src/document/replace-missing-images.ts';
import type { Fonts } from '../../../src/fonts/face.ts';
import { readFonts } from '../../../src/fonts/read-fonts.ts';
import type { DisplayList } from '../../../src/pdf/layout/display-list.ts';
import type { LayoutOptions } from '../../../src/pdf/layout/pages/layout-chapter.ts';
import { layoutDocuments } from '../../../src/pdf/layout/pages/layout-documents.ts';
import { profileP1 } from '../../../src/pdf/profile/profile-p1.ts';
import type { Structure, TagSetting } from '../../../src/pdf/structure/bindings.ts';
import { buildStructure } from '../../../src/pdf/structure/build-structure.ts';
import { tagSetting } from '../../../src/pdf/tag-setting.ts';
import { readTheme } from '../../../src/pdf/theme/read-theme.ts';
import type { Theme } from '../../../src/pdf/theme/theme.ts';
import { printMessages, readDocument, strings } from '../../posts/read-text.ts';

export const theme: Theme = await readTheme('templates/pdf/standard.yaml');

/** What the tags say beside the meaning of a post. */
export const setting: TagSetting = tagSetting({ profile: profileP1, theme }, strings);

const ownFonts = await readFonts([], '.');

/** A post on its pages, with what layout said of it. */
export interface Laid {
  readonly document: Document;
  readonly structure: Structure;
  readonly list: DisplayList;
  readonly messages: readonly string[];
}

/** How a post is laid out; on a page of Letter where no other is given. */
export interface LayOutOptions {
  readonly assets?: Assets;
  readonly widthPt?: number;
  readonly heightPt?: number;
  readonly theme?: Theme;
  readonly fonts?: Fonts;
  readonly startsAt?: LayoutOptions['startsAt'];
}

/** Lays a post out that is given as Markdown with front matter. */
export function layOutPost(markdown: string, options: LayOutOptions = {}): Laid {
  return layOutDocument(readDocument(markdown), options);
}

/** Lays a post out that is read. */
export function layOutDocument(
  read: Document,
  {
    assets = new Map(),
    widthPt = 612,
    heightPt = 792,
    theme: own = theme,
    fonts = ownFonts,
    startsAt,
  }: LayOutOptions = {},
): Laid {
  const { value: document } = replaceMissingImages(read, new Set(assets.keys()));
  const structure = buildStructure(document, setting);
  const options = { assets, theme: own, fonts, widthPt, heightPt, ...(startsAt && { startsAt }) };
  const [laid] = layoutDocuments([{ document, structure, strings }], options);
  if (!laid) throw new Error('The post was not laid out');
  const list = { widthPt, heightPt, pages: laid.pages };
  return { document, structure, list, messages: printMessages(laid.messages) };
}
