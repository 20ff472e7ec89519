import type { Retention } from '../../src/ledger/facts/record-facts.ts';
import { appendLine, emptyHead } from '../../src/ledger/append-line.ts';
import type {
  DisposalIntendedEvent,
  DisposedEvent,
  FiledEvent,
  FiledFacts,
  HoldExtendedEvent,
  HoldPlacedEvent,
  HoldReducedEvent,
  HoldReleasedEvent,
  LedgerEntry,
  LedgerEvent,
  ScheduledEvent,
} from '../../src/ledger/ledger-event.ts';

/** Kept a year from filing. */
export const aYear: Retention = {
  disposition: 'temporary',
  authority: 'DAA-1',
  period: 'P1Y',
  cutoff: { from: 'filed', at: 'day' },
};

/** Never disposed of. */
export const permanent: Retention = { disposition: 'permanent', authority: 'N1-1' };

/** Kept until somebody says more. */
export const unscheduled: Retention = { disposition: 'unscheduled' };

/** A digest that is told from others by its number. */
export function digest(number: number, length = 64): string {
  return number.toString(16).padStart(length, '0');
}

/** What a test says of a filing; the rest is made up. */
export interface Filing {
  readonly version?: number;
  readonly content?: number;
  readonly retention?: Retention;
  readonly members?: readonly string[];
  readonly series?: string | undefined;
  readonly dates?: Partial<Pick<FiledFacts, 'filed' | 'released' | 'updated'>>;
}

/** A version of a record that is filed; kept a year where nothing is said. */
export function filed(record: string, filing: Filing = {}): FiledEvent {
  const { version = 1, content = version, retention = aYear, members, series, dates } = filing;
  return {
    event: 'filed',
    record,
    version,
    bag: `${record}_v${String(version).padStart(4, '0')}`,
    tagManifestSha512: digest(version, 128),
    contentSha256: digest(content),
    bytes: 1000,
    files: 12,
    ...(version > 1 && { supersedes: record }),
    ...(members && { members }),
    facts: {
      title: `Post ${record}`,
      retention,
      filed: '2020-01-01',
      ...dates,
      ...(series === undefined ? {} : { series }),
    },
  };
}

/** A hold on records. */
export function hold(holdId: string, ...records: readonly string[]): HoldPlacedEvent {
  const matter = `Smith v. ${holdId}`;
  return { event: 'hold-placed', records, holdId, matter, authority: 'Court', by: 'Counsel' };
}

/** More records under a hold. */
export function extend(holdId: string, ...records: readonly string[]): HoldExtendedEvent {
  return { event: 'hold-extended', records, holdId, by: 'Counsel' };
}

/** Fewer records under a hold. */
export function reduce(holdId: string, ...records: readonly string[]): HoldReducedEvent {
  return { event: 'hold-reduced', records, holdId, by: 'Counsel', reason: 'Not relevant' };
}

/** The end of a hold. */
export function release(holdId: string): HoldReleasedEvent {
  return { event: 'hold-released', holdId, by: 'Counsel', reason: 'Settled' };
}

/** An approved schedule. */
export function schedule(record: string, retention: Retention): ScheduledEvent {
  const authority = retention.authority ?? 'Archivist';
  return { event: 'scheduled', record, retention, authority, approvalSha256: digest(7) };
}

/** A plan that begins to be carried out. */
export function intend(plan: number, ...records: readonly string[]): DisposalIntendedEvent {
  const approval = { approver: 'Officer', authority: 'DAA-1', approvalSha256: digest(8) };
  return { event: 'disposal-intended', records, planSha256: digest(plan), ...approval };
}

/** A version that is gone. */
export function dispose(plan: number, record: string, version = 1): DisposedEvent {
  const tombstone = `tombstones/${record}.json`;
  return { event: 'disposed', record, version, planSha256: digest(plan), tombstone };
}

/** Events as lines of a ledger; each has its day, noon UTC, or that of the one before. */
export function write(events: readonly (LedgerEvent | string)[]): {
  readonly entries: readonly LedgerEntry[];
  readonly text: string;
} {
  const entries: LedgerEntry[] = [];
  let text = '';
  let head = emptyHead;
  let day = '2020-01-01';
  for (const event of events) {
    if (typeof event === 'string') day = event;
    else {
      const appended = appendLine({ event, at: `${day}T12:00:00Z` }, head);
      ({ head } = appended);
      entries.push(appended.entry);
      text += appended.line;
    }
  }
  return { entries, text };
}
