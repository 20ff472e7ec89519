import type { Element } from 'xast';
import type { RecordDescription } from '../../terms/record-description.ts';
import type { Term } from '../../terms/term.ts';
import { premis, premisIdentifier } from './premis-element.ts';
import { premisFacts } from './premis-facts.ts';

/** What was filed of rights and restrictions, in the words of the person who filed; nothing where nobody said anything. */
export function premisRights(record: RecordDescription, terms: readonly Term[]): readonly Element[] {
  const notes = premisFacts('otherRightsNote', record, terms).map(([label, words]) =>
    premis('otherRightsNote', [`${label}: ${words}`]),
  );
  if (notes.length === 0) return [];
  const { id } = record.facts;
  return [
    premis('rights', [
      premis('rightsStatement', [
        premisIdentifier('rightsStatementIdentifier', `${id}/rights`),
        premis('rightsBasis', ['other']),
        premis('otherRightsInformation', [premis('otherRightsBasis', ['as filed']), ...notes]),
        premisIdentifier('linkingObjectIdentifier', id),
      ]),
    ]),
  ];
}
