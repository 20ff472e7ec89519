/** A standard that a PDF says it conforms to. */
export interface PdfClaim {
  /** For instance `PDF/UA-1`. */
  readonly name: string;
  /** What veraPDF calls it. */
  readonly flavour: string;
}

/** What a colophon says of the PDF. */
export interface PdfFacts {
  readonly claims: readonly PdfClaim[];
  /** The families of the faces that it is set in, in order of use. */
  readonly typefaces: readonly string[];
}
