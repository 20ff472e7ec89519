import { asMap, type SiteData } from '../read-data.ts';
import {
  addPage,
  asList,
  asText,
  deepest,
  type ContentsList,
  type Gathering,
  type Step,
} from './contents-list.ts';

/**
 * The `toc` of MyST (`project.toc` of `myst.yml`) and the `_toc.yml` of Jupyter Book, with `root`, `parts` and their `caption`,
 * `chapters` and `sections`. A title that has children and no file of its own is a part, and so is the outermost one alone.
 */
export function readToc(data: unknown): ContentsList {
  const found: Gathering = { pages: [], others: [] };
  const map = asMap(data);
  const toc = map?.['root'] === undefined ? tocOf(map) : [map];
  addEntries(asList(toc), { found, part: undefined, depth: 0 });
  return found;
}

function tocOf(map: SiteData | undefined): unknown {
  return asMap(map?.['project'])?.['toc'] ?? map?.['toc'];
}

function addEntries(entries: readonly unknown[], step: Step): void {
  for (const entry of entries) addEntry(entry, step);
}

function addEntry(entry: unknown, { found, part, depth }: Step): void {
  const map = typeof entry === 'string' ? { file: entry } : (asMap(entry) ?? {});
  const file = asText(map['file']) ?? asText(map['root']);
  const title = asText(map['title']) ?? asText(map['caption']);
  if (file !== undefined) addPage(found, file, part);
  const other = asText(map['url']) ?? asText(map['glob']) ?? asText(map['pattern']);
  if (other !== undefined) found.others.push(other);
  if (depth >= deepest) return;
  const heads = file === undefined ? title : undefined;
  const below = { found, part: part ?? heads, depth: depth + 1 };
  for (const key of ['children', 'chapters', 'parts', 'sections', 'entries', 'subtrees'])
    addEntries(asList(map[key]), below);
}
