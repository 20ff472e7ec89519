import { fileURLToPath } from 'node:url';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { sha256Of } from '../files/digest.ts';

/** Bytes by their SHA-256, in a place that several machines reach. */
export interface ContentStore {
  /** Where it is, for people: without what is secret. */
  readonly shown: string;
  /**
   * Keeps bytes, and gives their digest: when that is done they are there and whole, whatever was there before.
   *
   * @throws ResourceError where they cannot be kept.
   */
  readonly put: (bytes: Uint8Array) => Promise<string>;
  /**
   * The bytes of a digest; `undefined` where they are not there, or what is there has another digest.
   *
   * @throws ResourceError where the place cannot be reached.
   */
  readonly get: (sha256: string) => Promise<Uint8Array | undefined>;
}

/** A place of bytes by names, which need not be told the truth about. */
export interface BytePlace {
  readonly shown: string;
  /** Whether these bytes are there under the name. A wrong `true` is a loss, so it is looked at as well as the place can. */
  readonly holds: (name: string, bytes: Uint8Array) => Promise<boolean>;
  /** Writes a whole object or none. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
  /** `undefined` where there is none. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
}

const isDigest = /^[0-9a-f]{64}$/u;

/** The store of a place: every digest is counted, on the way in and out. */
export function contentStore(place: BytePlace): ContentStore {
  return {
    shown: place.shown,
    put: async (bytes) => {
      const sha256 = sha256Of(bytes);
      const name = nameOf(sha256);
      if (!(await place.holds(name, bytes))) await place.write(name, bytes);
      return sha256;
    },
    get: async (sha256) => {
      // It comes from others, and becomes part of a path.
      if (!isDigest.test(sha256)) return undefined;
      const bytes = await place.read(nameOf(sha256));
      return bytes && sha256Of(bytes) === sha256 ? bytes : undefined;
    },
  };
}

function nameOf(sha256: string): string {
  return `sha256/${sha256.slice(0, 2)}/${sha256.slice(2)}`;
}

/**
 * The store of an address: `file:///folder` or `s3://bucket/prefix`.
 *
 * @throws UsageError for another address, or where the package of S3 is not installed.
 */
export async function openContentStore(address: string): Promise<ContentStore> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.username || url?.password) {
    throw new UsageError('the address of a store holds no credentials: S3 takes them from the environment');
  }
  if (url?.protocol === 'file:') {
    const { folderPlace } = await import('./folder-place.ts');
    return contentStore(folderPlace(folderOf(url)));
  }
  if (url?.protocol === 's3:') {
    const { bucketPlace } = await import('./bucket-place.ts');
    return contentStore(await bucketPlace(url));
  }
  throw new UsageError('--store-url takes file:///folder or s3://bucket/prefix');
}

function folderOf(url: URL): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new UsageError('--store-url takes a folder of this machine as file:///folder');
  }
}

/**
 * The bytes of a digest that have to be there.
 *
 * @throws ResourceError where they are not, or are damaged.
 */
export async function getWhole(store: ContentStore, sha256: string): Promise<Uint8Array> {
  const bytes = await store.get(sha256);
  if (bytes) return bytes;
  throw new ResourceError(`${sha256} is not in ${store.shown}, or is damaged there`, { path: store.shown });
}
