import { EPub, type Content, type Options } from 'epub-gen-memory';
import { ResourceError } from '../../diagnostics/errors.ts';
import type { Book } from '../package/book.ts';
import type { EpubTemplates } from '../package/epub-templates.ts';
import { compileTemplates, type CompiledTemplates } from './compile-templates.ts';
import { writeZip, type PressedTexts, type ZipEntry } from './write-zip.ts';

/** Pictures are compressed already. */
const stored = /^mimetype$|\.(?:png|jpe?g|gif|webp)$/iu;

const encoder = new TextEncoder();
const mimetype = encoder.encode('application/epub+zip');
const container = encoder.encode(
  '<?xml version="1.0" encoding="UTF-8" ?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
);

/**
 * epub-gen-memory as a packager only: it checks what it is given and knows what files there are. Its templates, its HTML filter, its
 * fetcher and its dates stay unused, and so do its way to compile each template for each file, and its archive of streams, which take
 * several times as long. Only protected members of its published types are touched.
 */
class Packager extends EPub {
  readonly #templates: CompiledTemplates;
  readonly #entries: ZipEntry[] = [];

  constructor(options: Options, content: Content, templates: CompiledTemplates) {
    super(options, content);
    this.#templates = templates;
  }

  protected override async generateTemplateFiles(): Promise<void> {
    const { chapter, packageDocument, ncx, nav, css } = this.#templates;
    const { lang, prependChapterTitles } = this.options;
    const add = (name: string, bytes: Uint8Array): void => void this.#entries.push(entryOf(name, bytes));
    const text = (name: string, words: string): void => add(name, encoder.encode(words));
    add('mimetype', mimetype);
    add('OEBPS/style.css', css);
    for (const file of this.content)
      text(`OEBPS/${file.filename}`, chapter({ lang, prependChapterTitles, ...file }));
    add('META-INF/container.xml', container);
    const data = { ...this.options, id: this.uuid, images: [], cover: undefined, content: this.content };
    text('OEBPS/content.opf', packageDocument(data));
    text('OEBPS/toc.ncx', ncx(data));
    text('OEBPS/toc.xhtml', nav(data));
  }

  /** The library would fetch from addresses, `file:` among them. */
  protected override async downloadAllFonts(): Promise<void> {}

  protected override async makeCover(): Promise<void> {}

  protected override async downloadAllImages(): Promise<void> {}

  async files(): Promise<readonly ZipEntry[]> {
    await this.render();
    return this.#entries;
  }
}

function entryOf(name: string, bytes: Uint8Array): ZipEntry {
  return { name, bytes, stored: stored.test(name) };
}

/** What was pressed of texts that stand in every EPUB of a run. */
const pressed: PressedTexts = new WeakMap();

/**
 * The EPUB file of a book: the same bytes for the same book and templates.
 * Throws a `ResourceError` where a template cannot be rendered.
 */
export async function packEpub(book: Book, templates: EpubTemplates): Promise<Uint8Array> {
  // The library takes keys of these objects for options of its template engine. So they have these keys and no others,
  // and nothing of a post is spread into them.
  const options = {
    title: book.title,
    lang: book.language,
    date: book.modified,
    version: 3,
    description: book.title,
    author: [],
    css: templates.css,
    chapterXHTML: templates.chapter,
    contentOPF: templates.packageDocument,
    tocXHTML: templates.nav,
    tocNCX: templates.ncx,
    book,
  };
  // The markup travels in `page`: `content` would pass through the library's filter, which drops `scope` and `start`.
  const content = book.files.map((page) => ({
    title: page.title,
    filename: page.fileName,
    content: '',
    page,
    book,
  }));
  let files: readonly ZipEntry[];
  try {
    files = await new Packager(options, content, compileTemplates(templates)).files();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ResourceError(`A template of the EPUB cannot be rendered: ${reason}`, {
      path: 'templates/epub',
      cause,
    });
  }
  const resources = book.resources.map(({ href, bytes }) => entryOf(`OEBPS/${href}`, bytes));
  return writeZip([...files, ...resources], pressed);
}
