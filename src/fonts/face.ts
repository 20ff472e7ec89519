/** One font file that was opened. */
export interface Face {
  /** Unique among the faces of a run, for instance `atkinson-hyperlegible-next/700Bold`. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** The faces of a run in the order of fallback. */
export interface Fonts {
  readonly faces: readonly Face[];
}
