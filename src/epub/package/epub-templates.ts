/**
 * The texts of `templates/epub`: four EJS templates and the style sheet. They are code that the project or its user
 * trusts; nothing of a post is ever read as a template.
 */
export interface EpubTemplates {
  /** One content document; sees `page` (`ContentFile`) and `book`. */
  readonly chapter: string;
  /** The package document; sees `book`. */
  readonly packageDocument: string;
  /** The navigation document; sees `book`. */
  readonly nav: string;
  /** The NCX that EPUB 2 reading systems use; sees `book`. */
  readonly ncx: string;
  readonly css: string;
}

/** The file of each template in `templates/epub` or in the folder that overrides it. */
export const epubTemplateFiles: Readonly<Record<keyof EpubTemplates, string>> = {
  chapter: 'chapter.xhtml.ejs',
  packageDocument: 'package.opf.ejs',
  nav: 'nav.xhtml.ejs',
  ncx: 'toc.ncx.ejs',
  css: 'style.css',
};
