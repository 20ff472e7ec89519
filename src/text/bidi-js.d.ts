/** What is used of the package; its own types describe an ES module, which it is not under Node. */
declare module 'bidi-js' {
  interface EmbeddingLevels {
    /** One level for each UTF-16 unit. */
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  }

  export default function bidiFactory(): {
    readonly getEmbeddingLevels: (text: string, baseDirection: 'ltr' | 'rtl' | 'auto') => EmbeddingLevels;
  };
}
