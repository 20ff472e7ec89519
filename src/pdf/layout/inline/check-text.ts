import type { Message } from '../../../diagnostics/message.ts';
import { reportRule } from '../../rules.ts';
import type { Document } from '../../../document/document.ts';
import { placeWithin } from '../../../document/place-within.ts';
import { inlineText } from '../../../document/plain-text.ts';
import { walkDocument } from '../../../document/walk.ts';
import { suggestPackage } from '../../../fonts/suggest-package.ts';
import { startsRightToLeft } from '../../../text/directions.ts';
import type { Shaper } from '../../../text/shape-text.ts';

/** What the text of a document that was just laid out lacks: glyphs, and lines that read from the right. */
export function checkText(document: Document, shaper: Shaper): readonly Message[] {
  return [...missingGlyphs(document, shaper), ...rightToLeftBlocks(document)];
}

/** One message for each character without a glyph, at its first place in the post. */
function missingGlyphs(document: Document, shaper: Shaper): readonly Message[] {
  if (shaper.missing.size === 0) return [];
  const open = new Set(shaper.missing);
  const messages: Message[] = [];
  for (const node of walkDocument(document)) {
    if (node.type !== 'text') continue;
    for (const cluster of open) {
      if (!node.value.includes(cluster)) continue;
      open.delete(cluster);
      const names = Array.from(
        cluster,
        (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      );
      const font = suggestPackage(cluster);
      const cure = font ? `, ${font.script}; the package ${font.name} has it` : '';
      const reason = `No font covers “${cluster}” (${names.join(' ')}${cure})`;
      const place = placeWithin(cluster, node.place, document.source);
      messages.push(reportRule('glyph-missing', { reason, file: document.file, place }));
    }
  }
  return messages;
}

/** One message where paragraphs read from the right: they are set as parts of left-to-right text. */
function rightToLeftBlocks(document: Document): readonly Message[] {
  const blocks = [...walkDocument(document)].filter(
    (node) =>
      (node.type === 'paragraph' || node.type === 'heading') &&
      (node.dir === 'rtl' || startsRightToLeft(inlineText(node.children))),
  );
  const first = blocks[0];
  if (!first) return [];
  const reason = `The paragraph reads from the right (${blocks.length} in this post)`;
  return [reportRule('direction-unsupported', { reason, file: document.file, place: first.place })];
}
