import type { Book } from '../package/book.ts';

/** A code of ONIX list 196, with its meaning in English; of `00` the words themselves. */
export interface OnixCode {
  readonly code: string;
  readonly meaning: string;
  readonly description?: string;
}

/**
 * The accessibility facts of a book as codes of ONIX list 196 (e-publication accessibility details), ascending. No code of
 * conformance (01 to 09, 80 to 86) is among them: those need a person's evaluation. The same holds for 29, which says that
 * headings are marked up rightly.
 */
export function onixCodes({ accessibility, languages, pageList }: Book): readonly OnixCode[] {
  const has = (property: string, value: string): boolean =>
    accessibility.some((statement) => statement.property === property && statement.value === value);
  const summary = accessibility.find(({ property }) => property === 'accessibilitySummary')?.value;
  const withoutSight = has('accessModeSufficient', 'textual');
  const codes: readonly (readonly [boolean, OnixCode])[] = [
    [
      summary !== undefined,
      {
        code: '00',
        meaning: 'Accessibility summary',
        ...(summary !== undefined && { description: summary }),
      },
    ],
    [has('accessibilityFeature', 'tableOfContents'), { code: '11', meaning: 'Table of contents navigation' }],
    [has('accessibilityFeature', 'readingOrder'), { code: '13', meaning: 'Single logical reading order' }],
    // The code is of all pictures, the feature of some.
    [
      withoutSight && has('accessibilityFeature', 'alternativeText'),
      { code: '14', meaning: 'Short alternative textual descriptions' },
    ],
    [pageList.length > 0, { code: '19', meaning: 'Print-equivalent page numbering' }],
    [!languages.includes('und'), { code: '22', meaning: 'Language tagging provided' }],
    [withoutSight, { code: '52', meaning: 'All non-decorative content supports reading without sight' }],
  ];
  return codes.flatMap(([holds, code]) => (holds ? [code] : []));
}
