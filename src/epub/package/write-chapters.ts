import type { ElementContent } from 'hast';
import type { Block } from '../../document/document.ts';
import { divisionAbove } from '../../document/division-above.ts';
import type { Publication } from '../../document/publication.ts';
import { navFileName, type ContentFile } from './book.ts';
import { blockHast } from '../xhtml/block-hast.ts';
import { endnotesHast } from '../xhtml/note-hast.ts';
import type { Resources } from './collect-resources.ts';
import { contextOf, writeContentFile, type ChapterWriter } from './content-file.ts';
import { fileNames } from './file-names.ts';
import { findPlaces, type Part, type Places } from './find-places.ts';
import { nameNodes } from '../xhtml/name-nodes.ts';
import { noPageBreaks, type PageBreaks } from '../xhtml/place-page-breaks.ts';
import { serialiseXhtml } from '../xhtml/serialise-xhtml.ts';
import { splitBlocks } from './split-blocks.ts';

/** What all chapters share. */
export interface WriteChaptersOptions {
  readonly resources: Resources;
  readonly pageBreaks: PageBreaks;
  /** Bytes of XHTML above which a chapter is split. */
  readonly limit: number;
}

/** The content documents, and where everything stands in them. */
export interface WrittenChapters {
  /** For each chapter its content documents; none for the contents, which the navigation document stands for. */
  readonly files: readonly (readonly ContentFile[])[];
  readonly places: Places;
}

/** The content documents of every chapter: one, or several where that one would be too large. */
export function writeChapters(publication: Publication, options: WriteChaptersOptions): WrittenChapters {
  const writers = writersOf(publication, options);
  const wholes = writers.map((writer) => [
    [...writer.chapter.document.titleBlock, ...writer.chapter.document.body],
  ]);
  const places = placesOf(writers, wholes);
  const drafts = writers.map((writer, index) => writeParts(writer, wholes[index] ?? [], places));
  const large = drafts.map(({ files }) => sizeOf(files) > options.limit);
  if (!large.includes(true)) return { files: drafts.map(({ files }) => files), places };

  const parts = writers.map((writer, index) =>
    large[index] ? partsOf(writer, options.limit) : (wholes[index] ?? []),
  );
  const moved = placesOf(writers, parts);
  const files = drafts.map((draft, index) => {
    const stays = !large[index] && [...draft.asked].every((id) => moved.find(id) === places.find(id));
    return stays ? draft.files : writeParts(draft.writer, parts[index] ?? [], moved).files;
  });
  return { files, places: moved };
}

function writersOf(publication: Publication, options: WriteChaptersOptions): readonly ChapterWriter[] {
  const names = fileNames(publication);
  return publication.chapters.flatMap((chapter, index) => {
    const own = names[index];
    if (own === undefined) return [];
    const above = divisionAbove(publication, index);
    const isAbove = divisionAbove(publication, index + 1) === chapter;
    // A division above a post stands in the file of that.
    const shownIn = isAbove ? (names[index + 1] ?? own) : own;
    return [{ ...options, ...shownIn, publication, chapter, above, isAbove, ...nameNodes(chapter.document) }];
  });
}

type Parts = readonly (readonly Block[])[];

function placesOf(writers: readonly ChapterWriter[], parts: readonly Parts[]): Places {
  const files = writers.flatMap((writer, index) =>
    (parts[index] ?? []).map((blocks, part): Part => {
      const isContents = writer.chapter.kind === 'contents';
      return { fileName: isContents ? navFileName : writer.fileName(part), blocks };
    }),
  );
  return findPlaces(files, writers[0]?.pageBreaks ?? noPageBreaks);
}

interface Draft {
  readonly writer: ChapterWriter;
  readonly files: readonly ContentFile[];
  /** The ids that it has links to. */
  readonly asked: ReadonlySet<string>;
}

function writeParts(writer: ChapterWriter, parts: Parts, places: Places): Draft {
  const asked = new Set<string>();
  const hrefOf = (id: string): string => {
    asked.add(id);
    return places.hrefOf(id);
  };
  const shown = writer.chapter.kind === 'contents' || writer.isAbove ? [] : parts;
  return {
    writer,
    asked,
    files: shown.map((blocks, part) => writeContentFile(writer, blocks, { part, hrefOf })),
  };
}

function sizeOf(files: readonly ContentFile[]): number {
  return files.reduce((total, file) => total + Buffer.byteLength(file.xhtml), 0);
}

/** The blocks of each content document, the title block in the first. */
function partsOf(writer: ChapterWriter, limit: number): Parts {
  const { titleBlock, body } = writer.chapter.document;
  // Addresses of other files are longer by the file name: too little to matter for a limit of this kind.
  const context = contextOf(writer, (id) => `#${id}`);
  const hastOf = (block: Block): ElementContent[] => [
    ...blockHast([block], context),
    ...endnotesHast([block], context),
  ];
  const sizes = new Map<Block, number>();
  const sizeOfBlock = (block: Block): number => {
    const size = sizes.get(block) ?? Buffer.byteLength(serialiseXhtml(hastOf(block)));
    sizes.set(block, size);
    return size;
  };
  const [first = [], ...rest] = splitBlocks(body, { sizeOf: sizeOfBlock, limit });
  return [[...titleBlock, ...first], ...rest];
}
