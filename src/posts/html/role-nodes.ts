import type { Element, ElementContent, Properties } from 'hast';
import type { Place } from '../../diagnostics/message.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { readRole } from '../generators/roles.ts';
import { referenceElement } from './reference-element.ts';
import { mathElement } from './math.ts';

/** A role with its words, and where both stand. */
export interface Role {
  readonly name: string;
  readonly content: string;
  readonly position: Place;
}

/** What a role prints, and whether it is known what it says of its words. */
export function roleNode(
  { name, content, position }: Role,
  context: PostContext,
): { readonly node: ElementContent; readonly isKnown: boolean } {
  const meaning = readRole(name, content);
  const text: ElementContent = { type: 'text', value: meaning.text ?? '', position };
  const element = (tagName: string, properties: Properties): Element => {
    return { type: 'element', tagName, properties, children: [text], position };
  };
  const nodeOf = (): ElementContent => {
    switch (meaning.type) {
      case 'reference':
        return referenceElement(meaning, position, context);
      case 'text':
        return text;
      case 'icon':
        report(context, 'html-attr-dropped', { reason: `Icon “${content}” left out`, place: position });
        return { type: 'text', value: '', position };
      case 'link':
        return element('a', { href: meaning.href });
      case 'math':
        return mathElement(meaning.text, false, position);
      case 'element':
        return element(meaning.tagName, meaning.title === undefined ? {} : { title: meaning.title });
      case 'unknown':
        return meaning.isCode ? element('code', {}) : text;
    }
  };
  return { node: nodeOf(), isKnown: meaning.type !== 'unknown' };
}
