import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Assets } from '../../assets/asset.ts';
import { InternalError } from '../../diagnostics/errors.ts';
import type { Block, Document } from '../../document/document.ts';
import { replaceMissingImages } from '../../document/replace-missing-images.ts';
import { fillString, type Strings } from '../../document/strings.ts';
import { walk } from '../../document/walk.ts';
import { accessibilityStatements } from './accessibility.ts';
import { blockHast, linesOf } from './block-hast.ts';
import { navFileName, type Book, type ContentFile } from './book.ts';
import { collectResources, type Resources } from './collect-resources.ts';
import { accessibleName, nameNodes, type NamedNodes } from './name-nodes.ts';
import { navItems } from './nav-items.ts';
import { languageOf, packageMetadata } from './package-metadata.ts';
import { serialiseXhtml } from './serialise-xhtml.ts';
import { splitBlocks } from './split-blocks.ts';
import type { XhtmlContext } from './xhtml-context.ts';

/** Above this size a content document is split: reading systems lay out a file at a time, and slow ones choke. */
const defaultFileLimit = 300_000;

export interface MakeBookOptions {
  readonly assets: Assets;
  readonly strings: Strings;
  readonly modified?: Date | undefined;
  /** Bytes of XHTML above which a post is split. */
  readonly fileLimit?: number;
}

/** Everything that stands in the EPUB of one post. Pictures that are not among the assets are replaced by their words. */
export function makeBook(given: Document, options: MakeBookOptions): Book {
  const { assets, strings } = options;
  const document = replaceMissingImages(given, new Set(assets.keys()));
  const metadata = packageMetadata(document, options.modified);
  const resources = collectResources(document, assets);
  const writer: Writer = {
    document,
    strings,
    resources,
    ...nameNodes(document, strings),
    title: metadata.title,
  };
  const { files, hrefOf } = writeFiles(writer, options.fileLimit ?? defaultFileLimit);
  const start = partName(0);
  const tocTitle = fillString(strings, 'contents');
  const bodymatter = fillString(strings, 'startOfContent');
  return {
    ...metadata,
    accessibility: accessibilityStatements(document, assets, strings),
    wordsLanguage: strings.lang,
    tocTitle,
    landmarksTitle: fillString(strings, 'landmarks'),
    toc: navItems(document, { hrefOf, start, fallback: document.metadata.slug }),
    landmarks: [
      { type: 'toc', label: tocTitle, href: `${navFileName}#toc` },
      { type: 'bodymatter', label: bodymatter, href: start },
    ],
    files,
    resources: resources.list,
  };
}

interface Writer extends NamedNodes {
  readonly document: Document;
  readonly strings: Strings;
  readonly resources: Resources;
  readonly title: string;
}

interface WrittenFiles {
  readonly files: readonly ContentFile[];
  /** The address of an id, relative to the package document. */
  readonly hrefOf: (id: string) => string;
}

/** The content documents: one, or several where that one would be too large. */
function writeFiles(writer: Writer, limit: number): WrittenFiles {
  const { titleBlock, body } = writer.document;
  const whole = writeParts(writer, [[...titleBlock, ...body]]);
  const size = whole.files.reduce((total, file) => total + Buffer.byteLength(file.xhtml), 0);
  return size <= limit ? whole : writeParts(writer, partsOf(writer, limit));
}

function writeParts(writer: Writer, parts: readonly (readonly Block[])[]): WrittenFiles {
  const fileOf = idsOf(parts);
  const hrefOf = (id: string): string => {
    const fileName = fileOf.get(id);
    if (fileName === undefined) throw new InternalError(`no node has the id “${id}”`, { stage: 'epub/book' });
    return `${fileName}#${id}`;
  };
  return { files: parts.map((blocks, index) => contentFile(writer, blocks, { index, hrefOf })), hrefOf };
}

/** The blocks of each content document, the title block in the first. */
function partsOf(writer: Writer, limit: number): readonly (readonly Block[])[] {
  const { titleBlock, body } = writer.document;
  // Addresses of other parts are longer by the file name: too little to matter for a limit of this kind.
  const context = contextOf(writer, (id) => `#${id}`);
  const sizes = new Map<Block, number>();
  const sizeOf = (block: Block): number => {
    const size = sizes.get(block) ?? Buffer.byteLength(serialiseXhtml(blockHast([block], context)));
    sizes.set(block, size);
    return size;
  };
  const [first = [], ...rest] = splitBlocks(body, { sizeOf, limit });
  return [[...titleBlock, ...first], ...rest];
}

function idsOf(parts: readonly (readonly Block[])[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  parts.forEach((blocks, index) => {
    for (const node of walk(blocks)) if (node.id !== undefined) files.set(node.id, partName(index));
  });
  return files;
}

function partName(index: number): string {
  return index === 0 ? 'post.xhtml' : `post-${index + 1}.xhtml`;
}

function contextOf(writer: Writer, hrefOf: (id: string) => string): XhtmlContext {
  const { strings, names, distinct, tableNumbers, resources, document } = writer;
  return {
    strings,
    names,
    distinct,
    tableNumbers,
    lang: languageOf(document),
    hrefOf,
    imageHref: resources.hrefOf,
  };
}

interface PartOptions {
  readonly index: number;
  readonly hrefOf: (id: string) => string;
}

function contentFile(writer: Writer, blocks: readonly Block[], options: PartOptions): ContentFile {
  const { index } = options;
  const fileName = partName(index);
  const prefix = `${fileName}#`;
  const context = contextOf(writer, (id) => {
    const href = options.hrefOf(id);
    return href.startsWith(prefix) ? href.slice(fileName.length) : href;
  });
  const nodes =
    index === 0
      ? [firstPart(blocks, writer.document.titleBlock, context)]
      : linesOf(blockHast(blocks, context));
  const title = index === 0 ? writer.title : `${writer.title} (${index + 1})`;
  return { fileName, title, xhtml: serialiseXhtml(nodes) };
}

/** The chapter. Only the first file has the role: a continuation is not another chapter (mapping §3.2). */
function firstPart(
  blocks: readonly Block[],
  titleBlock: readonly Block[],
  context: XhtmlContext,
): ElementContent {
  // The archive notice follows the header: it is a passage of its own.
  const headerLength = titleBlock.filter(({ type }) => type === 'heading' || type === 'paragraph').length;
  const [title] = titleBlock;
  const named =
    title?.type === 'heading' && accessibleName(title.children) !== '' ? { ariaLabelledBy: title.id } : {};
  const header = blockHast(blocks.slice(0, headerLength), context);
  const others = blockHast(blocks.slice(headerLength), context);
  const children = headerLength > 0 ? [h('header', linesOf(header)), ...others] : others;
  return h('section', { role: 'doc-chapter', 'epub:type': 'chapter', ...named }, linesOf(children));
}
