import type { FontProgram } from 'pdfkit';
import { InternalError } from '../../diagnostics/errors.ts';
import { tablesOf, viewsOf } from '../../fonts/font-tables.ts';
import type { OpenFace } from '../../fonts/open-face.ts';
import { createSubset } from './create-subset.ts';
import { advanceOf, tableOf } from './font-views.ts';

/** Id of the name that PostScript knows a font by (OpenType, `name`). */
const postScriptName = 6;

/** Bits of `head`: the style is slanted. */
const slanted = 0x0002;

/** Faces as pdfkit embeds them live as long as ours. */
const programs = new WeakMap<OpenFace, FontProgram>();

/**
 * What pdfkit asks of a font, read from the tables of a TrueType file: it would load a library to shape text and decode outlines
 * for that. Lengths are in font units (ISO/IEC 14496-22 §5).
 */
export function fontProgramOf(face: OpenFace): FontProgram {
  const known = programs.get(face);
  if (known) return known;
  const program = readProgram(face);
  programs.set(face, program);
  return program;
}

function readProgram({ bytes, face, font }: OpenFace): FontProgram {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = viewsOf(file, tablesOf(file) ?? new Map());
  const [head, hhea, post] = [tableOf(tables, 'head'), tableOf(tables, 'hhea'), tableOf(tables, 'post')];
  const os2 = tables.get('OS/2');
  // Heights of letters are there since its version 2.
  const heights = os2 && os2.getUint16(0) >= 2 ? os2 : undefined;
  const ascent = hhea.getInt16(4);
  return {
    postscriptName: font.face.getName(postScriptName, 'en'),
    unitsPerEm: head.getUint16(18),
    ascent,
    descent: hhea.getInt16(6),
    lineGap: hhea.getInt16(8),
    xHeight: heights?.getInt16(86) ?? 0,
    capHeight: heights?.getInt16(88) ?? (os2 ? 0 : ascent),
    bbox: {
      minX: head.getInt16(36),
      minY: head.getInt16(38),
      maxX: head.getInt16(40),
      maxY: head.getInt16(42),
    },
    italicAngle: post.getInt32(4) / 0x1_0000,
    post: { isFixedPitch: post.getUint32(12) },
    head: { macStyle: { italic: (head.getUint16(44) & slanted) !== 0 } },
    'OS/2': os2 && { sFamilyClass: os2.getInt16(30) },
    getGlyph: (id) => ({ advanceWidth: advanceOf(tables, id) }),
    createSubset: () => createSubset(tables, face.path),
    layout: () => {
      throw new InternalError('text is shaped before it comes to pdfkit', { stage: 'pdf' });
    },
  };
}
