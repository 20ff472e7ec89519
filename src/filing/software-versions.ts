import { packageVersion } from '../project/package-root.ts';
import type { SoftwareVersions } from './metadata/premis-input.ts';

/** The programs that pack a bag. */
export function softwareVersions(): SoftwareVersions {
  return { tagleaf: packageVersion(), node: process.versions.node, icu: process.versions['icu'] ?? 'none' };
}
