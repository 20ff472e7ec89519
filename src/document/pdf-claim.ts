/** A standard that a PDF says it conforms to. */
export interface PdfClaim {
  /** For instance `PDF/UA-1`. */
  readonly name: string;
  /** What veraPDF calls it. */
  readonly flavour: string;
}
