/** A page that a generator's list of contents names. */
export interface ListedPage {
  /** As it is written: relative to the folder of the list, or the id of a page of Docusaurus. */
  readonly path: string;
  /** The heading of the part that it stands in. */
  readonly part?: string;
  /** Whether it is a folder all of whose pages are meant, in the order of Docusaurus (`generatedOrder`). */
  readonly isFolder?: true;
}

/** The contents of a site, in order. */
export interface ContentsList {
  readonly pages: readonly ListedPage[];
  /** Entries that name no page of the site: addresses, chapters yet to be written, lists that a program makes. */
  readonly others: readonly string[];
}

/** What a walk over a list gathers. */
export interface Gathering {
  readonly pages: ListedPage[];
  readonly others: string[];
}

/** Where a walk over a list stands: under the heading of which part, and how deep. */
export interface Step {
  readonly found: Gathering;
  readonly part: string | undefined;
  readonly depth: number;
}

/** Adds a page to what was gathered. */
export function addPage({ pages }: Gathering, path: string, part: string | undefined): void {
  pages.push({ path, ...(part !== undefined && part !== '' && { part }) });
}

/** Nothing that people write is nested deeper. */
export const deepest = 50;

/** A value as text that is not empty. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A value as a list of values: those of a list, or itself. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  // What `isArray` finds is an array of anything.
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}
