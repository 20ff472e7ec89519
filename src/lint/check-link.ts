import type { Message } from '../diagnostics/message.ts';
import { reportRule } from '../diagnostics/report-rule.ts';
import type { Inline, Link } from '../document/document.ts';

/** A link needs a name: words, or a picture with a text alternative (WCAG 2.2 SC 2.4.4). */
export function checkLink(link: Link, file: string): readonly Message[] {
  if (link.children.some(hasName)) return [];
  const target = link.target.kind === 'external' ? link.target.url : `#${link.target.id}`;
  return [reportRule('link-empty', { reason: `Link to “${target}” has no words`, file, place: link.place })];
}

function hasName(inline: Inline): boolean {
  switch (inline.type) {
    case 'text':
      return inline.value.trim() !== '';
    case 'image':
      return (inline.alt ?? '').trim() !== '';
    case 'span':
    case 'link':
    case 'missing-image':
      return inline.children.some(hasName);
    case 'ruby':
      return inline.base.some(hasName);
    case 'break':
    case 'note-reference':
      return false;
  }
}
