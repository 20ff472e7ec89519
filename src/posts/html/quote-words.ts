import { quotable } from '../../characters/quotable.ts';
import type { Element } from 'hast';
import { holdsWords } from '../../document/word-attributes.ts';

/**
 * The words of an element that is left out, as its message quotes them: ` with “words”`, empty where it has none. What another file
 * brings into it is none of them.
 */
export function quoteWords(element: Element, except: readonly string[] = []): string {
  return quoted([...attributeWords(element, except), ...childWords(element)]);
}

/** The words of its attributes, quoted in the same way. */
export function quoteAttributes(element: Element, except: readonly string[] = []): string {
  return quoted(attributeWords(element, except));
}

/** All that a program would have run or shown, quoted in the same way: of a script that is never closed, what follows it is a part. */
export function quoteProgram({ children }: Element): string {
  return quoted(children.flatMap((child) => (child.type === 'text' ? [child.value] : [])));
}

function quoted(parts: readonly string[]): string {
  const words = quotable(parts.join(' '));
  return words === '' ? '' : ` with “${words}”`;
}

function attributeWords({ tagName, properties }: Element, except: readonly string[]): readonly string[] {
  const type = String(properties['type'] ?? '').toLowerCase();
  return Object.entries(properties).flatMap(([property, value]) => {
    const name = attributeName(property);
    if (typeof value !== 'string' || except.includes(name) || !holdsWords({ tagName, name, type })) return [];
    return [name === 'srcdoc' ? withoutTags(value) : value];
  });
}

/** The name of an attribute in HTML: hast writes `aria-label` as `ariaLabel`, and as it stands what it does not know. */
export function attributeName(property: string): string {
  return property.toLowerCase().replace(/^aria-?/u, 'aria-');
}

/** Whether an element holds words or pictures of another file, which its own message does not quote. */
export function holdsIncluded({ data, children }: Element): boolean {
  if (data?.isIncluded === true) return false;
  return children.some(
    (child) => child.data?.isIncluded === true || (child.type === 'element' && holdsIncluded(child)),
  );
}

function childWords(element: Element): readonly string[] {
  const { tagName, content } = element;
  const children = tagName === 'template' && content !== undefined ? content.children : element.children;
  return children.flatMap((child): readonly string[] => {
    if (child.data?.isIncluded === true && element.data?.isIncluded !== true) return [];
    if (child.type === 'text') return [asText.has(tagName) ? withoutTags(child.value) : child.value];
    if (child.type !== 'element' || child.tagName === 'script' || child.tagName === 'style') return [];
    return [...attributeWords(child, []), ...optionValue(child), ...childWords(child)];
  });
}

/** What a list of suggestions shows where an option has no words of its own (HTML §4.10.10). */
function optionValue({ tagName, properties: { value, label }, children }: Element): readonly string[] {
  const hasOwn = label !== undefined || children.length > 0;
  return tagName === 'option' && !hasOwn && typeof value === 'string' ? [value] : [];
}

/** Elements of which a parser takes all that they hold for text, tags too (HTML §13.2.6.4.7). */
const asText: ReadonlySet<string> = new Set(['iframe', 'noembed', 'noframes']);

function withoutTags(html: string): string {
  return html.replace(/<[^<>]*>/gu, ' ');
}
