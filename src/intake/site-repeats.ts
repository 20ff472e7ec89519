import { CaptureFlaw } from '../captures/unpack.ts';
import type { Resource } from '../captures/resource.ts';
import type { CapturedSite } from './captured-site.ts';
import { findRepeated, type IsRepeated } from './html/repeated-blocks.ts';
import { declaredEncoding, decodeInput } from './input/decode-input.ts';
import type { IntakeOptions } from './intake-options.ts';

/** So many pages of a host are looked at, from its first to its last. */
const mostLookedAt = 40;

/** What the pages of each host of a capture repeat, asked by the address of a page. */
export async function findSiteRepeats(
  site: CapturedSite,
  options: Pick<IntakeOptions, 'inputBytes' | 'encoding'>,
): Promise<(address: string) => IsRepeated> {
  const byHost = new Map<string, Resource[]>();
  for (const page of site.pages) {
    const pages = byHost.get(hostOf(page.address)) ?? [];
    byHost.set(hostOf(page.address), pages);
    pages.push(page);
  }
  const repeats = new Map<string, IsRepeated>();
  for (const [host, pages] of byHost) {
    const texts: string[] = [];
    for (const page of sample(pages)) {
      const text = await textOf(page, { site, options });
      if (text !== undefined) texts.push(text);
    }
    repeats.set(host, findRepeated(texts));
  }
  return (address) => repeats.get(hostOf(address)) ?? (() => false);
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}

/** Evenly spread, so that what only one part of a site repeats does not count for all of it. */
function sample(pages: readonly Resource[]): readonly Resource[] {
  if (pages.length <= mostLookedAt) return pages;
  return Array.from(
    { length: mostLookedAt },
    (_, at) => pages[Math.floor((at * pages.length) / mostLookedAt)],
  ).filter((page) => page !== undefined);
}

async function textOf(
  page: Resource,
  {
    site,
    options,
  }: { readonly site: CapturedSite; readonly options: Pick<IntakeOptions, 'inputBytes' | 'encoding'> },
): Promise<string | undefined> {
  try {
    const bytes = await site.read(page, options.inputBytes);
    const declared = page.charset ?? declaredEncoding(bytes);
    const decoded = decodeInput(bytes, { declared, given: options.encoding });
    return 'problem' in decoded ? undefined : decoded.text;
  } catch (error) {
    // That it cannot be read is told when it is taken in.
    if (error instanceof CaptureFlaw) return undefined;
    throw error;
  }
}
