import type { Element } from 'xast';
import type { RecordDescription } from './record-description.ts';
import { premis, premisIdentifier } from './premis-terms.ts';

/** What was filed of rights and restrictions, in the words of the person who filed; nothing where nobody said anything. */
export function premisRights({ facts, rights }: RecordDescription): readonly Element[] {
  const { access } = facts;
  const { holder, useRestriction, specificUse } = facts.rights ?? {};
  const notes = [
    ['Rights Statement', rights],
    ['Rights: Rights Holder', holder],
    ['Access Restriction Status', access?.restriction],
    ['Specific Access Restriction', access?.specific],
    ['Use Restriction Status', useRestriction],
    ['Specific Use Restriction', specificUse],
  ].flatMap(([label, words]) =>
    words === undefined ? [] : [premis('otherRightsNote', [`${label ?? ''}: ${words}`])],
  );
  if (notes.length === 0) return [];
  return [
    premis('rights', [
      premis('rightsStatement', [
        premisIdentifier('rightsStatementIdentifier', `${facts.id}/rights`),
        premis('rightsBasis', ['other']),
        premis('otherRightsInformation', [premis('otherRightsBasis', ['as filed']), ...notes]),
        premisIdentifier('linkingObjectIdentifier', facts.id),
      ]),
    ]),
  ];
}
