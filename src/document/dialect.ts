/** The dialects of Markdown that a project can say its posts are written in. */
export const dialects = [
  'auto',
  'commonmark',
  'gfm',
  'kramdown',
  'goldmark',
  'mdbook',
  'myst',
  'pandoc',
] as const;

/** One of `dialects`; `auto` reads all that can hardly mean anything else. */
export type Dialect = (typeof dialects)[number];

/** The dialects that documents were read as, each once, in the order of the documents; none of what was not read but made. */
export function dialectsOf(documents: Iterable<{ readonly dialect?: Dialect }>): readonly Dialect[] {
  return [...new Set(Array.from(documents).flatMap(({ dialect }) => dialect ?? []))];
}
