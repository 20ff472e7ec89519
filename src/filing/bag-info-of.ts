import { toInfoValue, type BagInfo } from '../bag/bag-info.ts';
import type { LedgerHead } from '../ledger/ledger-event.ts';
import type { RecordDescription } from '../terms/record-description.ts';
import { recordTerms } from '../terms/record-terms.ts';
import { toldText, unknownOf, valuesOf, type Term } from '../terms/term.ts';

/** What `bag-info.txt` tells of a bag. */
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

/** The values of `bag-info.txt`: a fact that nobody gave has no line, but for what every bag must have, which is then `unknown`. */
export function bagInfoOf(input: BagInfoInput, terms: readonly Term[] = recordTerms): BagInfo {
  const { record, version, supersedes, baggingDate, ledgerHead, tagleaf } = input;
  const values: BagInfo = [
    ['Bagging-Date', baggingDate],
    ['Record-Version', String(version)],
    ...(supersedes === undefined ? [] : [['Record-Supersedes', supersedes] as const]),
    ...terms.flatMap((term) => linesOf(term, record)),
    ['Ledger-Head', `${ledgerHead.count} ${ledgerHead.hash}`],
    ['Tool', `Tagleaf ${tagleaf}`],
  ];
  return values.map(([label, value]) => [label, toInfoValue(value)]);
}

function linesOf(term: Term, record: RecordDescription): BagInfo {
  if (!term.bagInfo) return [];
  const [label, use] = term.bagInfo;
  if (use === 'repeatable') return valuesOf(term, record).map((value) => [label, value]);
  const value = toldText(term, record) ?? (use === 'required' ? unknownOf(term, record) : undefined);
  return value === undefined ? [] : [[label, value]];
}
