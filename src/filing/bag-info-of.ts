import { formatPlainDate } from '../document/plain-date.ts';
import type { GivenLabel } from '../bag/bag-info-fields.ts';
import { toInfoValue } from '../bag/bag-info.ts';
import type { LedgerHead } from '../ledger/ledger-event.ts';
import { creatorsOf, descriptionOf, type RecordDescription } from './metadata/record-description.ts';

export interface BagInfoInput {
  readonly record: RecordDescription;
  readonly version: number;
  readonly supersedes: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly baggingDate: string;
  /** The head before the bag's own entry. */
  readonly ledgerHead: LedgerHead;
  readonly tagleaf: string;
}

/** The values of `bag-info.txt`; a fact that nobody gave has no line, but for the organization, which is then `unknown`. */
export function bagInfoOf(input: BagInfoInput): readonly (readonly [label: GivenLabel, value: string])[] {
  const { record, version, supersedes, baggingDate, ledgerHead, tagleaf } = input;
  const { facts, title, agency, sourceUrl, released, updated, archived, members } = record;
  const { retention, rights, access } = facts;
  const cutoff = retention.cutoff && `${retention.cutoff.from}, end of ${retention.cutoff.at}`;
  const values: readonly (readonly [GivenLabel, string | undefined])[] = [
    ['Source-Organization', agency ?? 'unknown'],
    ['External-Description', descriptionOf(record) ?? title],
    ['Bagging-Date', baggingDate],
    ['External-Identifier', facts.id],
    ['Record-Version', String(version)],
    ['Record-Supersedes', supersedes],
    ['Record-Title', title],
    ['Record-Creator', creatorsOf(record).join('; ') || undefined],
    ['Record-Released', released && formatPlainDate(released)],
    ['Record-Updated', updated && formatPlainDate(updated)],
    ['Record-Group', facts.group],
    ['Record-Series', facts.series],
    ...members.map((id) => ['Relation-Has-Part', id] as const),
    ['Source-URL', sourceUrl],
    ['Disposition', retention.disposition],
    ['Records-Schedule-Authority', retention.authority],
    ['Records-Schedule-Item', retention.scheduleItem],
    ['Retention-Period', retention.period],
    ['Retention-Cutoff', cutoff],
    ['Access-Restriction-Status', access?.restriction],
    ['Specific-Access-Restriction', access?.specific],
    ['Use-Restriction-Status', rights?.useRestriction],
    ['Specific-Use-Restriction', rights?.specificUse],
    ['Rights-Holder', rights?.holder],
    ['Rights-Statement', record.rights],
    ['Archive-Notice', archived && `${archived.label}: ${archived.notice}`],
    ['Ledger-Head', `${ledgerHead.count} ${ledgerHead.hash}`],
    ['Tool', `Tagleaf ${tagleaf}`],
  ];
  return values.flatMap(([label, value]) =>
    value === undefined ? [] : [[label, toInfoValue(value)] as const],
  );
}
