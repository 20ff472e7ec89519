import { fillString, type StringKey, type Strings } from '../../document/strings.ts';
import type { Node } from '../../document/walk.ts';

/** What a publication lacks, as far as a program can count it. */
export interface Lacking {
  /** Pictures with neither an alternative nor the mark of decoration. */
  readonly undescribed: number;
  /** Moving pictures, of which no program here says whether they flash. */
  readonly moving: number;
  /** Whether nobody said in which language it is. */
  readonly language: boolean;
}

/**
 * The summary of EPUB Accessibility 1.1 §2.2: what the coded metadata cannot say, each lack with how often it occurs, and
 * that nobody has evaluated the publication. It repeats no feature that has a code.
 */
export function accessibilitySummary(
  strings: Strings,
  nodes: readonly Node[],
  { undescribed, moving, language }: Lacking,
): string {
  const counted: readonly (readonly [StringKey, number])[] = [
    ['accessibilityPicturesUndescribed', undescribed],
    ['accessibilityPicturesMissing', nodes.filter(({ type }) => type === 'missing-image').length],
    ['accessibilityPicturesMoving', moving],
    ['accessibilityTablesHeadless', nodes.filter(isHeadless).length],
  ];
  const lacks = counted.flatMap(([key, count]) =>
    count > 0 ? [fillString(strings, key, { count: String(count) })] : [],
  );
  return [
    ...lacks,
    ...(language ? [fillString(strings, 'accessibilityLanguageUnknown')] : []),
    fillString(strings, 'accessibilityNotEvaluated'),
  ].join(' ');
}

function isHeadless(node: Node): boolean {
  if (node.type !== 'table') return false;
  const rows = [node.head, node.body, node.foot];
  return rows.every((part) => part.every(({ cells }) => cells.every(({ header }) => header === undefined)));
}
