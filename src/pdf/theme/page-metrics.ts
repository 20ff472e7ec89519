/** Measures of pages, and of the pages of a book: the part of `standardMetrics` that is not of blocks and lines. Units are in the names, as there. */
export const pageMetrics = {
  /** The last of several pages. */
  lastPage: {
    /** With fewer lines it is drawn back: its lines go to the pages before, or more of these to it. */
    leastLines: 3,
    /** How many pages at the end are made tighter for it at most, in so many steps, and what share of its height a gap gives up. */
    tightPages: 3,
    tightSteps: 4,
    tightGapShare: 0.3,
  },
  page: {
    /** Of the height of a page on its side: what belongs to its table, a heading for instance, goes there up to this high. */
    turnedKeptShare: 0.35,
    /** The margin at either side of what is wider than the text. */
    areaMarginPt: 54,
    /** Both margins at the sides together, where the page is narrower than the measure needs. */
    sideMarginsPt: 72,
  },
  /** What is printed on both sides of its leaves and bound. */
  book: {
    /** How far the text of a page moves away from where the book is bound: the margins differ by twice as much. */
    bindingPt: 18,
    /** A post of so many pages begins on the right. */
    longPages: 4,
  },
  /** What stands on every page outside the text. */
  furniture: {
    /** Baselines of the header, from the top, and of the footer, from the bottom. */
    headerPt: 42,
    footerPt: 40,
    /** Between words at the two ends of one line. */
    betweenPt: 18,
    /** Of words that do not fit on their line: where fewer letters of them would stand there, none do. */
    leastLetters: 10,
    /** So many characters are more than a line can hold; what is behind them is not measured. */
    mostCharacters: 2000,
    /** From the last baseline of the header to the text. */
    headerGapLeadings: 1.5,
  },
  titlePage: {
    /** Of the size of the title of a post: the title of the whole, and that of a division. */
    titleShare: 1.5,
    divisionShare: 1.25,
    /** Of the height of the page: where these begin. */
    titleTopPageShare: 0.24,
    divisionTopPageShare: 0.3,
    /** Between the title of a division and that of a post on the same page. */
    divisionGapLeadings: 2,
    /** The bar above a title, and from there to the title. */
    barWidthPt: 54,
    barPt: 4,
    barGapPt: 20,
    /** Above the subtitle, the creators, and each line about the edition. */
    subtitleGapPt: 12,
    creatorsGapPt: 26,
    editionGapPt: 2,
    /** Above each line of the back of the title page. */
    imprintGapPt: 6,
    /** What stays free at the foot, so that rounding begins no further page. */
    sparePt: 1,
  },
  contents: {
    /** Between entries, and about an entry that has others below it. */
    gapLeadings: 0.25,
    groupGapLeadings: 0.6,
    /** Room at the end of the line for the label of a page, up to where the dots go, and before the first dot. */
    labelRoomPt: 34,
    dotsEndPt: 27,
    dotGapPt: 6,
    /** How wide a dot is, how far its centre stands above the baseline, and how far from the next, of the size of the words. */
    dotEms: 0.14,
    dotRiseEms: 0.053,
    dotStepEms: 0.49,
  },
};
