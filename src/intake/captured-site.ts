import type { Capture, Resource } from '../captures/resource.ts';
import { CaptureFlaw } from '../captures/unpack.ts';
import { unpackedLimitOf } from '../captures/unpacked-limit.ts';
import { readPlayback } from './input/playback-address.ts';

/** What a capture holds, by what can become of it. */
export interface CapturedSite {
  /** All that was captured, in its order. */
  readonly contents: readonly Resource[];
  readonly pages: readonly Resource[];
  /** Why what follows could not be read, where the capture is damaged. */
  readonly flaw?: string;
  /**
   * The body of one of them.
   *
   * @throws CaptureFlaw where it cannot be read, or the capture unpacks to more than it may.
   */
  readonly read: (resource: Resource, limit: number) => Promise<Uint8Array>;
  /** The first picture by an address. */
  readonly pictureAt: (address: string) => Resource | undefined;
  /** The first style sheet by an address. */
  readonly styleAt: (address: string) => Resource | undefined;
  /** What was asked for an address, and what else the capture tells of it. */
  readonly tellingOf: (address: string) => readonly Resource[];
  /** What was captured before with the same digest: what repeats it has no body of its own. */
  readonly originalOf: (resource: Resource) => Resource | undefined;
}

/** Lists what a capture holds; of many bytes no body is read. */
export async function listSite({ resources }: Capture, captureBytes: number): Promise<CapturedSite> {
  const contents: Resource[] = [];
  const telling = new Map<string, Resource[]>();
  let flaw: string | undefined;
  try {
    for await (const resource of resources) {
      if (resource.role === 'content') contents.push(resource);
      else if (resource.address !== '') addTo(telling, resource.address, resource);
    }
  } catch (error) {
    if (!(error instanceof CaptureFlaw)) throw error;
    flaw = error.message;
  }
  const pictures = firstBy(contents.filter(isPicture), addressesOf);
  const styles = firstBy(contents.filter(isStyle), addressesOf);
  const originals = firstBy(contents, ({ digest = '' }) => [digest]);
  let left = unpackedLimitOf(captureBytes);
  return {
    contents,
    pages: contents.filter(isPage),
    ...(flaw !== undefined && { flaw }),
    read: async (resource, limit) => {
      if (left <= 0) throw new CaptureFlaw('The capture unpacks to more than it may');
      // What cannot be unpacked takes as long as what can.
      left -= limit;
      const bytes = await resource.body(limit);
      left += limit - bytes.length;
      return bytes;
    },
    pictureAt: (address) => pictures.get(withoutFragment(address)),
    styleAt: (address) => styles.get(withoutFragment(address)),
    tellingOf: (address) => telling.get(address) ?? [],
    originalOf: (resource) => {
      const original = resource.digest === undefined ? undefined : originals.get(resource.digest);
      return original === resource ? undefined : original;
    },
  };
}

function addTo(lists: Map<string, Resource[]>, key: string, resource: Resource): void {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  list.push(resource);
}

function firstBy(
  resources: readonly Resource[],
  keysOf: (resource: Resource) => readonly string[],
): ReadonlyMap<string, Resource> {
  const first = new Map<string, Resource>();
  for (const resource of resources)
    for (const key of keysOf(resource)) if (key !== '' && !first.has(key)) first.set(key, resource);
  return first;
}

/** Where it was captured, and what a page played back was captured from. */
function addressesOf({ address }: Resource): readonly string[] {
  return [address, readPlayback(address)?.address ?? ''].map(withoutFragment);
}

/** Whether it is a page as a server sent it for good. */
export function isPage({ status, type, isFrame }: Resource): boolean {
  if (isFrame) return false;
  return (status === undefined || status === 200) && /^(?:text\/html|application\/xhtml\+xml)$/u.test(type);
}

/** Whether it is a picture as a server sent it for good. */
export function isPicture({ status, type }: Resource): boolean {
  return (status === undefined || status === 200) && type.startsWith('image/');
}

function isStyle({ status, type }: Resource): boolean {
  return (status === undefined || status === 200) && type === 'text/css';
}

/** An address without the place on its page. */
export function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? '';
}
