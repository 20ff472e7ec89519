import { gzipSync } from 'fflate';
import type { Resource } from '../captures/resource.ts';
import { CaptureFlaw } from '../captures/unpack.ts';
import { sha256Of } from '../files/digest.ts';
import { appendAll } from '../lists/append-all.ts';
import { withoutFragment, type CapturedSite } from './captured-site.ts';

/** A page of a capture of many, and what it shows. */
export interface PageToCut {
  readonly page: Resource;
  /** As it was read. */
  readonly bytes: Uint8Array;
  readonly pictures: readonly Resource[];
  readonly site: CapturedSite;
  /** The capture of many: its name, and its SHA-256. */
  readonly whole: { readonly name: string; readonly sha256: string };
  /** A larger style sheet or capture of a page is not cut out. */
  readonly limit: number;
}

/**
 * The records of one page as a WARC of its own, each in gzip (ISO 28500 annex D): what was asked and answered for the page, for the
 * pictures that its post shows and for its style sheets, behind a record that names the whole capture and its digest. `undefined` where
 * the capture is no WARC, or the records are too large: then the whole one is the capture of the page.
 */
export async function cutCapture(cut: PageToCut): Promise<Uint8Array | undefined> {
  const { page, pictures, site, limit } = cut;
  const shown = [page, ...pictures, ...(await stylesOf(cut))];
  const kept: Resource[] = [];
  for (const resource of new Set(shown)) {
    appendAll(kept, site.tellingOf(resource.address));
    const original = site.originalOf(resource);
    if (original) kept.push(original);
    kept.push(resource);
  }
  const records: Uint8Array[] = [cutRecord(cut)];
  let left = limit;
  for (const { raw } of new Set(kept)) {
    const record = await raw?.();
    if (record === undefined || record.length > left) return undefined;
    left -= record.length;
    records.push(record);
  }
  return Buffer.concat(records.map((record) => gzipSync(record, { mtime: 0 })));
}

const reference = /<link\s[^<>]{0,2000}>/giu;
const relation = /\srel\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/iu;

/** The style sheets that a page names and that were captured whole. */
async function stylesOf({ page, bytes, site, limit }: PageToCut): Promise<readonly Resource[]> {
  const text = Buffer.from(bytes).toString('latin1');
  const found: Resource[] = [];
  for (const [tag] of text.matchAll(reference)) {
    const href = /\shref\s*=\s*["']?([^"'\s>]+)/iu.exec(tag)?.[1]?.replaceAll('&amp;', '&');
    const kinds = relation.exec(tag)?.slice(1).join('') ?? '';
    if (href === undefined || !/stylesheet/iu.test(kinds)) continue;
    if (!URL.canParse(href, page.address)) continue;
    const style = site.styleAt(new URL(href, page.address).href);
    if (style && (await isWhole(style, site, limit))) found.push(style);
  }
  return found;
}

async function isWhole(resource: Resource, site: CapturedSite, limit: number): Promise<boolean> {
  try {
    await site.read(resource, limit);
    return true;
  } catch (error) {
    if (error instanceof CaptureFlaw) return false;
    throw error;
  }
}

/** The record that says what the file is and what it was cut from; its time is that of the page, since a clock would make others. */
function cutRecord({ page, whole: { name: written, sha256 } }: PageToCut): Uint8Array {
  const name = written.replace(/\p{Cc}/gu, ' ');
  const digest = sha256Of(`${sha256} ${page.address} ${page.on ?? ''}`);
  const id = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
  ];
  const block = Buffer.from(
    `format: WARC File Format 1.0\r\n` +
      `description: Records of ${withoutFragment(page.address)}, cut out of ${name}\r\n` +
      `isPartOf: ${name} (SHA-256 ${sha256})\r\n`,
  );
  const head =
    `WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Date: ${page.on ?? ''}\r\n` +
    `WARC-Record-ID: <urn:uuid:${id.join('-')}-${digest.slice(20, 32)}>\r\n` +
    `Content-Type: application/warc-fields\r\nContent-Length: ${block.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]);
}
