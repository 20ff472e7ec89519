import * as hb from 'harfbuzzjs';
import { readRegularFileSync } from '../files/regular-file.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import { checkFontFile } from './check-font-file.ts';
import type { Face } from './face.ts';

/** A face whose bytes were read. Lengths are in thousandths of the font size. */
export interface OpenFace {
  readonly face: Face;
  /** What its typeface is called; empty where the file does not say it. */
  readonly family: string;
  readonly bytes: Uint8Array;
  readonly font: hb.Font;
  /** Thousandths of the font size per font unit. */
  readonly scale: number;
  readonly ascent: number;
  readonly descent: number;
  readonly hasGlyph: (codePoint: number) => boolean;
  /** The shape of a glyph as a path of SVG in font units, empty where it has none. */
  readonly outlineOf: (glyph: number) => string;
  /** Whether its outlines are those of TrueType, which can be composed of others. */
  readonly composable: boolean;
}

/** Ids of the table of names (OpenType, `name`): a family of four styles, and of any number where that is not all. */
const family = 1;
const typographicFamily = 16;

/** Opened faces live as long as the faces of the run that asked for them. */
const opened = new WeakMap<Face, OpenFace>();

/**
 * Reads and opens a face, once.
 * @throws ResourceError where the file cannot be read, is damaged, or its licence bits forbid embedding (ISO 14289-1 §7.21.4.1).
 */
export function openFace(face: Face): OpenFace {
  const known = opened.get(face);
  if (known) return known;
  const open = readFace(face);
  opened.set(face, open);
  return open;
}

function readFace(face: Face): OpenFace {
  let bytes: Uint8Array;
  try {
    bytes = readRegularFileSync(face.path);
  } catch (cause) {
    throw new ResourceError(`The font ${face.path} cannot be read.`, { path: face.path, cause });
  }
  checkFontFile(bytes, face.path);
  const hbFace = new hb.Face(new hb.Blob(bytes), 0);
  checkEmbedding(hbFace, face);
  const font = new hb.Font(hbFace);
  const scale = 1000 / hbFace.upem;
  const extents = font.hExtents();
  const covered = new Map<number, boolean>();
  const hasGlyph = (codePoint: number): boolean => {
    let has = covered.get(codePoint);
    if (has === undefined) {
      has = (font.nominalGlyph(codePoint) ?? 0) !== 0;
      covered.set(codePoint, has);
    }
    return has;
  };
  const outlines = new Map<number, string>();
  const outlineOf = (glyph: number): string => {
    let outline = outlines.get(glyph);
    if (outline === undefined) outlines.set(glyph, (outline = font.glyphToPath(glyph)));
    return outline;
  };
  return {
    face,
    family: hbFace.getName(typographicFamily, 'en') || hbFace.getName(family, 'en'),
    bytes,
    font,
    scale,
    ascent: extents.ascender * scale,
    descent: -extents.descender * scale,
    hasGlyph,
    outlineOf,
    composable: (hbFace.referenceTable('glyf')?.length ?? 0) > 0,
  };
}

/** OS/2 fsType: bit 1 (restricted licence), bit 8 (no subsetting) and bit 9 (bitmaps only) forbid what we do. */
function checkEmbedding(face: hb.Face, source: Face): void {
  const table = face.referenceTable('OS/2');
  const fsType = table && table.length >= 10 ? ((table[8] ?? 0) << 8) | (table[9] ?? 0) : 0;
  if ((fsType & 0x302) !== 0) {
    throw new ResourceError(`The licence bits of the font ${source.path} forbid embedding a subset.`, {
      path: source.path,
    });
  }
}
