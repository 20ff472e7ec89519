/** What one post of a case, or its book, must have become in both formats. */
export interface ExpectedPublication {
  /** The post by its path in the case, or `collections.` and the name of a collection. */
  readonly post: string;
  /** All words that it shows, with single spaces; of a book, words that follow each other somewhere in it. */
  readonly words: string;
  /** The same of the EPUB where its order is another: notes stand at the end of its files. */
  readonly epubWords?: string;
  /** Severity and id of each rule that spoke of it, each once and sorted; remarks at info level are left out. */
  readonly rules?: readonly string[];
  /** The rules that withheld the claims of the PDF; without them it claims PDF/UA-1 and PDF/A-2a. */
  readonly withheld?: readonly string[];
  /** Pieces of the PDF's tag tree as `printStructure` prints it, with single spaces. */
  readonly tags?: readonly string[];
  /** Pieces of the EPUB's XHTML as it is written. */
  readonly xhtml?: readonly string[];
}

/** A case of the folder `cases` beside the project, in the terms of its file `EXPECTED`. */
export interface ExpectedCase {
  readonly folder: string;
  /** The folder whose configuration names a book, which is built instead of the posts. */
  readonly book?: { readonly at: string };
  /** Which of its files are built; all, where absent. */
  readonly inputs?: readonly string[];
  readonly publications: readonly ExpectedPublication[];
  /** What is said of files that are not built: file and reason. */
  readonly told?: readonly string[];
  /** Why the program does not do it yet: the case is then expected to fail, and fails the run once it does not. */
  readonly red?: string;
}
