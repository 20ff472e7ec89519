import { formatPlainDate } from '../document/plain-date.ts';
import type { Publication } from '../document/publication.ts';
import type { Settings } from '../project/settings.ts';

/** The date written into files: `SOURCE_DATE_EPOCH`, else the last of the days of its posts and of its own, at midnight UTC. */
export function modifiedDate(
  { chapters, metadata: { published } }: Pick<Publication, 'chapters' | 'metadata'>,
  { sourceDate }: Pick<Settings, 'sourceDate'>,
): Date | undefined {
  if (sourceDate) return sourceDate;
  const days = chapters.flatMap(({ document: { metadata } }) => metadata.updated ?? metadata.released ?? []);
  const last = [...days, ...(published ? [published] : [])].map(formatPlainDate).toSorted().at(-1);
  return last === undefined ? undefined : new Date(`${last}T00:00:00Z`);
}

/** Which identifier the PDF of a run has: pages of another size are other pages. */
export function editionOf({ page }: Pick<Settings, 'page'>): 'pdf' | 'pdf-a4' {
  return page === 'a4' ? 'pdf-a4' : 'pdf';
}
