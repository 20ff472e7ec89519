/** What is asked of every batch. */
export type Check = 'defect' | 'hang' | 'lost' | 'neighbour' | 'ua1' | '2a' | 'epubcheck' | 'words';

/** Something that a check has against an input; without `stem`, against the batch. */
export interface Finding {
  readonly check: Check;
  readonly stem?: string;
  readonly what: string;
}
