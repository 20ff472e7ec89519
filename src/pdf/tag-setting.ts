import type { Strings } from '../document/strings.ts';
import type { RenderInput } from './render-input.ts';
import type { TagLook, TagSetting } from './structure/bindings.ts';
import type { Theme } from './theme/theme.ts';

/** What the tags of a document say beside its meaning: they are built before its pages, and tell the same look. */
export function tagSetting(
  { profile, theme }: Pick<RenderInput, 'profile' | 'theme'>,
  strings: Strings,
): TagSetting {
  return { profile, look: tagLook(theme), strings };
}

function tagLook({ colours, metrics, printedUrls, type }: Theme): TagLook {
  const { sizePt } = type.body;
  return {
    markColour: colours.mark.map((part) => Math.round((part / 255) * 1000) / 1000),
    superscriptPt: Math.round(sizePt * metrics.inline.superscriptEms),
    subscriptPt: Math.round(sizePt * metrics.inline.subscriptEms),
    printedUrls,
  };
}
