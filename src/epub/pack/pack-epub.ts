import { EPub, type Content, type Options } from 'epub-gen-memory';
import { zipSync, type Zippable } from 'fflate';
import { ResourceError } from '../../diagnostics/errors.ts';
import type { Book, Resource } from '../package/book.ts';
import type { EpubTemplates } from '../package/epub-templates.ts';

/** Pictures are compressed already. */
const stored = /^mimetype$|\.(?:png|jpe?g|gif|webp)$/iu;

/**
 * epub-gen-memory as a packager only: its templates, its HTML filter, its fetcher and its dates stay unused. Only
 * protected members of its published types are touched.
 */
class Packager extends EPub {
  readonly #resources: readonly Resource[];
  readonly #names: ReadonlySet<string>;

  constructor(options: Options, content: Content, resources: readonly Resource[]) {
    super(options, content);
    this.#resources = resources;
    this.#names = new Set(resources.map(({ href }) => `OEBPS/${href}`));
  }

  /** The library would fetch from addresses, `file:` among them. */
  protected override async downloadAllFonts(): Promise<void> {}

  protected override async makeCover(): Promise<void> {}

  protected override async downloadAllImages(): Promise<void> {
    for (const resource of this.#resources) this.zip.file(`OEBPS/${resource.href}`, resource.bytes);
  }

  override async genEpub(): Promise<Buffer> {
    await this.render();
    // About the earliest time that a ZIP entry can hold; fflate writes the local time, so that it is given as one.
    const mtime = new Date(1980, 0, 1, 12);
    const entries: Zippable = {};
    for (const entry of Object.values(this.zip.files)) {
      if (entry.dir) continue;
      // The library's own writer, stream upon stream, takes several times as long.
      const level = stored.test(entry.name) ? 0 : 9;
      entries[entry.name] = [await this.#bytesOf(entry), { level, mtime }];
    }
    return Buffer.from(zipSync(entries));
  }

  /** JSZip 3.10.2 encodes text in pieces of 16,384 units, and a character that lies in two of them is lost. */
  async #bytesOf(entry: EPub['zip']['files'][string]): Promise<Uint8Array> {
    return this.#names.has(entry.name)
      ? entry.async('uint8array')
      : new TextEncoder().encode(await entry.async('string'));
  }
}

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
  try {
    return new Uint8Array(await new Packager(options, content, book.resources).genEpub());
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ResourceError(`A template of the EPUB cannot be rendered: ${reason}`, {
      path: 'templates/epub',
      cause,
    });
  }
}
