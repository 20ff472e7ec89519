/** The sha256 of outputs by their names. */
export type Digests = ReadonlyMap<string, string>;

export function digestFolder(folder: string, fold?: (path: string) => string): Digests;
export function formatList(digests: Digests): string;
export function parseList(text: string): Digests;
export function compareLists(expected: Digests, found: Digests): readonly string[];
export function splitByJobs(
  digests: Digests,
  jobs: readonly string[],
): { readonly of: Digests; readonly others: Digests };
