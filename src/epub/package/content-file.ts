import type { ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Block, Callout } from '../../document/document.ts';
import { inlineText } from '../../document/plain-text.ts';
import { chapterTitle } from '../../document/publication-outline.ts';
import type { Chapter, ChapterKind, Publication } from '../../document/publication.ts';
import { baseDirection } from '../../document/direction.ts';
import { blockHast } from '../xhtml/block-hast.ts';
import { linesOf } from '../xhtml/lines-of.ts';
import { endnotesHast } from '../xhtml/note-hast.ts';
import type { ContentFile, Matter } from './book.ts';
import type { Resources } from './collect-resources.ts';
import type { FileNames } from './file-names.ts';
import { accessibleName, type NamedNodes } from '../xhtml/name-nodes.ts';
import type { PageBreaks } from '../xhtml/place-page-breaks.ts';
import { serialiseXhtml } from '../xhtml/serialise-xhtml.ts';
import { languageProperties, type XhtmlContext } from '../xhtml/xhtml-context.ts';
import { xmlLine } from '../../xml/xml-text.ts';

/** What is needed to write the content documents of one chapter. */
export interface ChapterWriter extends NamedNodes, FileNames {
  readonly publication: Publication;
  readonly chapter: Chapter;
  readonly resources: Resources;
  readonly pageBreaks: PageBreaks;
  /** The division that stands in the first file of the chapter, above it. */
  readonly above: Chapter | undefined;
  /** Whether it is itself such a division: it has no file of its own. */
  readonly isAbove: boolean;
}

interface PartOptions {
  /** Counted from 0. */
  readonly part: number;
  /** The address of an id, relative to the package document. */
  readonly hrefOf: (id: string) => string;
}

/** One content document of a chapter: all of it, or the part that these blocks are. */
export function writeContentFile(
  writer: ChapterWriter,
  blocks: readonly Block[],
  { part, hrefOf }: PartOptions,
): ContentFile {
  const { kind } = writer.chapter;
  const fileName = writer.fileName(part);
  const prefix = `${fileName}#`;
  const context = contextOf(writer, (id) => {
    const href = hrefOf(id);
    return href.startsWith(prefix) ? href.slice(fileName.length) : href;
  });
  const nodes =
    part === 0
      ? withDivision(
          writer.above,
          firstPart(writer.chapter, blocks, context, {
            isTitlePage: hasTitleHead(writer.publication, writer.chapter),
          }),
          context,
        )
      : linesOf([...continued(writer), ...blockHast(blocks, context), ...endnotesHast(blocks, context)]);
  return {
    id: writer.itemId(part),
    fileName,
    title: titleOf(writer, part),
    language: context.lang,
    direction: baseDirection(context.lang),
    matter: sections[kind].matter,
    xhtml: serialiseXhtml(nodes),
  };
}

/** What the functions that write nodes need to know of a chapter. */
export function contextOf(writer: ChapterWriter, hrefOf: (id: string) => string): XhtmlContext {
  const { names, distinct, resources, pageBreaks, chapter } = writer;
  return {
    strings: chapter.strings,
    names,
    distinct,
    pageBreaks,
    lang: chapter.document.metadata.lang ?? 'und',
    hrefOf,
    imageHref: resources.hrefOf,
    writeBlocks: blockHast,
  };
}

/**
 * Whether the head of a chapter is the title page of the whole: title, authors and dates of a post that stands alone. A page of
 * its own before it would be the same words, read out twice.
 */
export function hasTitleHead({ form }: Publication, chapter: Chapter | undefined): boolean {
  return form === 'post' && chapter?.kind === 'post' && chapter.document.titleBlock[0]?.type === 'heading';
}

/** Different for every file: “Post (2) – Collection”. */
function titleOf({ publication, chapter }: ChapterWriter, part: number): string {
  const { title, slug } = chapter.document.metadata;
  const own = xmlLine(publication.form === 'post' ? title : chapterTitle(chapter)) || slug;
  const numbered = part === 0 ? own : `${own} (${part + 1})`;
  const whole = xmlLine(publication.metadata.title);
  return publication.form === 'post' || own === whole || whole === '' ? numbered : `${numbered} – ${whole}`;
}

