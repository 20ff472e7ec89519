import type { ChapterKind, Publication } from '../../document/publication.ts';

/** How the content documents of a chapter are called: `part` counts from 0, and goes up where a chapter is split. */
export interface FileNames {
  readonly fileName: (part: number) => string;
  /** In the manifest. */
  readonly itemId: (part: number) => string;
}

/** The names for each chapter. Of posts in a collection they sort as the posts do. */
export function fileNames({ form, chapters }: Publication): readonly FileNames[] {
  if (form === 'post')
    return chapters.map(({ kind }) => (kind === 'record-sheet' ? recordSheetOfPost : postAlone));
  const width = String(chapters.filter(({ kind }) => kind === 'post').length).length;
  const counts = new Map<ChapterKind, number>();
  return chapters.map(({ kind }) => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const stem = single.has(kind)
      ? kind
      : `${kind}-${String(number).padStart(kind === 'post' ? width : 1, '0')}`;
    const itemId = (part: number): string => (part === 0 ? stem : `${stem}-${part + 1}`);
    return { itemId, fileName: (part) => `${itemId(part)}.xhtml` };
  });
}

const postAlone: FileNames = {
  fileName: (part) => (part === 0 ? 'post.xhtml' : `post-${part + 1}.xhtml`),
  itemId: (part) => `post-${part + 1}`,
};

const recordSheetOfPost: FileNames = {
  fileName: (part) => `${recordSheetOfPost.itemId(part)}.xhtml`,
  itemId: (part) => (part === 0 ? 'record-sheet' : `record-sheet-${part + 1}`),
};

/** Of these a collection has one at most. */
const single: ReadonlySet<ChapterKind> = new Set([
  'title-page',
  'imprint',
  'contents',
  'notices',
  'colophon',
  'record-sheet',
]);
