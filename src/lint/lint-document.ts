import type { Assets } from '../assets/asset.ts';
import type { Message } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { walkDocument } from '../document/walk.ts';
import { checkImage } from './check-image.ts';
import { checkLanguage } from './check-language.ts';
import { checkLink } from './check-link.ts';
import { checkTable } from './check-table.ts';

/** What the rules say about a document, in reading order; rules about reading the source were told when it was read. */
export function lintDocument(document: Document, _assets: Assets): readonly Message[] {
  const messages: Message[] = [...checkLanguage(document)];
  for (const node of walkDocument(document)) {
    if (node.type === 'image') messages.push(...checkImage(node, document.file));
    if (node.type === 'link') messages.push(...checkLink(node, document.file));
    if (node.type === 'table') messages.push(...checkTable(node, document.file));
  }
  return messages;
}
