import { reservedLabels, sealedLabels, type BagProfile, type LabelUse } from '../bag/bag-profile.ts';
import { recordTerms } from './record-terms.ts';
import type { Term } from './term.ts';

/** What is said of the filing and not of the record: before the facts of a record, and after them. */
const filingLabels = {
  before: [
    ['Record-Version', 'required'],
    ['Record-Supersedes', 'optional'],
  ],
  after: [
    ['Ledger-Head', 'required'],
    ['Tool', 'required'],
  ],
} as const;

/**
 * Our BagIt Profile, `templates/records/bagit-profile.json`: labels that RFC 8493 reserves, in its order, then ours. A record is one
 * bag, so that `Bag-Count` is none of them. The identifier is a name, not a place to fetch from.
 */
export const recordProfile: BagProfile = {
  identifier: 'urn:uuid:6a1c0a3e-8f3b-4d57-9c5e-2b7d41f0a9e8',
  labels: infoLabels(recordTerms),
};

/** The labels of `bag-info.txt` for the facts of a table, in their order. */
export function infoLabels(terms: readonly Term[]): BagProfile['labels'] {
  const facts = terms.flatMap(({ bagInfo }) => (bagInfo ? [bagInfo] : []));
  const uses = new Map<string, LabelUse>([
    ...facts,
    ...sealedLabels.map((label) => [label, 'required'] as const),
    ['Bagging-Date', 'required'],
  ]);
  const reserved = [...reservedLabels.filter((label) => label !== 'Bag-Count'), 'BagIt-Profile-Identifier'];
  return [
    ...reserved.map((label) => [label, uses.get(label) ?? 'optional'] as const),
    ...filingLabels.before,
    ...facts.filter(([label]) => !reserved.includes(label)),
    ...filingLabels.after,
  ];
}
