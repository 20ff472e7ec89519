/** What the bytes of a picture say of it, or why it cannot be used. */
export type ImageInspection =
  | {
      readonly state: 'good';
      readonly mediaType: 'image/png' | 'image/jpeg';
      readonly widthPx: number;
      readonly heightPx: number;
      readonly orientation: number;
    }
  | { readonly state: 'broken'; readonly why: string }
  | { readonly state: 'unsupported'; readonly why: string }
  | { readonly state: 'too-large'; readonly why: string };

/** Shorthand for a picture whose bytes are damaged. */
export function broken(why: string): ImageInspection {
  return { state: 'broken', why };
}

/** Shorthand for a sound picture that an output cannot carry. */
export function unsupported(why: string): ImageInspection {
  return { state: 'unsupported', why };
}

/** `too-large` where a picture has more pixels than allowed; asked before anything is decompressed. */
export function checkPixels(widthPx: number, heightPx: number, limit: number): ImageInspection | undefined {
  if (widthPx * heightPx <= limit) return undefined;
  return { state: 'too-large', why: `${widthPx} × ${heightPx} pixels, more than ${limit}` };
}
