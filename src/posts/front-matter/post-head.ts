import { type FoundMatter, readMatter } from './read-matter.ts';

/** The words of a post and its front matter, before anybody saw whether it is one. */
export interface PostHead {
  readonly source: string;
  readonly matter: FoundMatter | undefined;
}

/** The head of a post. What is not UTF-8 has signs in its place: it cannot be read anyway, and is told by who reads it. */
export function headOf(bytes: Uint8Array): PostHead {
  const source = new TextDecoder().decode(bytes);
  return { source, matter: readMatter(source) };
}
