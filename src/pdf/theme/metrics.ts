import { pageMetrics } from './page-metrics.ts';

/**
 * What the layout measures by beside type sizes, margins and insets, in one table: a theme file cannot say it. The unit is in
 * the name: `Pt` points; `Ems` the size of the type at hand; `Leadings` its leading; `Share` a share of what the comment
 * names; `Lines` and `Columns` a count.
 */
export const standardMetrics = {
  /** All text. */
  text: {
    /** How far the baseline lies below the middle of its line. */
    baselineEms: 0.34,
    /** No letter is smaller, whatever it is for. */
    smallestPt: 8,
    /** The narrowest that nesting may leave a block: deeper ones are no longer indented. */
    narrowestPt: 60,
    /** Of a paragraph, the lines that stay together before and after the end of a page; one of fewer than both is not cut. */
    orphanLines: 2,
    widowLines: 2,
    /** The least leading where pages are made a little tighter. */
    leastLeadingEms: 1.4,
  },
  /** What is smaller, or stands higher or lower, within a line. Shares are of the size around it, rises are up. */
  inline: {
    codeShare: 0.94,
    /** Code is no smaller, where the text around it is not either. */
    codeLeastPt: 9,
    smallShare: 0.86,
    scriptShare: 0.7,
    superscriptEms: 0.36,
    subscriptEms: -0.18,
    noteReferenceShare: 0.66,
    noteReferenceEms: 0.36,
    rubyShare: 0.5,
    /** A reading is no smaller; nor than the smallest letter of a theme that says which that is. */
    rubyLeastPt: 6,
    /** How high a reading stands that is behind its word. */
    rubyEms: 0.5,
    /** Of one above its word: the height of the word, and its own below and above its baseline. */
    rubyOverEms: 0.88,
    rubyDepthEms: 0.15,
    rubyHeightEms: 0.88,
    /** Of a line below the baseline, what the letters of the line before take of the room for readings. */
    rubyBelowEms: 0.2,
    /** The narrowest that the area of a link is, and what it is where the line has the room: a finger is wide. */
    linkPt: 1,
    wideLinkPt: 12,
  },
  /** Lines under and through words. */
  stroke: {
    thickEms: 0.055,
    thickLeastPt: 0.5,
    /** From the baseline down to a line under words, and up to one through them. */
    underEms: 0.13,
    throughEms: 0.27,
  },
  /** The colour behind words: beyond them at either side, above the baseline, and its height. */
  ground: { asidePt: 1, aboveEms: 0.95, heightEms: 1.28 },
  /** The line around words that stand for a picture. */
  frame: { asidePt: 1.5, aboveEms: 0.98, heightEms: 1.32, thickPt: 0.6 },
  /** Pictures within a line. */
  sign: {
    /** A picture of up to this height stands in the line as a sign does, and is then no higher than the other. */
    highestEms: 2,
    heightEms: 1.2,
    /** Of the height of the page, for any other. */
    pageShare: 0.6,
    /** One that is scaled down to its column keeps at least this width, where it has it. */
    narrowestPt: 72,
    /** Between the top of a line and the highest picture in it. */
    abovePt: 2,
  },
  paragraph: {
    gapLeadings: 0.5,
    /** All in bold, a paragraph of no more lines is the label of what follows. */
    labelLines: 2,
  },
  /** Paragraphs with a part in the title block, and the one that stands over a picture or a table. */
  role: { bylineGapPt: 6, datesGapPt: 1, captionGapPt: 6 },
  heading: {
    /** Of levels 1 and 2, and of deeper ones; at the top of a page there is none. */
    gapLeadings: 1,
    deeperGapLeadings: 0.85,
    /** Between the title block, or the heading of the contents, and what follows: of the leading of the body. */
    bodyGapLeadings: 1.1,
  },
  quote: { barPt: 2, barInsetPt: 4 },
  callout: {
    gapLeadings: 0.85,
    /** What tells the kinds apart, beside their words: a bar, a bold rule above, a line around, and a sign before the label. */
    barPt: 3,
    rulePt: 2.25,
    framePt: 1.25,
    signEms: 1.1,
    signGapEms: 0.45,
    /** How far the sign goes below the baseline of the label. */
    signDropEms: 0.16,
    /** From its top to its label, from there to its words, and from these to its bottom. */
    abovePt: 8,
    labelGapPt: 1,
    belowPt: 9,
  },
  /** The signs of callouts, of filled areas: corners in shares of width and height, from the start and the top. */
  calloutSign: {
    triangle: [
      [0.5, 0.04],
      [1, 0.96],
      [0, 0.96],
    ],
    innerTriangle: [
      [0.5, 0.26],
      [0.845, 0.87],
      [0.155, 0.87],
    ],
    stem: [
      [0.44, 0.36],
      [0.56, 0.36],
      [0.54, 0.66],
      [0.46, 0.66],
    ],
    dot: [
      [0.445, 0.72],
      [0.555, 0.72],
      [0.555, 0.82],
      [0.445, 0.82],
    ],
    octagon: [
      [0.3, 0],
      [0.7, 0],
      [1, 0.3],
      [1, 0.7],
      [0.7, 1],
      [0.3, 1],
      [0, 0.7],
      [0, 0.3],
    ],
    falling: [
      [0.34, 0.25],
      [0.75, 0.66],
      [0.66, 0.75],
      [0.25, 0.34],
    ],
    rising: [
      [0.66, 0.25],
      [0.75, 0.34],
      [0.34, 0.75],
      [0.25, 0.66],
    ],
  },
  code: {
    gapLeadings: 0.5,
    /** The lines that stay together before and after the end of a page: fewer tell nothing of what they are part of. */
    orphanLines: 3,
    widowLines: 3,
    /** Above its first line and below its last. */
    padPt: 7,
    titleGapLeadings: 0.6,
    belowTitlePt: 3,
    tabColumns: 4,
    /** From the start of its box to the mark of a wrapped line. */
    wrapMarkPt: 0.5,
    /** Of the inset of code, in which it stands: the most that its size is, so that it does not touch the line. */
    wrapMarkShare: 0.75,
    /** The narrowest that a table makes it, for wrapped lines are marked. */
    narrowestEms: 8,
  },
  list: {
    /** Before the first item of a list that is in no other. */
    gapLeadings: 0.4,
    /** Between the items of a tight list, and of a loose one. */
    tightGapLeadings: 0.2,
    looseGapLeadings: 0.5,
    /** Of the width of an item: the most that a label without room of its own moves its first line. */
    labelShare: 0.6,
  },
  definition: { gapPt: 1 },
  verse: {
    gapLeadings: 0.5,
    /** Of a poem of no more lines none ends a page but the last. */
    wholeLines: 5,
  },
  thematicBreak: { widthPt: 120, thickPt: 0.75, gapLeadings: 0.5 },
  figure: {
    gapLeadings: 0.75,
    captionGapPt: 5,
    /** Of the height of the page: picture and caption together, and a picture at least, however long its caption. */
    pageShare: 0.9,
    leastPageShare: 0.4,
    /** Between the frame of a missing picture and the words that stand for it. */
    missingPadPt: 8,
  },
  /** The line around a box, for instance of a missing picture. */
  box: { framePt: 0.75 },
  table: {
    gapLeadings: 0.75,
    captionGapPt: 4,
    /** Above and below the words of a cell. */
    padPt: 4.5,
    /** The line at either end of the table, below its head, below a row, and beside a cell of several rows or columns. */
    edgeRulePt: 0.9,
    headRulePt: 0.9,
    rowRulePt: 0.5,
    spanRulePt: 1,
    /** The narrowest content of a column when they are measured, and of a cell where words break. */
    narrowestColumnPt: 6,
    narrowestCellPt: 4,
    /** What a cell is given beyond its words, so that rounding breaks no line. */
    sparePt: 0.5,
    /** Beside the words of a cell at most, where more would break words; and where these are as small as they may be. */
    tightInsetPt: 4,
    tightestInsetPt: 3,
    /** A table is made up to so many times as wide as it wants to be to fill its room; where that is not enough, by the other. */
    fillShare: 1.5,
    stretchShare: 1.2,
    /** Into how many parts the width is shared that columns want beyond their least. */
    shareSteps: 24,
    /** How many columns are tried whether their words can stand on one line. */
    straightenedColumns: 6,
    /** Of the table, a column that is short; and by how much more lines it may make of the table to have one line itself. */
    shortColumnShare: 0.25,
    straightLinesShare: 1.1,
    /** How much longer lines are than the words on them. */
    raggedShare: 1.06,
    /** A table goes into the margins where it has so much fewer lines there, one of about half a page or more sooner. */
    widerLinesShare: 0.65,
    tallLines: 22,
    tallWiderLinesShare: 0.85,
    /** Of the height of the page: a head up to this high is repeated. */
    repeatedHeadPageShare: 0.4,
    /** Of the width: the row headers up to this wide are repeated before each group of columns. */
    repeatedColumnsShare: 0.4,
    /** Between groups of columns. */
    groupGapLeadings: 1,
    /** A row of no more lines is never alone with the head of the table at the end of a page, nor the last on a page. */
    lowRowLines: 4,
    /** A row higher than the one share of a page is cut where more than the other would stay empty. */
    cutRowPageShare: 0.35,
    cutRoomPageShare: 0.2,
  },
  note: {
    /** Of the gap that its blocks have elsewhere. */
    gapShare: 0.6,
    /** Between notes. */
    belowPt: 3,
    /** The line above the notes of a page: in the room that it takes, how far down it stands. */
    rulePt: 0.6,
    ruleWidthPt: 120,
    ruleTopPt: 8,
    ruleRoomPt: 14,
    /** Of the page, for a note that is too long for it, so that the text goes on beside it. */
    pageShare: 0.5,
    /** Of a note, the lines that must stand on the page of its reference. */
    leastLines: 2,
    /** Of the page: rather than leave more empty, the notes of a line stand apart from each other. */
    emptyPageShare: 0.25,
  },
  ...pageMetrics,
};

type Table = typeof standardMetrics;

/** Measures of the layout by what they are of. */
export type Metrics = { readonly [Part in keyof Table]: Readonly<Table[Part]> };
