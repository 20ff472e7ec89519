import { formatPlainDate } from '../../document/plain-date.ts';
import type { GivenLabel } from '../bag/bag-info-fields.ts';
import { creatorsOf, descriptionOf, type RecordDescription } from './record-description.ts';

/** What `bag-info.txt` says of the record itself, in no set order; a fact that nobody gave has no line. */
export function recordInfo(record: RecordDescription): readonly (readonly [GivenLabel, string])[] {
  const { facts, title, agency, released, updated, archived } = record;
  const { retention, access, rights } = facts;
  const { cutoff } = retention;
  const lines: readonly (readonly [GivenLabel, string | undefined])[] = [
    ['Source-Organization', agency ?? 'unknown'],
    ['External-Description', descriptionOf(record) ?? (title || 'unknown')],
    ['External-Identifier', facts.id],
    ['Record-Title', title || 'unknown'],
    ['Record-Creator', creatorsOf(record).join('; ') || undefined],
    ['Record-Released', released && formatPlainDate(released)],
    ['Record-Updated', updated && formatPlainDate(updated)],
    ['Record-Group', facts.group],
    ['Record-Series', facts.series],
    ...record.members.map((member) => ['Relation-Has-Part', member] as const),
    ['Source-URL', record.sourceUrl],
    ['Disposition', retention.disposition],
    ['Records-Schedule-Authority', retention.authority],
    ['Records-Schedule-Item', retention.scheduleItem],
    ['Retention-Period', retention.period],
    ['Retention-Cutoff', cutoff && `${cutoff.from}, end of ${cutoff.at}`],
    ['Access-Restriction-Status', access?.restriction],
    ['Specific-Access-Restriction', access?.specific],
    ['Use-Restriction-Status', rights?.useRestriction],
    ['Specific-Use-Restriction', rights?.specificUse],
    ['Rights-Holder', rights?.holder],
    ['Rights-Statement', record.rights],
    ['Archive-Notice', archived && `${archived.label}: ${archived.notice}`],
  ];
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}
