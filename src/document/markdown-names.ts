/** The endings of Markdown files; Quarto and R Markdown have one of their own. */
export const markdownEndings: readonly string[] = ['.md', '.markdown', '.mkd', '.qmd', '.Rmd'];

/** The same as messages name them. */
export const namedEndings = markdownEndings.join(', ');

const ending = /\.(?:md|markdown|mkd|qmd|rmd)$/iu;

/** Whether a name is that of a Markdown file. */
export function isMarkdown(name: string): boolean {
  return ending.test(name);
}

/** A name without its ending, where that is one of Markdown. */
export function withoutMarkdownEnding(name: string): string {
  return name.replace(ending, '');
}

/** Whether a name is that of a file whose cells R or another program runs, and whose words Pandoc reads: Quarto's, R Markdown's. */
export function isPandocName(name: string): boolean {
  return /\.[qr]md$/iu.test(name);
}
