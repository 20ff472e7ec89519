/** Stands in the text that is looked through for code, a picture or a note: what only one of them could hold is never found. */
export const codeSign = '\uFFFC';

/** Stands for a sign that the author kept from being markup: with a backslash, as a character reference, in `{% raw %}`. */
export const ownSign = '\uFFFB';

/** Signs that readers take for markup. */
export interface LeftoverKind {
  /** What was found, before its quotation. */
  readonly what: string;
  /** What to write instead. */
  readonly cure: string;
  /** Finds it in the text of a block, in which lines end where those of the source do. */
  readonly pattern: RegExp;
}

// Each expression has one way to match: no repetition stands in or beside another that takes the same signs.
/** What is looked for in the text of a block; of two that begin with the same sign the first is told. */
export const leftoverKinds: readonly LeftoverKind[] = [
  {
    what: 'a call, a variable or a tag of a template',
    cure: 'write the words that it stands for, or name a module that knows it under `plugins:`',
    pattern:
      /\{\{(?! {0,3}(?:[,.;:!?)\]]|\}\}))[^{}\n]{0,80}\}{0,2}|\{%(?! ?%\})[^{}\n]{0,80}\}?|\{#-? [^{}\n]{0,80}\}|\{::[^{}\n]{0,80}\}|<%[-=#@ ][^<>\n]{0,80}>?/gu,
  },
  {
    what: 'a line or a value of a program (MDX)',
    cure: 'take it away, or write the words that it stands for',
    pattern:
      /(?<=^|\n)import (?:(?:[\w$]{1,60}, )?(?:[\w$]{1,60}|\* as [\w$]{1,60}|\{[^{}]{0,300}\}) from )?["'“”‘’][^\s"'“”‘’]{1,200}["'“”‘’];?(?=\n|$)|(?<=^|\n)export (?:(?:const|let|var) [\w$]{1,60} ?=|(?:default )?(?:async )?function ?[\w$]{0,60}\()[^\n]{0,80}|\{\/(?:\*[^\n]{0,80}|\p{L}[^{}\n]{0,100}\/\})|\{(?:props|frontMatter)\.[\w.]{1,60}\}/gu,
  },
  {
    what: 'a character reference without its end',
    cure: 'put a semicolon behind its name, or write the sign itself',
    pattern: /&(?:amp|bull|copy|gt|hellip|[lr][ds]quo|lt|[mn]dash|nbsp|quot|reg)(?![\p{L}\p{N}=_;])/gu,
  },
  {
    what: 'a shortcode of WordPress',
    cure: 'write what it shows in Markdown',
    pattern: /\[[a-z][a-z_-]{1,30} [a-z_-]{1,30}=["'“”‘’][^[\]\n]{0,200}\]|\[\/[a-z][a-z_-]{1,30}\]/gu,
  },
  {
    what: 'the fence of a block',
    cure: 'give it a name that is known, as in `:::note`, or take the fence away',
    // Within a line three colons part a title from another; behind words at the end of a line, or before a brace, they are a fence.
    pattern:
      /(?<=^|\n):{3,}[^\n]{0,80}|(?<=[^\s:] ):{3,}(?=\n|$| ?\{)(?:[^\n]{0,80})|(?<=^|\n)%{3,}(?=\n|$)/gu,
  },
  {
    what: 'the fence of code',
    cure: 'put the fence on a line of its own and close it with as many signs',
    pattern: /(?<=^|\n)(?:`{3,}|~{3,})[^\n]{0,80}/gu,
  },
  {
    what: 'the first line of an alert',
    cure: 'write it as `> [!NOTE]` with one of the kinds note, tip, important, warning and caution, and the words below it',
    pattern: /(?<=^|\n)\[![A-Za-z][\w-]{1,30}\]/gu,
  },
  {
    what: 'the first line of an admonition',
    cure: 'write it as `:::note` with the words below it and `:::` at their end',
    pattern:
      /(?<=^|\n)(?:!!!|\?\?\?)\+? ?[a-z][a-z-]{1,30}(?=\n|$| "| inline)[^\n]{0,80}|(?<=^|\n)!!!(?=\n|$)/gu,
  },
  {
    what: 'the name of a tab',
    cure: 'write it as a heading, and what the tab holds below it without the indent',
    pattern: /(?<=^|\n)={3}[!+]? "[^"\n]{1,80}"/gu,
  },
  {
    what: 'the definition of a term',
    cure: 'write the term on a line of its own and `: ` with its definition on the next',
    pattern: /(?<=^|\n): {1,3}(?=[\p{L}\p{N}“"'(])[^\n]{0,60}/gu,
  },
  {
    what: 'the definition of an abbreviation',
    cure: 'write the words in full where they first stand',
    pattern:
      /(?<=^|\n)\*\[[^[\]\n]{1,80}(?:\]:[^\n]{0,60}|(?=\n|$))|(?<=^|\n)\*\[(?=[^[\]\s]{0,20}\p{Lu}[^[\]\s]{0,20}\p{Lu})[^[\]\s]{2,40}\] (?=\p{L})[^\n]{0,60}/gu,
  },
  {
    what: 'a note in the line',
    cure: 'write `[^1]` in its place, and `[^1]: ` with its words on a line of its own',
    pattern: /\^\[(?=[^[\]\n]{0,300} )[^[\]\n]{1,300}\](?!\()/gu,
  },
  {
    what: 'a note whose name has blanks',
    cure: 'write a name without blanks, as in `[^name]`, where it is referred to and where it stands',
    pattern: /\[\^[\p{L}\p{N}_-]{1,60}(?: [\p{L}\p{N}_-]{1,60}){1,8}\](?::[^\n]{0,60})?/gu,
  },
  {
    what: 'a link or a picture of a wiki',
    cure: 'write it with an address, `[label](page.md)`',
    pattern: /(?<![\p{L}\p{N}_\]])!?\[\[(?=[^[\]\n]{0,100}\p{L})[^\s[\]][^[\]\n]{0,300}\]\](?![[\](])/gu,
  },
  {
    what: 'a comment that is never closed',
    cure: 'close it with `-->` before the end of its paragraph, or take it away',
    pattern: /<!--[^\n]{0,80}/gu,
  },
  {
    what: 'a tag of HTML that is not whole',
    cure: 'close its quotation marks and end it with `>`, or write `&lt;` for `<`',
    pattern:
      /<[A-Za-z][\w.:-]{0,40}\s[^<>\n=]{0,60}=["'“”‘’{][^<>\n]{0,80}>?|<\/[A-Za-z][\w-]{0,30}(?=\s|$)|<(?:abbr|br|code|del|div|em|hr|iframe|img|ins|kbd|mark|small|span|strong|sub|sup|table)(?=\n|$)/gu,
  },
  {
    what: 'a rule of plus signs',
    cure: 'take it away; front matter in TOML stands at the beginning of the file',
    pattern: /(?<=^|\n)\+{3}(?=\n|$)/gu,
  },
  {
    what: 'attributes in braces',
    cure: 'put them right behind what they belong to, or take them away',
    pattern:
      /\{(?::[A-Za-z/.#][^{}\n]{0,200}|[#.][A-Za-z_-][^{}\n]{1,200}|[A-Za-z][\w:-]{0,40}=[^{}\n]{1,200})\}|(?<=[^\s:] )\{:? ?[#.][A-Za-z_-][^{}\n]{0,80}$/gu,
  },
  {
    what: 'a role that is not known',
    cure: 'take its name away, so that the code stands alone',
    pattern: /\{[A-Za-z][\w:.+-]{0,60}\}(?=\uFFFC)|(?<![\p{L}\p{N}:]):[a-z][\w:.+-]{0,60}:(?=\uFFFC)/gu,
  },
  {
    what: 'the code of an emoji or an icon',
    cure: 'write the sign itself, or the word that it stands for',
    pattern:
      /(?<![\p{L}\p{N}:/_}+\uFFFC-]):(?:\+1|-1|[a-z][a-z\d_+-]{1,60}):(?![\p{L}\p{N}:/_-])(?:\{[^{}\n]{1,200}\})?/gu,
  },
  {
    what: 'a reference of AsciiDoc',
    cure: 'write it as a link or a picture of Markdown, `[words](page.md)`',
    pattern:
      /(?<![\p{L}\p{N}])(?:image|include|link|video|xref):{1,2}(?=[^\s[\]]{0,200}[\p{L}\p{N}/_-]\[)[^\s[\]:][^\s[\]]{0,200}\[[^[\]\n]{0,200}\]/gu,
  },
  {
    what: 'TeX',
    cure: 'write the formula in words, or as a picture with a text alternative',
    pattern:
      /\$\$(?=[^$]{0,300}[\\^_={}])[^$]{1,2000}\$\$|(?<=^|\n)\$\$(?:(?=[^$\n]{0,300}[\\^_={}])[^$\n]{1,80})?(?=\n|$)|\\(?:begin|end|frac|sqrt|text|mathbf|mathrm)\{[^{}\n]{0,60}\}?/gu,
  },
  {
    what: 'a command of TeX',
    cure: 'write it as Markdown, `[words](https://a.example)` for a link and `*words*` for emphasis',
    pattern:
      /\\(?:href|url|texttt|textbf|textit|emph|index|label|(?:eq|auto)?ref|cite[pt]?|footnote|chapter|section)\*?\{[^{}\n]{0,60}\}?/gu,
  },
  {
    what: 'a command that ends a page',
    cure: 'take it away: pages end where the layout ends them',
    pattern: /(?<=^|\n)\\(?:newpage|pagebreak|clearpage)(?:\{\})?(?=\n|$)/gu,
  },
  {
    what: 'the name of a format',
    cure: 'take it away, so that the code stands alone, or write the words for readers of any format',
    pattern: /(?<=\uFFFC)\{=[A-Za-z][\w.+-]{0,40}\}/gu,
  },
  {
    what: 'signs of emphasis',
    cure: 'put no space between them and the words that they mark, and close as many as you open',
    pattern:
      /(?<![*\p{L}\p{N}])\*\*(?=[^\s*])[^*]{1,300}\*\*(?!\*)|(?<=^|\s)\*\* [^*]{1,300}(?<!\s)\*\*(?=[\s.,;:]|$)|(?<![\p{L}\p{N}_])__(?=[\p{L}\p{N}])[^_\n]{1,300}__(?!_)|(?<=\p{L}[,.]? )\*\*(?=\p{L})(?!kw?args|options)|~~(?=[^\s~])[^~\n]{1,300}~~/gu,
  },
  {
    // A pair of single signs, or of backticks, is left in HTML alone: Markdown reads it everywhere else.
    what: 'signs of emphasis or of code',
    cure: 'take them away, or write the words outside HTML, where Markdown is read; in HTML, `<em>` and `<code>` mark them',
    pattern:
      /(?<![*\p{L}\p{N}_])\*(?=[\p{L}\p{N}])[^*\n]{1,100}(?<=[\p{L}\p{N}.,;:!?)])\*(?![*\p{L}\p{N}])|(?<![\p{L}\p{N}_/])_(?=\p{L})[^_\n]{1,100}(?<=[\p{L}.,;:!?)])_(?![\p{L}\p{N}_/])|(?<!`)`(?=[^\s`])[^`\n]{1,100}(?<!\s)`(?!`)/gu,
  },
  {
    what: 'the signs of a highlight',
    cure: 'take them away, or write `<mark>` before the words and `</mark>` behind them',
    pattern: /(?<![=\p{L}\p{N}])==(?=[\p{L}\p{N}])[^=]{1,300}(?<=[\p{L}\p{N}.,;:!?])==(?![=\p{L}\p{N}])/gu,
  },
  {
    what: 'the signs of an insertion or of keys',
    cure: 'take them away, or write `<ins>` and `</ins>` around the words, `<kbd>` and `</kbd>` around a key',
    pattern:
      /(?<![+\p{L}\p{N}])\+\+(?=["\p{L}\p{N}])[^+]{1,300}(?<=[\p{L}\p{N}]{2}|[".,;!?)])\+\+(?![+\p{L}\p{N}])|(?<![+\p{L}\p{N}])\+\+(?=[a-z"])[a-z\d"+-]{2,60}(?<=[a-z\d"])\+\+(?![+\p{L}\p{N}])|(?<![\^\p{L}\p{N}])\^\^(?=[\p{L}\p{N}])[^^]{1,300}(?<=[\p{L}\p{N}.,;!?)])\^\^(?![\^\p{L}\p{N}])/gu,
  },
  {
    what: 'the signs of a superscript or a subscript',
    cure: 'write `<sup>2</sup>` or `<sub>2</sub>`',
    pattern:
      /(?<=[\p{L}\p{N})])(?<!\^[\p{L}\p{N}+-]{0,12})\^[\p{L}\p{N}+-]{1,12}\^(?![\p{L}\p{N}^])|(?<=[\p{L}\p{N})])(?<!~[\p{L}\p{N}+-]{0,12})~[\p{L}\p{N}+-]{1,12}~(?!~)/gu,
  },
  {
    what: 'a link or a picture of Markdown',
    cure: 'write it outside HTML, its address without spaces and right behind the brackets',
    pattern:
      /!?\[[^[\]]{1,300}\]\((?:(?:https?:\/\/|mailto:|\/|#|\.\.?\/)[^()\n]{0,80}\)?|[^()\n]{1,80}\.(?:docx?|html?|jpe?g|markdown|md|pdf|png|pptx?|[qr]md|xlsx?|zip)(?:#[^()\s]{0,80})?\))|!\[[^[\]]{0,300}\]\([^()\n]{0,80}\)?|(?<=^|\n)\[[^[\]\n]{1,100}\]: ?https?:\/\/[^\s]{0,80}/gu,
  },
  {
    what: 'a link or a picture whose label is defined nowhere',
    cure: 'define the label on a line of its own, `[label]: page.md`, or write the address behind the words, `[words](page.md)`',
    // Two words in brackets, or one with a number or nothing as its label: `[sic][my emphasis]` is neither.
    pattern:
      /(?<![\p{L}\p{N}\]])!?\[(?!\^)(?=[^[\]]{0,200}\p{L})(?:[^[\]\s]{1,100}\s[^[\]]{1,200}\]\[(?!\^)[^[\]\n]{0,100}|[^[\]\s]{1,100}\]\[\d{0,4})\](?![[(])/gu,
  },
  {
    what: 'the place of a table of contents',
    cure: 'take it away: readers find the contents in the outline of the file',
    pattern: /^\[(?:TOC|toc|\[_?(?:TOC|toc)_?\])\]$/gu,
  },
  {
    what: 'the rule of a table',
    cure: 'put an empty line before the table, and as many cells into each row',
    // One dash in a cell makes a rule where another cell has one too; without a stroke before it, two dashes do. Its rows may follow it on its line.
    pattern:
      /(?<=^|\n)(?:(?:\|[ :]{0,4}-{2,}(?!-)|\| {0,4}:?-:? {0,4}\| {0,4}:?-|:?-{2,60}:? {0,4}\| {0,4}:?-)(?:[-:| ]{0,200}(?=\n|$)|[-:| ]{200})|\|[ :]{0,4}-{2,}[ :]{0,4}\|)/gu,
  },
  {
    what: 'the rows of a table',
    cure: 'put a line `|---|---|` below the first, with as many cells as that has',
    pattern:
      /(?<=^|\n)\|(?! {0,4}:?-)[^|\n]{1,200}\|[^\n]{0,400}\|\n\|(?! {0,4}:?-)[^|\n]{1,200}\|[^\n]{0,400}\|(?=\n|$)/gu,
  },
  {
    what: 'the frame of a table',
    cure: 'write its rows as `| a | b |`, with a line `|---|---|` below the first, or as a table of HTML',
    pattern: /(?<=^|\n)\+[-=]{3}(?:[-=+:]{0,200}(?=\n|$)|[-=+:]{200})/gu,
  },
  {
    what: 'the signs of a heading',
    cure: 'put the heading on a line of its own, outside HTML',
    pattern: /(?<=^|\n)#{2,6} [^\n]{0,60}/gu,
  },
  {
    what: 'a citation of a bibliography',
    cure: 'write the source that it stands for',
    pattern: /\[-?@[\w:-]{2,60}[\];,][^\n\]]{0,60}/gu,
  },
];

/** What else is looked for where `@` begins a name (Pandoc, Quarto, MyST): after references were read, what is left of it leads nowhere. */
export const citationKinds: readonly LeftoverKind[] = [
  {
    what: 'a reference to a place that the post does not have',
    cure: 'give the place its name, as in `{#fig-map}`, or write the words that it stands for',
    pattern:
      /\\@ref\([\p{L}\p{N}_:./-]{1,200}\)|(?<![\p{L}\p{N}/@.-])-?@(?:fig|tbl|lst|sec|eq|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau)-[\p{L}\p{N}_:-]{1,80}/giu,
  },
  {
    what: 'a citation of a bibliography',
    cure: 'write the source that it stands for, or a backslash before the `@` of a name',
    pattern:
      /\[(?=[^[\]\n@]{0,100}(?<![\p{L}\p{N}])@[\p{L}\p{N}_{])[^[\]\n]{2,300}\](?!\()|(?<![\p{L}\p{N}/@.])-?@\p{L}[\p{L}\p{N}_:-]{0,60}(?:1[5-9]|20)\d{2}[a-z]?(?![\p{L}\p{N}_/@-])/gu,
  },
];

/** The same where the post says which bibliography it has: every name in the text is one of it. */
export const citationOfBibliography: LeftoverKind = {
  what: 'a citation of a bibliography',
  cure: 'write the source that it stands for, or a backslash before the `@` of a name',
  pattern: /(?<![\p{L}\p{N}/@.])-?@\p{L}[\p{L}\p{N}_:-]{0,80}(?![\p{L}\p{N}_/@])/gu,
};

/** What else is looked for where cells may have captions that stand elsewhere (bookdown, “Text references”). */
export const textReference: LeftoverKind = {
  what: 'words that R Markdown puts in elsewhere',
  cure: 'write them where they are to stand',
  pattern: /(?<![^\n])\(ref:[\w-]{1,80}\)[^\n]{0,60}/gu,
};

/** What else is looked for in a block that has emphasis: there, two asterisks at the edge of a word are what is left of another. */
export const besideEmphasis: LeftoverKind = {
  what: 'signs of emphasis',
  cure: 'put no space between them and the words that they mark, and close as many as you open',
  pattern: /(?<=[\p{L}\p{N}.,;:!?)])\*\*(?=[\s.,;:–—]|$)|(?<=^|\s)\*\*(?=[\p{L}\p{N}(])/gu,
};

/** What else is looked for in words that no reader of Markdown or HTML takes apart. */
export const inStrings: LeftoverKind = {
  what: 'an element of HTML',
  cure: 'write the words alone',
  pattern: /<\/?(?:a|abbr|b|br|code|em|i|mark|small|span|strong|sub|sup|u)(?:\s[^<>\n]{0,200})?\/?>/giu,
};
