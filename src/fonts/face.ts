/**
 * What a face is for: running text, headings where they have their own, fixed-width text, signs that the others lack (no words: those need shaping that a face
 * of signs does not have), or a further script.
 */
export type FaceRole = 'text' | 'heading' | 'code' | 'symbols' | 'fallback';

/** One static font file that can be used. Its bytes are read when it is first needed (`openFace`). */
export interface Face {
  /** Unique among the faces of a run and the same on every machine, for instance `noto-sans/NotoSans_700Bold`. */
  readonly id: string;
  /** The TrueType file. */
  readonly path: string;
  readonly role: FaceRole;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Of a face that is used for some scripts alone: their names (UAX 24). */
  readonly scripts?: readonly string[];
  /** The languages for which it comes before other faces of its scripts; for all others it comes after them. */
  readonly languages?: RegExp;
}

/** The faces that a theme names, each an npm package that ships static TTF files, or a folder of the project. */
export interface NamedFonts {
  readonly text?: string | undefined;
  readonly headings?: string | undefined;
  readonly mono?: string | undefined;
}

/** The faces of a run. Within a role and style, earlier faces are tried first. */
export interface Fonts {
  readonly faces: readonly Face[];
}
