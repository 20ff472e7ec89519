import type { SiteData } from './read-data.ts';

/** The folder of the pages of a site of MkDocs, seen from its configuration. */
export function docsFolder({ docs_dir: folder }: SiteData): string {
  return typeof folder === 'string' && folder.trim() !== '' ? folder.trim() : 'docs';
}
