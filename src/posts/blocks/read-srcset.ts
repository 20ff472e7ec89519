/** One of the forms of a picture. */
export interface Candidate {
  readonly address: string;
  /** Its width in pixels, or how many of them stand for one of the page; 0 where it is not told. */
  readonly size: number;
}

/** The forms that a `srcset` lists (HTML, §4.8.4.2.1): addresses, each with a width or a density behind it. */
export function readSrcset(written: string): readonly Candidate[] {
  const found: { address: string; size: number }[] = [];
  let isOpen = false;
  for (const word of written.split(/\s+/u)) {
    const value = word.replace(/^,+|(?<!,),+$/gu, '');
    const size = /^(\d+(?:\.\d+)?)[wx]$/u.exec(value)?.[1];
    const last = found.at(-1);
    if (isOpen && last && size !== undefined) last.size = Number(size);
    else if (value !== '' && !isOpen) found.push({ address: value, size: 0 });
    isOpen = !word.endsWith(',');
  }
  return found;
}
