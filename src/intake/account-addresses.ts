import { withoutFormula } from '../csv/without-formula.ts';
import { writeCsv } from '../csv/write-csv.ts';
import type { Resource } from '../captures/resource.ts';
import { isPicture, type CapturedSite } from './captured-site.ts';

/** What became of one thing that was captured. */
export interface AddressRow {
  readonly input: string;
  readonly address: string;
  readonly captured: string;
  readonly status: string;
  readonly type: string;
  readonly outcome: 'post' | 'duplicate' | 'picture' | 'not a page' | 'failed';
  /** The post, or of a picture the first post that shows it. */
  readonly post?: string;
  readonly reason: string;
}

/** What became of the pages of a capture, and which posts show its pictures. */
export interface SiteOutcomes {
  readonly input: string;
  readonly pages: ReadonlyMap<Resource, Pick<AddressRow, 'outcome' | 'post' | 'reason'>>;
  readonly shown: ReadonlyMap<Resource, string>;
}

/** A row for all that a capture holds, in its order: nothing of it goes without a word. */
export function accountAddresses(site: CapturedSite, outcomes: SiteOutcomes): readonly AddressRow[] {
  return site.contents.map((resource) => ({
    input: outcomes.input,
    address: resource.address,
    captured: resource.on ?? '',
    status: resource.status?.toString() ?? '',
    type: resource.type,
    ...outcomeOf(resource, outcomes),
  }));
}

function outcomeOf(
  resource: Resource,
  { pages, shown }: SiteOutcomes,
): Pick<AddressRow, 'outcome' | 'post' | 'reason'> {
  const page = pages.get(resource);
  if (page !== undefined) return page;
  if (isPicture(resource)) {
    const post = shown.get(resource);
    return post === undefined
      ? { outcome: 'picture', reason: 'no post shows it' }
      : { outcome: 'picture', post, reason: '' };
  }
  return { outcome: 'not a page', reason: whyNoPage(resource) };
}

function whyNoPage({ status, leadsTo, type, address, isFrame }: Resource): string {
  if (isFrame) return 'it is a frame of the page';
  if (status !== undefined && status !== 200)
    return leadsTo === undefined ? `the server answered ${status}` : `leads on to ${leadsTo}`;
  if (address === '') return 'it has no address';
  return type === '' ? 'nothing says what it is' : `it is ${type}`;
}

/** `intake-addresses.csv` (RFC 4180): a row for each thing that was captured. */
export function writeAddresses(rows: readonly AddressRow[]): string {
  const head = ['input', 'address', 'captured', 'status', 'type', 'outcome', 'post', 'reason'];
  const cells = rows.map((row) =>
    [row.input, row.address, row.captured, row.status, row.type, row.outcome, row.post ?? '', row.reason].map(
      withoutFormula,
    ),
  );
  return writeCsv([head, ...cells]);
}
