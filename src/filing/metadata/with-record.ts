import type { Document } from '../../document/document.ts';
import type { Publication } from '../../document/publication.ts';
import type { Strings } from '../../document/strings.ts';
import type { RecordDescription } from '../../terms/record-description.ts';

/**
 * The publication as it is filed: both files carry the id of the record and its rights as filed, and the record sheet stands
 * behind everything else.
 */
export function withRecord(
  publication: Publication,
  filed: { readonly record: RecordDescription; readonly sheet: Document; readonly strings: Strings },
): Publication {
  const { record, sheet, strings } = filed;
  const { id } = record.facts;
  return {
    ...publication,
    metadata: {
      ...publication.metadata,
      identifiers: { pdf: id, epub: id },
      ...(record.rights !== undefined && { rights: record.rights }),
    },
    recordSheet: { kind: 'record-sheet', document: sheet, strings },
  };
}
