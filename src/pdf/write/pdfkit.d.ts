/** The part of pdfkit 0.20.2 that the adapter uses, private members included: the package ships no types. */
declare module 'pdfkit' {
  /** What is written as a string: a plain one is written as a name. */
  // oxlint-disable-next-line typescript/no-wrapper-object-types -- pdfkit tells the two apart by it
  export type StringObject = String;

  export interface PdfReference {
    data: Record<string, unknown>;
    compress: boolean;
    readonly id: number;
    write(chunk: Uint8Array | string): void;
    end(chunk?: Uint8Array | string): void;
  }

  /** What png-js makes of a PNG; `decodePixels` inflates on another thread. */
  export interface DecodablePng {
    readonly width: number;
    readonly height: number;
    readonly pixelBitlength: number;
    /** A name, or an array that begins with one. */
    colorSpace: unknown;
    decodePixels: (use: (pixels: Uint8Array) => void) => void;
  }
  /** What pdfkit asks of a font; lengths in font units. */
  export interface FontProgram {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    readonly xHeight: number;
    readonly capHeight: number;
    readonly bbox: {
      readonly minX: number;
      readonly minY: number;
      readonly maxX: number;
      readonly maxY: number;
    };
    /** Degrees. */
    readonly italicAngle: number;
    readonly post: { readonly isFixedPitch: number };
    readonly head: { readonly macStyle: { readonly italic: boolean } };
    readonly 'OS/2': { readonly sFamilyClass: number } | undefined;
    getGlyph(id: number): { readonly advanceWidth: number };
    createSubset(): FontSubset;
    /** By this pdfkit tells a font from a file. */
    layout(): never;
  }

  /** A subset of a font while it is gathered: of its members pdfkit calls `encode`. */
  export interface FontSubset {
    /** The code of a glyph: a further one where it is asked for again. */
    addGlyph(id: number): number;
    /** The code of a further glyph that draws these in their places (font units), or nothing. */
    addComposed(drawing: {
      readonly parts: readonly { readonly id: number; readonly x: number; readonly y: number }[];
      readonly advance: number;
    }): number;
    encode(): Uint8Array;
  }

  export interface EmbeddedFont {
    readonly id: string;
    readonly scale: number;
    readonly font: FontProgram;
    readonly subset: FontSubset;
    readonly widths: number[];
    readonly unicode: (number[] | undefined)[];
    /** What writes the CMap of `unicode` when the file ends. */
    toUnicodeCmap: () => PdfReference;
    ref(): PdfReference;
  }

  export interface PdfPage {
    readonly dictionary: PdfReference;
    readonly fonts: Record<string, PdfReference>;
    readonly xobjects: Record<string, PdfReference>;
    readonly annotations: PdfReference[];
  }

  export default class PDFDocument {
    constructor(options: Record<string, unknown>);
    readonly page: PdfPage;
    readonly info: Record<string, unknown>;
    _root: PdfReference;
    _info: PdfReference;
    /** Of each object from number 1; `null` for one that has not been written. */
    _offsets: (number | null)[];
    /** How many bytes were written. */
    _offset: number;
    _font: EmbeddedFont;
    _write(data: Uint8Array | string): void;
    _refEnd(ref: PdfReference): void;
    _finalize(): void;
    push(chunk: Uint8Array | null): boolean;
    endMetadata(): void;
    endMarkings(): void;
    ref(data?: Record<string, unknown> | StringObject): PdfReference;
    addPage(options?: Record<string, unknown>): this;
    addContent(content: Uint8Array | string): this;
    font(font: unknown, key: string): this;
    image(bytes: Uint8Array | string, x: number, y: number, options: Record<string, unknown>): this;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: unknown) => void): this;
    end(): void;
    _imageRegistry: Record<string, unknown>;
    openImage(bytes: Uint8Array): {
      readonly width: number;
      readonly height: number;
      orientation: number;
      colorSpace?: unknown;
      image?: DecodablePng;
      /** The object of one that is written. */
      obj: PdfReference | null;
    };
  }
}
