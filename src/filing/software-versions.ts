import { packageVersion } from '../project/package-root.ts';
import type { SoftwareVersions } from './metadata/premis-input.ts';

/** The programs that pack a bag. */
export function softwareVersions(): SoftwareVersions {
  const { node, icu = 'none', zlib = 'none' } = process.versions;
  return { tagleaf: packageVersion(), node, icu, zlib };
}
