import type { Assets } from '../../document/asset.ts';
import type { Image } from '../../document/inline.ts';
import type { Publication } from '../../document/publication.ts';
import type { Node } from '../../document/walk.ts';
import { accessibilitySummary } from './accessibility-summary.ts';
import type { AccessibilityStatement } from './book.ts';

interface Contents {
  /** All that stands in its chapters. */
  readonly nodes: readonly Node[];
  /** All that are shown, the cover among them where a page shows it. */
  readonly images: readonly Image[];
  readonly assets: Assets;
  /** Whether there is a page-list, and markers with it. */
  readonly pages: boolean;
}

/**
 * What the schema.org vocabulary says of this publication (EPUB Accessibility 1.1 §2.2), computed from its content.
 */
export function accessibilityStatements(
  { metadata, strings }: Publication,
  { nodes, images, assets, pages }: Contents,
): readonly AccessibilityStatement[] {
  const undescribed = images.filter((image) => !image.decorative && !image.alt).length;
  const moving = images.filter(({ imageId }) => assets.get(imageId)?.frames !== undefined).length;
  const described = images.some((image) => !image.decorative && Boolean(image.alt));
  const sufficient = [
    ...(undescribed === 0 ? ['textual'] : []),
    ...(images.length > 0 ? ['textual,visual'] : []),
  ];
  const language = metadata.lang === undefined;
  const summary = accessibilitySummary(strings, nodes, { undescribed, moving, language });
  return [
    ...statements('accessMode', ['textual', ...(images.length > 0 ? ['visual'] : [])]),
    ...statements('accessModeSufficient', sufficient),
    ...statements('accessibilityFeature', [
      ...(described ? ['alternativeText'] : []),
      'ARIA',
      'displayTransformability',
      ...(images.some(({ detailsId }) => detailsId !== undefined) ? ['longDescription'] : []),
      ...(pages ? ['pageBreakMarkers', 'pageNavigation'] : []),
      'readingOrder',
      'structuralNavigation',
      'tableOfContents',
    ]),
    ...statements('accessibilityHazard', [moving > 0 ? 'unknown' : 'none']),
    { property: 'accessibilitySummary', value: summary, language: strings.lang },
  ];
}

function statements(
  property: AccessibilityStatement['property'],
  values: readonly string[],
): readonly AccessibilityStatement[] {
  return values.map((value) => ({ property, value }));
}
