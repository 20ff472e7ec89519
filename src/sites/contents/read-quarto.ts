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
 * The chapters of a `_quarto.yml`: `book.chapters` and `book.appendices` with their parts, else the contents of the sidebar of a
 * website with its sections. A part may be called by a page, which then begins it.
 */
export function readQuarto(data: unknown): ContentsList {
  const found: Gathering = { pages: [], others: [] };
  const book = asMap(asMap(data)?.['book']);
  const sidebars = asList(asMap(asMap(data)?.['website'])?.['sidebar']);
  const lists = book
    ? [...asList(book['chapters']), ...asList(book['appendices'])]
    : sidebars.flatMap((sidebar) => asList(asMap(sidebar)?.['contents']));
  for (const entry of lists) addEntry(entry, { found, part: undefined, depth: 0 });
  return found;
}

const isPage = (text: string): boolean => /\.(?:qmd|md|markdown|ipynb|rmd)$/iu.test(text);

function addEntry(entry: unknown, { found, part, depth }: Step): void {
  const map = typeof entry === 'string' ? { file: entry } : (asMap(entry) ?? {});
  const file = asText(map['file']) ?? asText(map['href']);
  if (file !== undefined && isPage(file)) addPage(found, file, part);
  else if (file !== undefined) found.others.push(file);
  const head = asText(map['part']) ?? asText(map['section']);
  const own = head !== undefined && isPage(head);
  if (own) addPage(found, head, part);
  if (depth >= deepest) return;
  const below = { found, part: part ?? (own ? undefined : head), depth: depth + 1 };
  for (const key of ['chapters', 'contents']) for (const each of asList(map[key])) addEntry(each, below);
}
