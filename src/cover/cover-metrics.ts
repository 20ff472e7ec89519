/**
 * What a cover is drawn by, in one table. The unit is in the name: `Px` pixels, from the top of the cover or, in the leaf, from
 * its middle; `Ems` the size of the type at hand; `Degrees` clockwise; `Lines` and `Steps` a count. Sizes of type
 * go from the largest to the smallest.
 */
export const coverMetrics = {
  cover: { heightPx: 2560, marginPx: 150 },
  /**
   * What it is drawn for: how wide it is, and how large its picture. On shelves the height is 1.6 of the width, and that of a post,
   * of which there are many, is small; as a page of a book it has the form of the paper.
   */
  forms: {
    collection: { widthPx: 1600, scale: 1 },
    post: { widthPx: 1600, scale: 0.4 },
    letter: { widthPx: 1978, scale: 1 },
    a4: { widthPx: 1810, scale: 1 },
  },
  /** Above the title. */
  bar: { topPx: 340, widthPx: 168, heightPx: 16 },
  /** Between the creators and the publisher. */
  hairline: { topPx: 2250, heightPx: 3 },
  /** All words. */
  text: {
    /** How far below the top of its line the capitals of a line end. */
    baselineEms: 0.95,
    /** Of the largest size in which words fit: how small they may be where no last line then has one word alone. */
    leastShare: 0.55,
  },
  title: {
    topPx: 440,
    heightPx: 1130,
    sizesPx: [230, 208, 188, 170, 154, 140, 126, 114, 104, 94, 86, 78, 70, 62, 56],
    leadingEms: 1.1,
    /** In this size and smaller ones a word that is wider than the line may be broken. */
    breaksWordsAtPx: 86,
  },
  subtitle: {
    /** Below the title, where there is one. */
    gapPx: 56,
    heightPx: 310,
    sizesPx: [78, 72, 66, 60, 54, 48],
    leadingEms: 1.28,
    breaksWordsAtPx: 60,
  },
  creators: {
    bottomPx: 2150,
    heightPx: 370,
    sizesPx: [72, 66, 60, 54, 48, 44],
    leadingEms: 1.28,
    breaksWordsAtPx: 60,
    /** So many of them stand in lines of their own. */
    ownLines: 4,
  },
  publisher: {
    bottomPx: 2410,
    heightPx: 120,
    sizesPx: [54, 50, 46, 42],
    leadingEms: 1.28,
    breaksWordsAtPx: 60,
  },
  /** The large leaf of the ground: where its middle is, how it is turned, and the right one of its two halves, a curve. */
  leaf: {
    /** Left of the right edge. */
    fromEdgePx: 410,
    yPx: 1640,
    turnDegrees: 38,
    /** From its middle to either tip. */
    tipPx: 1000,
    /** What the curve from the upper tip to the lower one is drawn to. */
    upperPx: { x: 560, y: -560 },
    lowerPx: { x: 600, y: 220 },
  },
  /** The shades that smooth edges: between an ink and a ground, and between two grounds. */
  shades: { inkSteps: 15, groundSteps: 6 },
} as const;
