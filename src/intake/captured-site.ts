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
}

/** Lists what a capture holds; of many bytes no body is read. */
export async function listSite({ resources }: Capture, captureBytes: number): Promise<CapturedSite> {
  const contents: Resource[] = [];
  let flaw: string | undefined;
  try {
    for await (const resource of resources) if (resource.role === 'content') contents.push(resource);
  } catch (error) {
    if (!(error instanceof CaptureFlaw)) throw error;
    flaw = error.message;
  }
  const pictures = new Map<string, Resource>();
  for (const resource of contents) {
    if (!isPicture(resource)) continue;
    for (const address of [resource.address, readPlayback(resource.address)?.address ?? '']) {
      const key = withoutFragment(address);
      if (key !== '' && !pictures.has(key)) pictures.set(key, resource);
    }
  }
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
  };
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

/** An address without the place on its page. */
export function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? '';
}
