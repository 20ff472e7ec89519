import type { Capture, CaptureKind, Resource } from '../captures/resource.ts';
import { CaptureFlaw } from '../captures/unpack.ts';
import { sha256Of } from '../files/digest.ts';
import { captureInstant } from './dates/capture-instant.ts';
import { accountAddresses, type AddressRow } from './account-addresses.ts';
import { listSite, withoutFragment, type CapturedSite } from './captured-site.ts';
import { cutCapture, type PageToCut } from './cut-capture.ts';
import type { InputFile } from './input/input-record.ts';
import type { IntakeRow, TakenFile } from './intake-report.ts';
import type { IntakeRun } from './intake-run.ts';
import { findPageSource, type PageSource } from './page-source.ts';
import { readInput, type KnownOfPage, type ReadInput } from './read-input.ts';
import type { IsRepeated } from './html/repeated-blocks.ts';
import { reportRule } from './rules.ts';
import { findSiteRepeats } from './site-repeats.ts';
import { takePage } from './take-page.ts';

interface SiteScope {
  readonly site: CapturedSite;
  readonly kind: CaptureKind;
  readonly run: IntakeRun;
  readonly source: PageSource;
  /** Whether the capture holds other pages too. */
  readonly isOneOfMany: boolean;
  /** What the site of an address repeats. */
  readonly repeatsOf: (address: string) => IsRepeated;
  /** The first post that shows each picture. */
  readonly shown: Map<Resource, string>;
}

/**
 * Makes a post of each page of a capture, or of the one that is asked for, and accounts for all that it holds.
 *
 * @throws CaptureFlaw where nothing of it can be taken in.
 */
export async function takeSite(
  input: InputFile,
  { capture, size, run }: { readonly capture: Capture; readonly size: number; readonly run: IntakeRun },
): Promise<TakenFile> {
  const site = await listSite(capture, size);
  const pages = askedPages(site, run.options.url);
  const isOneOfMany = site.pages.length > 1;
  const source = await findPageSource(input, run.options);
  const { bytes: _, ...inPlace } = source;
  const shown = new Map<Resource, string>();
  const { kind } = capture;
  const repeatsOf = await findSiteRepeats(site, run.options);
  const scope = { site, kind, run, source: isOneOfMany ? inPlace : source, isOneOfMany, repeatsOf, shown };
  const rows: IntakeRow[] = [];
  const outcomes = new Map<Resource, Outcome>();
  for (const page of site.pages) {
    if (!pages.has(page)) {
      outcomes.set(page, { outcome: 'not a page', reason: 'another address was asked for' });
      continue;
    }
    const row = await takeCaptured(page, input, scope);
    rows.push(row);
    outcomes.set(page, outcomeOf(row));
  }
  if (site.flaw !== undefined) rows.push(refuse(input.file, site.flaw, { input, run }));
  return { rows, addresses: accountAddresses(site, { input: input.file, pages: outcomes, shown }) };
}

type Outcome = Pick<AddressRow, 'outcome' | 'post' | 'reason'>;

function askedPages(site: CapturedSite, url: string | undefined): ReadonlySet<Resource> {
  const { pages, flaw } = site;
  const asked = url === undefined ? pages : pages.filter(({ address }) => isSameAddress(address, url));
  // Of a damaged file with one page nobody knows what is not there.
  if (flaw !== undefined && pages.length < 2) throw new CaptureFlaw(flaw);
  if (asked.length > 0) return new Set(asked);
  if (url === undefined) throw new CaptureFlaw('The capture holds no HTML page');
  throw new CaptureFlaw(`The capture holds no page “${url}”, but ${pages.length} others`);
}

/** Fragments make no difference, nor does how an address is written. */
function isSameAddress(one: string, other: string): boolean {
  const plain = (address: string): string =>
    withoutFragment(URL.canParse(address) ? new URL(address).href : address);
  return plain(one) === plain(other);
}

function outcomeOf({ status, post, reasons }: IntakeRow): Outcome {
  const [first = ''] = reasons;
  if (post === undefined) return { outcome: 'failed', reason: first };
  if (status === 'duplicate') return { outcome: 'duplicate', post, reason: first };
  return { outcome: 'post', post, reason: status === 'written' ? '' : `${status}: ${first}` };
}

function refuse(
  file: string,
  reason: string,
  { input, run }: { readonly input: InputFile; readonly run: IntakeRun },
): IntakeRow {
  run.messages.push(reportRule('intake-input-invalid', { reason, file }));
  return { input: input.file, status: 'skipped', reasons: [reason] };
}

async function takeCaptured(page: Resource, input: InputFile, scope: SiteScope): Promise<IntakeRow> {
  const { site, kind, run, isOneOfMany, shown } = scope;
  const isRepeated = scope.repeatsOf(page.address);
  const file = isOneOfMany ? `${input.file}: ${page.address}` : input.file;
  const named = isOneOfMany ? { address: page.address } : {};
  let read: ReadInput;
  let bytes: Uint8Array;
  try {
    bytes = await site.read(page, run.options.inputBytes);
    read = readInput(bytes, { ...run.options, file, isRepeated }, knownOf(page, kind));
  } catch (error) {
    if (!(error instanceof CaptureFlaw)) throw error;
    return { ...refuse(file, error.message, { input, run }), ...named };
  }
  const used: Resource[] = [];
  const capturedPicture = async (address: string): Promise<Uint8Array | undefined> => {
    const picture = site.pictureAt(address);
    const shows = picture && (await readPicture(picture, scope));
    if (picture && shows) used.push(picture);
    return shows;
  };
  const own = (): Promise<PageSource> => sourceOfPage({ page, bytes, pictures: used }, { input, scope });
  const row = await takePage({ input, ...named, file, read, source: own, capturedPicture }, run);
  const { post } = row;
  if (post !== undefined) for (const picture of used) if (!shown.has(picture)) shown.set(picture, post);
  return row;
}

/** Of a capture of many pages, the records of this one, where they can be cut out of it. */
async function sourceOfPage(
  page: Pick<PageToCut, 'page' | 'bytes' | 'pictures'>,
  { input, scope }: { readonly input: InputFile; readonly scope: SiteScope },
): Promise<PageSource> {
  const { site, source, isOneOfMany, run } = scope;
  if (!isOneOfMany || !run.options.copies) return source;
  const whole = { name: input.path, sha256: source.sha256 };
  const cut = await cutCapture({ ...page, site, whole, limit: run.options.inputBytes });
  return cut ? { bytes: cut, sha256: sha256Of(cut), cutOutOf: source.sha256 } : source;
}

/** The bytes of a picture; `undefined` where they are not all there: its page is whole without it. */
async function readPicture(picture: Resource, { site, run }: SiteScope): Promise<Uint8Array | undefined> {
  try {
    return await site.read(picture, run.options.imageBytes);
  } catch (error) {
    if (error instanceof CaptureFlaw) return undefined;
    throw error;
  }
}

/** Records of a WARC have an address and a date (ISO 28500 §5); what else saves pages may not say them. */
function knownOf({ address, on, digest, charset }: Resource, kind: CaptureKind): KnownOfPage {
  if (kind.startsWith('wa') && (address === '' || on === undefined))
    throw new CaptureFlaw('The page of the capture has no address or no date');
  return {
    isHtml: true,
    ...(address !== '' && { url: address }),
    ...(on !== undefined && {
      captured: { on: captureInstant(on), ...(digest !== undefined && { digest }) },
    }),
    ...(charset !== undefined && { charset }),
  };
}
