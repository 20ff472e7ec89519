import type { Message, Result } from '../diagnostics/message.ts';
import type { Document } from './document.ts';
import { mapLeaves } from './map-leaves.ts';
import { reportRule } from './rules.ts';
import { walkDocument } from './walk.ts';

/** The document `after`, in which links that lead to what only the one `before` has are their words alone, and told. */
export function withoutLostPlaces(before: Document, after: Document): Result<Document> {
  const left = idsIn(after);
  const lost = new Set([...idsIn(before)].filter((id) => !left.has(id)));
  if (lost.size === 0) return { value: after, messages: [] };
  const messages: Message[] = [];
  const value = mapLeaves(after, {
    target: (target, { place }) => {
      if (target.kind !== 'internal' || !lost.has(target.id)) return target;
      const reason = `Link target “#${target.id}” is a picture that cannot be shown and has no words`;
      messages.push(reportRule('link-target-missing', { reason, file: after.file, place }));
      return undefined;
    },
  });
  return { value, messages };
}

function idsIn(document: Document): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { id } of walkDocument(document)) if (id !== undefined) ids.add(id);
  return ids;
}
