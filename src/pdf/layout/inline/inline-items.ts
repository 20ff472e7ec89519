import type { Asset } from '../../../document/asset.ts';
import type { Image, Inline, Link, LinkTarget, NoteReference, Span, Text } from '../../../document/inline.ts';
import { fillString } from '../../../document/strings.ts';
import { isolated } from '../../../text/isolated.ts';
import type { TextStyle } from '../../../text/text-style.ts';
import { printedAddress } from '../../structure/printed-address.ts';
import type { Slot } from '../../structure/struct-elem.ts';
import type { Metrics } from '../../theme/metrics.ts';
import { pixelPt, textStyle, type BlockStyle, type LayoutContext } from '../context.ts';
import { linkName, linkWords } from './link-name.ts';
import type { InlineTag, Item } from './inline-tag.ts';
import { rubyItems } from './ruby-items.ts';

interface Setting {
  /** Whether words are hyphenated. */
  readonly hyphenates: boolean;
  /** The room that a picture in a line may take. */
  readonly measurePt: number;
  readonly style: TextStyle;
  readonly tag: Omit<InlineTag, 'slot' | 'offset'>;
}

/** Inline content as items for line breaking, in the type of its block. */
export function inlineItems(
  inlines: readonly Inline[],
  block: BlockStyle,
  context: LayoutContext,
): readonly Item[] {
  const tag = { colour: block.colour, risePt: 0, underline: false, strike: false };
  // The lines of headings are about as long as each other.
  const hyphenates = block.hyphenates === true && block.balanced !== true;
  return addItems(inlines, { measurePt: block.widthPt, hyphenates, style: textStyle(block), tag }, context);
}

function addItems(inlines: readonly Inline[], setting: Setting, context: LayoutContext): readonly Item[] {
  return inlines.flatMap((inline, index) => {
    const items = isolated(inline.dir, itemsOf(inline, setting, context), { ...setting.tag, slot: null });
    const follows = inline.type === 'note-reference' && inlines[index - 1]?.type === 'note-reference';
    return follows ? [labelSeparator(setting, context), ...items] : items;
  });
}

/** Two labels beside each other would read as one number on paper; the tags keep them apart already: an artifact. */
function labelSeparator(setting: Setting, context: LayoutContext): Item {
  const raised = raisedReference(setting, context);
  return { kind: 'text', text: '\u2060,', style: raised.style, tag: { ...raised.tag, slot: null } };
}

function itemsOf(inline: Inline, outer: Setting, context: LayoutContext): readonly Item[] {
  const setting = withLangAndId(inline, outer);
  switch (inline.type) {
    case 'text':
      return [textItem(inline, setting, context)];
    case 'break':
      return lineBreak(setting, context.structure.slots.get(inline) ?? null);
    case 'span':
      return addItems(inline.children, spanSetting(inline, setting, context), context);
    case 'missing-image':
      return addItems(inline.children, withTag(setting, { frame: context.theme.colours.rule }), context);
    case 'link': {
      const elem = context.structure.links.get(inline);
      const contents = linkName(inline, linkWords(inline.children), context);
      const link = elem && { elem, target: inline.target, contents, underlined: true };
      const { colours } = context.theme;
      const inner = withTag(setting, { colour: colours.link, underline: true, ...(link && { link }) });
      return [...addItems(inline.children, inner, context), ...addressItems(inline, inner, context)];
    }
    case 'note-reference':
      return [referenceItem(inline, setting, context)];
    case 'image':
      return imageItems(inline, setting, context);
    case 'ruby':
      return rubyItems(
        addItems(inline.base, setting, context),
        addItems(inline.annotation, readingSetting(setting, context), context),
        { measurePt: setting.measurePt, shaper: context.shaper, metrics: context.theme.metrics.inline },
      );
  }
}

/** The address of a link in brackets, where it is printed. */
function addressItems(link: Link, setting: Setting, { structure }: LayoutContext): readonly Item[] {
  const slot = structure.addresses.get(link);
  const address = printedAddress(link);
  if (!slot || address === undefined) return [];
  return [{ kind: 'text', text: ` (${address})`, style: setting.style, tag: { ...setting.tag, slot } }];
}

function referenceItem(inline: NoteReference, setting: Setting, context: LayoutContext): Item {
  const elem = context.structure.links.get(inline);
  const slot = context.structure.slots.get(inline) ?? null;
  const note = context.notes.get(inline.noteId);
  const target: LinkTarget = { kind: 'internal', id: inline.noteId };
  const contents = fillString(context.strings, 'footnote', { label: inline.label });
  const raised = raisedReference(setting, context);
  const tag: InlineTag = {
    ...raised.tag,
    slot,
    colour: context.theme.colours.link,
    anchor: inline.id,
    ...(elem && { link: { elem, target, contents, underlined: false } }),
    // Only the first reference brings the note to its page.
    ...(note?.references[0] === inline.id && { note }),
  };
  // A word joiner keeps the label on the line of the word before it.
  return { kind: 'text', text: `\u2060${inline.label}`, style: raised.style, tag };
}

function imageItems(inline: Image, setting: Setting, context: LayoutContext): readonly Item[] {
  const asset = context.assets.get(inline.imageId);
  if (!asset) return [];
  const { sign } = context.theme.metrics;
  const size = inlineImageSize(asset, inline, {
    sizePt: setting.style.sizePt,
    widthPt: setting.measurePt,
    heightPt: context.pageHeightPt * sign.pageShare,
    sign,
  });
  const slot = context.structure.slots.get(inline) ?? null;
  const offset = inline.offset === undefined ? {} : { offset: inline.offset };
  const tag = { ...setting.tag, slot, image: { asset, ...size }, ...offset };
  const leastPt = Math.min(size.widthPt, sign.narrowestPt);
  return [{ kind: 'object', widthPt: size.widthPt, leastPt, tag }];
}

