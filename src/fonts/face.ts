/**
 * What a face is for: running text, fixed-width text, signs that the others lack (no words: those need shaping that a face
 * of signs does not have), or a further script.
 */
export type FaceRole = 'text' | 'code' | 'symbols' | 'fallback';

/** One static font file that can be used. Its bytes are read when it is first needed (`openFace`). */
export interface Face {
  /** Unique among the faces of a run and the same on every machine, for instance `noto-sans/NotoSans_700Bold`. */
  readonly id: string;
  /** The TrueType file. */
  readonly path: string;
  readonly role: FaceRole;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** The faces of a run. Within a role and style, earlier faces are tried first. */
export interface Fonts {
  readonly faces: readonly Face[];
}
