import type { Message } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { walkDocument } from '../document/walk.ts';
import { appendAll } from '../lists/append-all.ts';
import { checkBidi } from './check-bidi.ts';
import { checkFakes } from './check-fakes.ts';
import { checkFigure, checkImage, checkMissingImage } from './check-image.ts';
import { checkLanguage } from './check-language.ts';
import { checkLink } from './check-link.ts';
import { checkTable } from './check-table.ts';
import { checkText } from './check-text.ts';

/** What the rules say about a document; rules about reading the source were told when it was read. */
export function lintDocument(document: Document): readonly Message[] {
  const messages: Message[] = [];
  for (const node of walkDocument(document)) {
    if (node.type === 'image') appendAll(messages, checkImage(node, document));
    if (node.type === 'missing-image') appendAll(messages, checkMissingImage(node, document));
    if (node.type === 'figure') appendAll(messages, checkFigure(node, document.file));
    if (node.type === 'link') appendAll(messages, checkLink(node, document));
    if (node.type === 'table') appendAll(messages, checkTable(node, document.file));
  }
  return [
    ...checkLanguage(document),
    ...[...messages, ...checkFakes(document), ...checkText(document), ...checkBidi(document)].toSorted(
      (a, b) => (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0),
    ),
  ];
}
