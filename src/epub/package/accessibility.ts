import type { Assets } from '../../document/asset.ts';
import type { Image } from '../../document/inline.ts';
import type { Publication } from '../../document/publication.ts';
import { fillString } from '../../document/strings.ts';
import type { AccessibilityStatement } from './book.ts';
import { isAnimatedPng } from './is-animated-png.ts';

interface Contents {
  readonly images: readonly Image[];
  readonly assets: Assets;
  /** Whether there is a page-list, and markers with it. */
  readonly pages: boolean;
}

/**
 * What the schema.org vocabulary says of this publication (EPUB Accessibility 1.1 §2.2), computed from its content. The
 * summary says that nobody has evaluated it: there is no record of a human check that could say more.
 */
export function accessibilityStatements(
  { strings }: Publication,
  { images, assets, pages }: Contents,
): readonly AccessibilityStatement[] {
  const readable = images.every((image) => image.decorative || Boolean(image.alt));
  const animated = images.some((image) => isAnimated(image, assets));
  const described = images.some((image) => !image.decorative && Boolean(image.alt));
  const sufficient = [...(readable ? ['textual'] : []), ...(images.length > 0 ? ['textual,visual'] : [])];
  const summary = fillString(strings, 'accessibilityNotEvaluated');
  return [
    ...statements('accessMode', ['textual', ...(images.length > 0 ? ['visual'] : [])]),
    ...statements('accessModeSufficient', sufficient),
    ...statements('accessibilityFeature', [
      ...(described ? ['alternativeText'] : []),
      'ARIA',
      'displayTransformability',
      ...(pages ? ['pageBreakMarkers', 'pageNavigation'] : []),
      'readingOrder',
      'structuralNavigation',
      'tableOfContents',
    ]),
    ...statements('accessibilityHazard', [animated ? 'unknown' : 'none']),
    { property: 'accessibilitySummary', value: summary, language: strings.lang },
  ];
}

function statements(
  property: AccessibilityStatement['property'],
  values: readonly string[],
): readonly AccessibilityStatement[] {
  return values.map((value) => ({ property, value }));
}

function isAnimated(image: Image, assets: Assets): boolean {
  const asset = assets.get(image.imageId);
  return asset?.mediaType === 'image/png' && isAnimatedPng(asset.bytes);
}
