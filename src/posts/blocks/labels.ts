import { saysSomething } from '../../document/says-something.ts';
import type { Element, ElementContent } from 'hast';
import type { Paragraph } from '../../document/document.ts';
import { languageOutside } from '../../document/language-outside.ts';
import type { StringKey } from '../../document/strings.ts';
import { elementName } from '../html/markers.ts';
import { baseOf, type Builder } from './builder.ts';
import { paragraphOf } from './paragraph.ts';

/** The words of the product for what an author gave no label. */
export function generatedLabel(key: StringKey, builder: Builder): Paragraph {
  const strings = builder.strings;
  const lang = languageOutside(strings.lang, builder.language);
  return {
    type: 'paragraph',
    ...(lang !== undefined && { lang }),
    children: [{ type: 'text', value: strings.words[key], offset: 0 }],
  };
}

/** The label of a directive, and what stands below it. */
export interface Labelled {
  readonly label: Paragraph | undefined;
  readonly content: readonly ElementContent[];
}

/** Takes the label of a directive out of what it holds. */
export function splitLabel(element: Element, builder: Builder): Labelled {
  const isLabel = (node: ElementContent): boolean =>
    node.type === 'element' && elementName(builder.context, node) === 'tagleaf:label';
  const label = element.children.find(isLabel);
  const content = element.children.filter((node) => !isLabel(node));
  if (label?.type !== 'element') return { label: undefined, content };
  const [paragraph] = paragraphOf(builder.inlines(label.children), baseOf(label, builder));
  return { label: paragraph && saysSomething([paragraph]) ? paragraph : undefined, content };
}
