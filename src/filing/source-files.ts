import { join } from 'node:path';
import type { Assets } from '../document/asset.ts';
import type { PlacedFile } from '../project/place-posts.ts';
import { coverId } from '../publish/drawn-cover.ts';
import { findNearby } from '../publish/nearby-files.ts';
import type { Document } from '../document/document.ts';
import type { Image } from '../document/inline.ts';
import { walkDocument } from '../document/walk.ts';
import type { PayloadRole } from '../bag/payload-file.ts';

/** A file of the source tree. */
export interface SourceFile {
  readonly absolutePath: string;
  /** Below `data/source/`, with `/` between its parts. */
  readonly path: string;
  readonly role: Extract<PayloadRole, 'source' | 'capture'>;
  /** What it was called, where it is filed under another name. */
  readonly originalName?: string;
  /** What it is to the record. */
  readonly kind: 'post' | 'included' | 'picture' | 'series' | 'capture';
}

/** The posts with the files that they include, the pictures that they show and the series files that they inherit from, each file once, in that order. */
export function sourcesOf(from: {
  readonly posts: readonly { readonly post: PlacedFile; readonly document: Document }[];
  readonly assets: Assets;
  readonly series: readonly SourceFile[];
}): readonly SourceFile[] {
  const files = new Map<string, SourceFile>();
  const add = (file: SourceFile): void => {
    if (!files.has(file.path)) files.set(file.path, file);
  };
  for (const { post } of from.posts) {
    add({ absolutePath: post.absolutePath, path: post.path, role: 'source', kind: 'post' });
  }
  for (const { post, document } of from.posts) {
    for (const { path } of document.included ?? []) {
      const absolutePath = findNearby(path, post)?.path ?? join(post.root, path);
      add({ absolutePath, path, role: 'source', kind: 'included' });
    }
    const { cover } = document.metadata;
    const shown = typeof cover === 'object' && from.assets.has(coverId) ? [cover] : [];
    for (const node of [...picturesOf(document, from.assets), ...shown]) {
      const absolutePath = findNearby(node.imageId, post)?.path ?? join(post.root, node.imageId);
      add({ absolutePath, path: node.imageId, role: 'source', kind: 'picture' });
    }
  }
  from.series.forEach(add);
  return [...files.values()];
}

function picturesOf(document: Document, assets: Assets): readonly Image[] {
  const pictures: Image[] = [];
  for (const node of walkDocument(document))
    if (node.type === 'image' && assets.has(node.imageId)) pictures.push(node);
  return pictures;
}
