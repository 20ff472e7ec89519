import { asMap } from '../read-data.ts';
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
 * The sidebars of Docusaurus, as data: ids of pages in order; an outermost category is a part, which the page that its own link
 * names begins. Of what is generated from folders there is no list.
 */
export function readSidebars(data: unknown): ContentsList {
  const found: Gathering = { pages: [], others: [] };
  const sidebars = Object.values(asMap(data) ?? {});
  for (const sidebar of sidebars) addItems(sidebar, { found, part: undefined, depth: 0 });
  return found;
}

function addItems(items: unknown, step: Step): void {
  const short = asMap(items);
  // A map of labels to items is the short form of categories.
  if (short && short['type'] === undefined)
    for (const [label, inner] of Object.entries(short))
      addItem({ type: 'category', label, items: inner }, step);
  else for (const item of asList(items)) addItem(item, step);
}

function addItem(item: unknown, step: Step): void {
  const { found, part, depth } = step;
  if (typeof item === 'string') return addPage(found, item, part);
  const map = asMap(item) ?? {};
  if (map['type'] === undefined && depth < deepest) return addItems(map, { ...step, depth: depth + 1 });
  if (map['type'] === 'doc' || map['type'] === 'ref') return addPage(found, asText(map['id']) ?? '', part);
  if (map['type'] !== 'category') {
    found.others.push(asText(map['href']) ?? asText(map['dirName']) ?? asText(map['label']) ?? 'an entry');
    return undefined;
  }
  const below = { found, part: part ?? asText(map['label']), depth: depth + 1 };
  const link = asMap(map['link']);
  const own = link?.['type'] === 'doc' ? asText(link['id']) : undefined;
  if (own !== undefined) addPage(found, own, below.part);
  if (depth < deepest) addItems(map['items'], below);
  return undefined;
}