function textItem(text: Text, setting: Setting, context: LayoutContext): Item {
  const slot = context.structure.slots.get(text) ?? null;
  const style = setting.style;
  const tag = { ...setting.tag, slot, offset: text.offset };
  // White space of the source is one space, except in code; no-break spaces stay.
  const value = text.value.replace(/[\t\n\f\r]/gu, ' ');
  const hyphenates = setting.hyphenates && style.role === 'text';
  return { kind: 'text', text: value, style, tag, ...(hyphenates && { hyphenates }) };
}

/** A hard break: a space in the reading, then a new line. */
function lineBreak(setting: Setting, slot: Slot | null): readonly Item[] {
  const tag = { ...setting.tag, slot };
  return [
    { kind: 'text', text: ' ', style: setting.style, tag },
    { kind: 'break', tag },
  ];
}

function withTag(setting: Setting, tag: Partial<Omit<InlineTag, 'slot' | 'offset'>>): Setting {
  return { ...setting, tag: { ...setting.tag, ...tag } };
}

function withLangAndId(inline: Inline, setting: Setting): Setting {
  const style = inline.lang === undefined ? setting.style : { ...setting.style, lang: inline.lang };
  const { id } = inline;
  const tag =
    id === undefined || inline.type === 'note-reference' ? setting.tag : { ...setting.tag, anchor: id };
  return { ...setting, style, tag };
}

/** Smaller, and raised or lowered. */
function raise(
  setting: Setting,
  {
    riseEms,
    share,
    leastPt,
  }: { readonly riseEms: number; readonly share: number; readonly leastPt?: number },
  { theme }: LayoutContext,
): Setting {
  const sizePt = setting.style.sizePt;
  const risePt = setting.tag.risePt + sizePt * riseEms;
  const smallestPt = leastPt ?? theme.metrics.text.smallestPt;
  return {
    ...setting,
    style: { ...setting.style, sizePt: Math.max(sizePt * share, smallestPt) },
    tag: { ...setting.tag, risePt },
  };
}

function readingSetting(setting: Setting, context: LayoutContext): Setting {
  const { rubyEms, rubyLeastPt, rubyShare } = context.theme.metrics.inline;
  return raise(setting, { riseEms: rubyEms, share: rubyShare, leastPt: rubyLeastPt }, context);
}

function raisedReference(setting: Setting, context: LayoutContext): Setting {
  const { noteReferenceEms, noteReferenceShare } = context.theme.metrics.inline;
  return raise(setting, { riseEms: noteReferenceEms, share: noteReferenceShare }, context);
}

function spanSetting(span: Span, setting: Setting, context: LayoutContext): Setting {
  const { style } = setting;
  const { inline, text } = context.theme.metrics;
  switch (span.kind) {
    case 'emphasis':
    case 'italic':
    case 'cite':
    case 'definition':
      return { ...setting, style: { ...style, ...emphasised(context, !style.italic) } };
    case 'variable':
      return { ...setting, style: { ...style, ...emphasised(context, true) } };
    case 'strong':
    case 'bold':
      return { ...setting, style: { ...style, bold: true } };
    case 'code':
    case 'keyboard':
    case 'sample':
      return withTag(
        {
          ...setting,
          style: {
            ...style,
            role: 'code',
            sizePt: Math.max(style.sizePt * inline.codeShare, Math.min(style.sizePt, inline.codeLeastPt)),
          },
        },
        { ground: context.theme.colours.code },
      );
    case 'deletion':
      return withTag(setting, { strike: true });
    case 'insertion':
    case 'underline':
      return withTag(setting, { underline: true });
    case 'small':
      return {
        ...setting,
        style: { ...style, sizePt: Math.max(style.sizePt * inline.smallShare, text.smallestPt) },
      };
    case 'mark':
      return withTag(setting, { ground: context.theme.colours.mark });
    case 'subscript':
      return raise(setting, { riseEms: inline.subscriptEms, share: inline.scriptShare }, context);
    case 'superscript':
      return raise(setting, { riseEms: inline.superscriptEms, share: inline.scriptShare }, context);
    default:
      return setting;
  }
}

/** How what is emphasised differs from what is around it. */
function emphasised({ theme }: LayoutContext, italic: boolean): Partial<TextStyle> {
  return theme.emphasis === 'bold' ? { bold: true } : { italic };
}

/**
 * A picture in a line of text: as large as the author or its pixels say, but no larger than its room. Those of about the
 * height of the text, icons, are set a little higher than the text.
 */
function inlineImageSize(
  asset: Asset,
  asked: { readonly widthPx?: number; readonly heightPx?: number },
  room: {
    readonly sizePt: number;
    readonly widthPt: number;
    readonly heightPt: number;
    readonly sign: Metrics['sign'];
  },
): { readonly widthPt: number; readonly heightPt: number } {
  const ratio = asset.widthPx / asset.heightPx;
  const isAsked = asked.heightPx !== undefined || asked.widthPx !== undefined;
  const naturalPt = asset.heightPx * pixelPt;
  const askedPt = asked.heightPx === undefined ? (asked.widthPx ?? 0) / ratio : asked.heightPx;
  const isSign = !isAsked && naturalPt <= room.sizePt * room.sign.highestEms;
  const wishPt = isAsked
    ? askedPt * pixelPt
    : isSign
      ? Math.min(naturalPt, room.sizePt * room.sign.heightEms)
      : naturalPt;
  const heightPt = Math.min(wishPt, room.heightPt, room.widthPt / ratio);
  return { widthPt: heightPt * ratio, heightPt };
}
