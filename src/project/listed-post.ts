/** A post that a generator's list of contents names. */
export interface ListedPost {
  readonly path: string;
  /** The heading of the part that it stands in. */
  readonly part?: string;
}