interface SectionKind {
  readonly matter: Matter;
  /** Of the `section` around a chapter; what the vocabularies have no word for has none (DPUB-ARIA 1.1). */
  readonly properties: Properties;
}

const sections: Readonly<Record<ChapterKind, SectionKind>> = {
  'title-page': {
    matter: 'frontmatter',
    properties: { 'epub:type': 'titlepage', className: ['title-page'] },
  },
  imprint: { matter: 'frontmatter', properties: { 'epub:type': 'imprint', className: ['imprint'] } },
  front: { matter: 'frontmatter', properties: {} },
  contents: { matter: 'frontmatter', properties: {} },
  division: {
    matter: 'bodymatter',
    properties: { role: 'doc-part', 'epub:type': 'part', className: ['division'] },
  },
  post: { matter: 'bodymatter', properties: { role: 'doc-chapter', 'epub:type': 'chapter' } },
  notices: { matter: 'backmatter', properties: { role: 'doc-appendix', 'epub:type': 'appendix' } },
  back: { matter: 'backmatter', properties: {} },
  colophon: { matter: 'backmatter', properties: { role: 'doc-colophon', 'epub:type': 'colophon' } },
  'record-sheet': { matter: 'backmatter', properties: { role: 'doc-appendix', 'epub:type': 'appendix' } },
};

/** A post below the division that has no file of its own, in the words and the language of that. */
function withDivision(
  above: Chapter | undefined,
  post: ElementContent,
  context: XhtmlContext,
): readonly ElementContent[] {
  if (!above) return [post];
  const { document, strings } = above;
  const own = { ...context, strings, lang: document.metadata.lang ?? 'und' };
  const blocks = [...document.titleBlock, ...document.body];
  return linesOf([firstPart(above, blocks, own, { langAround: context.lang }), post]);
}

/** The chapter. Only the first file has the role: a continuation is not another chapter. */
function firstPart(
  chapter: Chapter,
  blocks: readonly Block[],
  context: XhtmlContext,
  {
    langAround = context.lang,
    isTitlePage = false,
  }: { readonly langAround?: string; readonly isTitlePage?: boolean } = {},
): ElementContent {
  const { titleBlock } = chapter.document;
  // The archive notice follows the header: it is a passage of its own.
  const headerLength = titleBlock.filter(({ type }) => type === 'heading' || type === 'paragraph').length;
  const [title] = titleBlock;
  const named =
    title?.type === 'heading' && accessibleName(title.children) !== '' ? { ariaLabelledBy: title.id } : {};
  const header = blockHast(blocks.slice(0, headerLength), context);
  const others = [...blockHast(blocks.slice(headerLength), context), ...endnotesHast(blocks, context)];
  const children =
    headerLength > 0
      ? [h('header', { 'epub:type': isTitlePage && 'titlepage' }, linesOf(header)), ...others]
      : others;
  const lang = context.lang === langAround ? {} : languageProperties(context.lang);
  return h('section', { ...sections[chapter.kind].properties, ...named, ...lang }, linesOf(children));
}

/** Of an archived post every further file begins with the label of the notice, as a link to it. */
function continued({ chapter, names, fileName }: ChapterWriter): ElementContent[] {
  const isNotice = (block: Block): block is Callout => block.type === 'callout' && block.kind === 'archived';
  const notice = chapter.document.titleBlock.find(isNotice);
  if (notice === undefined) return [];
  const { lang, dir, children } = notice.label;
  const href = `${fileName(0)}#${names.get(notice.label) ?? ''}`;
  return [
    h(
      'p',
      { className: 'continued', ...languageProperties(lang), dir },
      h('a', { href }, inlineText(children)),
    ),
  ];
}
