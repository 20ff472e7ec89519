import type { Dialect } from '../../document/dialect.ts';

/** What a dialect may have besides CommonMark, GitHub's extensions, directives and the markup of generators. */
export type Construct = keyof typeof table;

// One row for each construct: the dialects that have it.
const table = {
  /** `> [!NOTE]` */
  alerts: ['auto', 'gfm', 'kramdown', 'goldmark', 'mdbook', 'myst', 'pandoc'],
  /** `::: {.callout-note}`, `:::tip Title`, `::: challenge`, whatever the count of colons */
  divs: ['auto', 'kramdown', 'goldmark', 'mdbook', 'myst', 'pandoc'],
  /** `!!! note "Title"` and what is indented below it */
  admonitions: ['auto'],
  /** `=== "Title"` and what is indented below it */
  tabs: ['auto'],
  /** `{#id .class lang=fr}` behind what it belongs to, `{: #id}` also before it */
  attributes: ['auto', 'kramdown', 'goldmark', 'mdbook', 'myst', 'pandoc'],
  /** `![caption](x.png){alt="…"}`: with an alternative in braces, the words between the brackets are the caption */
  captions: ['auto', 'pandoc'],
  /** `~words~`, struck through as between two tildes; elsewhere one is the sign of a subscript, or none */
  singleTildes: ['auto', 'commonmark', 'gfm', 'goldmark', 'mdbook'],
  /** `H~2~O` and `x^2^`, without a space between the signs */
  scripts: ['pandoc'],
  /** `==words==` and `^^words^^`, highlighted and inserted, where the signs stand at the edges of words */
  marks: ['auto'],
  /** `$x^2$` */
  inlineMath: ['auto', 'gfm', 'mdbook', 'myst', 'pandoc'],
  /** `$$x^2$$` */
  displayMath: ['auto', 'gfm', 'kramdown', 'goldmark', 'mdbook', 'myst', 'pandoc'],
  /** `$$x^2$$ (name)` */
  mathLabels: ['myst'],
  /** `\(x^2\)` and `\[x^2\]`: in CommonMark these are escaped brackets, so that only a dialect that says otherwise has them */
  bracketMath: ['goldmark'],
  /** The same where what stands between them can hardly be words */
  sureBracketMath: ['auto', 'mdbook'],
  /** `% words among authors`, alone on its line */
  comments: ['myst'],
  /** `+++` alone on its line, where one block of a page ends and the next begins */
  blockBreaks: ['myst'],
  /** The same with what is said of the block in JSON, `+++ {"part": "abstract"}` */
  saidBlockBreaks: ['auto', 'myst'],
  /** A fence of backticks or tildes with a name in braces; in Quarto it is code that was run */
  fencedDirectives: ['auto', 'commonmark', 'gfm', 'kramdown', 'goldmark', 'mdbook', 'myst'],
  /** A term, and on the next line `: what it means` */
  definitionLists: ['auto', 'kramdown', 'goldmark', 'mdbook', 'myst', 'pandoc'],
  /** Tables that are drawn with `+---+`, or whose columns are marked by lines of dashes alone */
  drawnTables: ['pandoc'],
  /** The same, of which what is not read is told */
  dashTables: ['auto', 'pandoc'],
  /** `| a | b |` on each line, with a head only where a rule stands below it */
  rows: ['kramdown'],
  /** `| words` for each line of a poem or an address */
  lineBlocks: ['pandoc'],
  /** `Table: words` behind a table or before it, and `: words` before it */
  tableCaptions: ['pandoc'],
  /** `*[HTML]: Hyper Text Markup Language` */
  abbreviations: ['auto', 'kramdown'],
  /** `^[a note in the line]` */
  inlineNotes: ['auto', 'pandoc'],
  /** `[[Page|label]]` and `![[picture.png]]`, which no dialect knows: their words are shown and told */
  wikiLinks: ['auto', 'gfm', 'kramdown', 'goldmark', 'mdbook', 'myst', 'pandoc'],
  /** A fence ```` ```{=html} ```` or `` `<br>`{=html} ``: text for one format; and `\newpage` */
  rawFormats: ['auto', 'pandoc'],
  /** `::: {.content-visible when-format="pdf"}` and `[words]{.content-hidden when-format="html"}` */
  conditions: ['auto', 'pandoc'],
  /** `# use std::fmt;` in code of Rust, which mdBook hides */
  hiddenLines: ['mdbook'],
  /** `{{#include part.md}}` and `{{#playground main.rs}}`, also in a fence, and `{{#title Words}}` */
  bookCalls: ['auto', 'mdbook'],
  /** `@fig-x`, a place or an entry of a bibliography by its name */
  citations: ['myst', 'pandoc'],
} as const satisfies Readonly<Record<string, readonly Dialect[]>>;

/** Whether posts of a dialect have a construct. */
export function hasConstruct(dialect: Dialect, construct: Construct): boolean {
  const having: readonly Dialect[] = table[construct];
  return having.includes(dialect);
}
