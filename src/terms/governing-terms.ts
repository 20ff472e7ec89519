import type { Cutoff } from '../ledger/facts/record-facts.ts';
import { among, says, text } from './json-shape.ts';
import type { Term } from './term.ts';

function cutoffWords({ from, event }: Cutoff): string {
  return event === undefined ? from : `${from} ${event}`;
}

/** What may be done with a record, and when: dispositions, restrictions and rights. */
export const governingTerms: readonly Term[] = [
  {
    fact: 'disposition',
    filed: 'retention.disposition',
    from: ({ facts }) => facts.retention.disposition,
    bagInfo: ['Disposition', 'required'],
    sheet: ['recordDisposition', 'phrase'],
    readme: ['Disposition when it was packed', 'in no language'],
  },
  {
    fact: 'disposition authority',
    filed: 'retention.authority',
    from: ({ facts }) => facts.retention.authority,
    bagInfo: ['Records-Schedule-Authority', 'optional'],
    cfr1236: ['Disposition Authority', 'where any'],
    sheet: ['recordAuthority', 'text'],
    readme: ['Disposition authority when it was packed', 'in no language'],
  },
  {
    fact: 'schedule item',
    filed: 'retention.schedule_item',
    from: ({ facts }) => facts.retention.scheduleItem,
    insteadOfUnknown: ['unscheduled', ({ facts }) => facts.retention.disposition === 'unscheduled'],
    bagInfo: ['Records-Schedule-Item', 'optional'],
    cfr1236: ['Identifier: Records Schedule Item #', 'mandatory'],
    sheet: ['recordScheduleItem', 'text'],
  },
  {
    fact: 'retention period',
    filed: 'retention.period',
    from: ({ facts }) => facts.retention.period,
    bagInfo: ['Retention-Period', 'optional'],
    sheet: ['recordPeriod', 'text'],
  },
  {
    fact: 'cutoff',
    filed: 'retention.cutoff',
    from: ({ facts: { retention } }) =>
      retention.cutoff && [cutoffWords(retention.cutoff), retention.cutoff.at],
    between: ', end of ',
    bagInfo: ['Retention-Cutoff', 'optional'],
  },
  {
    // Told by the ledger alone.
    fact: 'fiscal year start',
    filed: 'retention.fiscal_year_start',
    from: ({ facts }) => facts.retention.fiscalYearStart,
  },
  {
    fact: 'access restriction',
    filed: 'access.restriction',
    from: ({ facts }) => facts.access?.restriction,
    bagInfo: ['Access-Restriction-Status', 'optional'],
    premis: ['otherRightsNote', 'Access Restriction Status'],
    schemaOrg: { conditionsOfAccess: text },
    dcterms: { accessRights: among },
    cfr1236: ['Access Restriction Status', 'mandatory'],
    sheet: ['recordAccess', 'text'],
  },
  {
    fact: 'specific access restriction',
    filed: 'access.specific',
    from: ({ facts }) => facts.access?.specific,
    bagInfo: ['Specific-Access-Restriction', 'optional'],
    premis: ['otherRightsNote', 'Specific Access Restriction'],
    dcterms: { accessRights: among },
    cfr1236: ['Specific Access Restriction', 'where any'],
    sheet: ['recordAccess', 'text'],
  },
  {
    fact: 'use restriction',
    filed: 'rights.use_restriction',
    from: ({ facts }) => facts.rights?.useRestriction,
    bagInfo: ['Use-Restriction-Status', 'optional'],
    premis: ['otherRightsNote', 'Use Restriction Status'],
    dcterms: { rights: among },
    cfr1236: ['Use Restriction Status', 'mandatory'],
    sheet: ['recordUse', 'text'],
  },
  {
    fact: 'specific use restriction',
    filed: 'rights.specific_use',
    from: ({ facts }) => facts.rights?.specificUse,
    bagInfo: ['Specific-Use-Restriction', 'optional'],
    premis: ['otherRightsNote', 'Specific Use Restriction'],
    dcterms: { rights: among },
    cfr1236: ['Specific Use Restriction', 'where any'],
    sheet: ['recordUse', 'text'],
  },
  {
    fact: 'rights holder',
    filed: 'rights.holder',
    from: ({ facts }) => facts.rights?.holder,
    bagInfo: ['Rights-Holder', 'optional'],
    premis: ['otherRightsNote', 'Rights: Rights Holder'],
    dcterms: { rightsHolder: text },
    cfr1236: ['Rights: Rights Holder', 'where any'],
    sheet: ['recordRightsHolder', 'text'],
  },
  {
    fact: 'rights',
    filed: 'rights.statement',
    from: ({ rights }) => rights,
    bagInfo: ['Rights-Statement', 'optional'],
    premis: ['otherRightsNote', 'Rights Statement'],
    schemaOrg: { copyrightNotice: text },
    dcterms: { rights: among },
    sheet: ['recordRights', 'text'],
    xmp: 'dc:rights',
    opf: ['dc:rights', 'first'],
  },
  {
    fact: 'archive notice',
    from: ({ archived }) => archived && [archived.label, archived.notice],
    between: ': ',
    bagInfo: ['Archive-Notice', 'optional'],
    schemaOrg: { creativeWorkStatus: says('Archived') },
    dcterms: { accessRights: among },
    sheet: ['recordNotice', 'text'],
    readme: ['Archive notice', 'in the language of the record'],
  },
  {
    // Stand in the post, which is in the bag.
    fact: 'waivers',
    filed: 'waivers',
    from: ({ facts }) =>
      facts.waivers.map(({ rule, matchSha256, matchHmac = matchSha256 }) => `${rule} ${matchHmac}`),
  },
];
