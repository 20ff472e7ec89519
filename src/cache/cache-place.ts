/** The folder of a cache, and how many bytes it may have. */
export interface CachePlace {
  /** Absolute. */
  readonly folder: string;
  readonly mostBytes: number;
}
