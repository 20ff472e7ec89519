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
  /** What a font needs at most (OpenType, maxp table). */
  export interface GlyphLimits {
    readonly maxPoints: number;
    readonly maxContours: number;
    readonly maxCompositePoints: number;
    readonly maxCompositeContours: number;
    readonly maxComponentElements: number;
    readonly maxComponentDepth: number;
  }

  export interface FontProgram {
    readonly maxp: GlyphLimits;
    getGlyph(id: number): {
      readonly advanceWidth: number;
      readonly bbox: {
        readonly minX: number;
        readonly minY: number;
        readonly maxX: number;
        readonly maxY: number;
      };
    };
  }

  /** A subset of a font while it is gathered, and the tables of TrueType outlines while it is written. */
  export interface GlyphSubset {
    font: FontProgram;
    readonly mapping: Record<number, number | undefined>;
    readonly glyphs: number[];
    readonly glyf: Uint8Array[];
    readonly loca: { readonly offsets: number[] };
    readonly hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] };
    offset: number;
    includeGlyph(id: number): number;
    _addGlyph(id: number): number;
  }

  export interface EmbeddedFont {
    readonly id: string;
    readonly scale: number;
    readonly font: FontProgram;
    readonly subset: GlyphSubset;
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
declare module 'fontkit' {
  export function create(bytes: Uint8Array): object;
}
