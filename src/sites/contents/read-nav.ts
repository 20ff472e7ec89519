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

/** The `nav` of a `mkdocs.yml`: pages in order, with or without titles of their own; the heading of an outermost list is a part. */
export function readNav(data: unknown): ContentsList {
  const found: Gathering = { pages: [], others: [] };
  addEntries(asMap(data)?.['nav'], { found, part: undefined, depth: 0 });
  return found;
}

function addEntries(entries: unknown, step: Step): void {
  for (const entry of asList(entries)) {
    const map = asMap(entry);
    if (!map) addTarget(entry, step);
    else for (const [title, target] of Object.entries(map)) addTitled(title, target, step);
  }
}

function addTitled(title: string, target: unknown, step: Step): void {
  if (typeof target === 'string') return addTarget(target, step);
  if (step.depth < deepest) addEntries(target, { ...step, part: step.part ?? title, depth: step.depth + 1 });
  return undefined;
}

function addTarget(target: unknown, { found, part }: Step): void {
  const path = asText(target);
  if (path === undefined) return;
  if (/\.(?:md|markdown)$/iu.test(path) && !/^[a-z][a-z0-9+.-]*:/iu.test(path)) addPage(found, path, part);
  else found.others.push(path);
}
