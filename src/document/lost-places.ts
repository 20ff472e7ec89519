import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from './document.ts';
import { mapLeaves } from './map-leaves.ts';
import { reportRule } from './rules.ts';
import { walkDocument } from './walk.ts';

/**
 * The document, in which links that lead to what is not there are their words alone, and told: a place goes with what shows nothing,
 * be it an empty heading or a picture that cannot be shown. `isThere` is asked for the id of each link within the publication.
 */
export function withoutLostPlaces(document: Document, isThere: (id: string) => boolean): Result<Document> {
  const messages: Message[] = [];
  if (!hasLost(document, isThere)) return { value: document, messages };
  const value = mapLeaves(document, {
    image: ({ detailsId, ...image }) =>
      detailsId !== undefined && isThere(detailsId) ? { ...image, detailsId } : image,
    target: (target, { place }) => {
      if (target.kind !== 'internal' || isThere(target.id)) return target;
      const reason = `Link target “#${target.id}” shows nothing and was left out`;
      messages.push(reportRule('link-target-missing', { reason, file: document.file, place }));
      return undefined;
    },
  });
  return { value, messages };
}

function hasLost(document: Document, isThere: (id: string) => boolean): boolean {
  for (const node of walkDocument(document)) {
    if (node.type === 'image' && node.detailsId !== undefined && !isThere(node.detailsId)) return true;
    const target = node.type === 'link' ? node.target : node.type === 'figure' ? node.link : undefined;
    if (target?.kind === 'internal' && !isThere(target.id)) return true;
  }
  return false;
}

/** The ids of all that documents hold. */
export function idsIn(documents: readonly Document[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const document of documents)
    for (const { id } of walkDocument(document)) if (id !== undefined) ids.add(id);
  return ids;
}
