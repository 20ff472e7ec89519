import { packageVersion } from './package-root.ts';

/** The programs that make files, as far as files may be other ones by them. */
export interface SoftwareVersions {
  readonly tagleaf: string;
  readonly node: string;
  readonly icu: string;
  /** By which EPUBs are pressed. */
  readonly zlib: string;
}

/** Those of this process. */
export function softwareVersions(): SoftwareVersions {
  const { node, icu = 'none', zlib = 'none' } = process.versions;
  return { tagleaf: packageVersion(), node, icu, zlib };
}
