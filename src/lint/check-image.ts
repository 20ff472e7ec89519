import { hasVisibleText, isFiller } from '../characters/visible-text.ts';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Document, Figure } from '../document/document.ts';
import type { Image, MissingImage } from '../document/inline.ts';
import { inlineText } from '../document/plain-text.ts';
import { bareWords } from './bare-words.ts';
import { isPlaceholder } from './phrases.ts';

/** A picture needs a text alternative that says something, or the author's word that it is decorative (WCAG 2.2 SC 1.1.1). */
export function checkImage(image: Image, { file, metadata }: Document): readonly Message[] {
  if (image.decorative) return [];
  const alt = (image.alt ?? '').trim();
  const found = { file, place: image.place };
  if (!hasVisibleText(alt) || isFiller(alt)) {
    const but = hasVisibleText(alt) ? ` but “${alt}”` : '';
    const reason = `Picture “${image.source}” has no text alternative${but}`;
    return [reportRule('img-alt-missing', { reason, ...found })];
  }
  return checkWords(alt, image, { file, metadata });
}

/** The words that stand in for a picture that is not there are judged as its text alternative. */
export function checkMissingImage(image: MissingImage, document: Document): readonly Message[] {
  return checkWords(inlineText(image.children).trim(), image, document);
}

function checkWords(
  alt: string,
  { source, lang, place }: Image | MissingImage,
  { file, metadata }: Pick<Document, 'file' | 'metadata'>,
): readonly Message[] {
  const found = { file, place };
  if (isFileName(alt, source)) {
    return [reportRule('alt-is-filename', { reason: `Text alternative “${alt}” is a file name`, ...found })];
  }
  if (isPlaceholder(alt, lang ?? metadata.lang)) {
    return [reportRule('alt-placeholder', { reason: `Text alternative “${alt}” says nothing`, ...found })];
  }
  return [];
}

/** What is seen and what is said below it are two things; and a link that shows a picture has no name but its alternative. */
export function checkFigure(figure: Figure, file: string): readonly Message[] {
  const { image, caption, link } = figure;
  if (link && image.type === 'image' && image.decorative) {
    const target = link.kind === 'external' ? link.url : `#${link.id}`;
    const reason = `Link to “${target}” shows only a picture without an alternative`;
    return [reportRule('link-empty', { reason, file, place: image.place })];
  }
  if (image.type !== 'image' || caption === undefined || image.alt === undefined) return [];
  if (bareWords(image.alt) !== bareWords(inlineText(caption.children))) return [];
  const reason = `Text alternative “${image.alt}” repeats the caption`;
  return [reportRule('alt-equals-caption', { reason, file, place: image.place })];
}

const extension = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)$/iu;
const cameraName = /^(?:IMG|DSC[NF]?|PICT|P|Screen ?shot|Screenshot|Bildschirmfoto)[ _-]?\d[\d _.-]*$/iu;

function isFileName(alt: string, source: string): boolean {
  if ((extension.test(alt) && !/\s/u.test(alt.replace(extension, '').trim())) || cameraName.test(alt))
    return true;
  const name = source.split(/[?#]/u)[0]?.split('/').at(-1) ?? '';
  const stem = name.replace(extension, '');
  return alt === name || (alt === stem && /[\d_-]/u.test(stem));
}
