import { percentDecoded } from '../../characters/percent-decoded.ts';

/** What is known of the address of a page. */
export interface PageAddress {
  /** Absolute, http or https. */
  readonly url: string | undefined;
  /** What relative addresses are resolved against. */
  readonly base: string | undefined;
}

const runnable = /^(?:javascript|vbscript|data|file|blob):/iu;

/** Whether a link would run something or open a file of the reader's: browsers ignore white space in a scheme. */
export function isForbidden(address: string): boolean {
  return runnable.test(address.replace(/[\s\p{Cc}]+/gu, ''));
}

/** Whether an address holds a picture itself, as pages saved in one file have them. */
export function isPictureData(address: string): boolean {
  return /^data:image\/[a-z0-9.+-]+[;,]/iu.test(address);
}

/** A link as the post has it: absolute where the page's own address is known, places of the page as `#…`. */
export function resolveLink(address: string, page: PageAddress, targets: ReadonlySet<string>): string {
  const written = address.trim();
  if (written.startsWith('#') && targets.has(percentDecoded(written.slice(1)))) return written;
  if (/^[a-z][a-z0-9+.-]*:/iu.test(written) || page.base === undefined || !URL.canParse(written, page.base))
    return written;
  return new URL(written, page.base).href;
}

/** The address if it is absolute and of the web. */
export function webAddress(address: string | undefined): string | undefined {
  const written = address?.trim() ?? '';
  return /^https?:\/\/[^\s/]/iu.test(written) && URL.canParse(written) ? written : undefined;
}
