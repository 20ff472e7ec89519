import { hasVisibleText, isFiller } from '../characters/visible-text.ts';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Document } from '../document/document.ts';
import type { Inline, Link } from '../document/inline.ts';
import { inlineText } from '../document/plain-text.ts';
import { isGenericLink } from './phrases.ts';

/** A link needs a name that says where it leads: words, or a picture with a text alternative (WCAG 2.2 SC 2.4.4). */
export function checkLink(link: Link, { file, metadata }: Document): readonly Message[] {
  const found = { file, place: link.place };
  const target = link.target.kind === 'external' ? link.target.url : `#${link.target.id}`;
  if (!link.children.some(hasName)) {
    return [reportRule('link-empty', { reason: `Link to “${target}” has no words`, ...found })];
  }
  const words = inlineText(link.children).trim();
  if (isGenericLink(words, link.lang ?? metadata.lang)) {
    return [
      reportRule('link-generic', { reason: `Link text “${words}” says nothing of its target`, ...found }),
    ];
  }
  if (/^(?:https?:\/\/|www\.)\S+$/iu.test(words)) {
    return [reportRule('link-text-url', { reason: `Link text “${words}” is an address`, ...found })];
  }
  return [];
}

function hasName(inline: Inline): boolean {
  switch (inline.type) {
    case 'text':
      return hasVisibleText(inline.value);
    case 'image':
      return hasVisibleText(inline.alt ?? '') && !isFiller(inline.alt ?? '');
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
