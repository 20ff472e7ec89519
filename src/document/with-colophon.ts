import { colophonPage } from './colophon-page.ts';
import { endOffset } from './number-texts.ts';
import type { PdfFacts } from './pdf-claim.ts';
import { numberChapters, type Chapter, type Publication } from './publication.ts';

/**
 * The publication with its colophon and its record sheet as the last chapters; the same where it has neither to come.
 * `pdf` is what the colophon says of the PDF; nothing where there is none.
 */
export function withColophon(publication: Publication, pdf: PdfFacts | undefined): Publication {
  const { colophon, recordSheet, ...rest } = publication;
  const { metadata, strings } = publication;
  const coming: readonly Chapter[] = [
    ...(colophon
      ? [
          {
            kind: 'colophon' as const,
            document: colophonPage({ metadata, ...colophon, pdf }, strings),
            strings,
          },
        ]
      : []),
    ...(recordSheet ? [recordSheet] : []),
  ];
  if (coming.length === 0) return publication;
  const last = publication.chapters.findLast(({ document }) => endOffset(document) > 0);
  const added = numberChapters(coming, last ? endOffset(last.document) : 0);
  return { ...rest, chapters: [...publication.chapters, ...added] };
}
