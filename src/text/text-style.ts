/** What decides the shape of text: everything else (colour, underline) belongs to the run, not to the glyphs. */
export interface TextStyle {
  readonly role: 'text' | 'heading' | 'code';
  readonly bold: boolean;
  readonly italic: boolean;
  readonly sizePt: number;
  /** BCP 47; chooses language-specific glyph forms. */
  readonly lang: string;
}
