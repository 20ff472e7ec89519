import type { Element } from 'hast';
import { holdsWords } from '../../document/word-attributes.ts';

/** So much of words that are left out is quoted: how they begin, and how they end. */
const longestBeginning = 400;
const longestEnd = 100;

/** The words of an element that is left out, as its message quotes them: ` with “words”`, empty where it has none. */
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

/**
 * Words as a message quotes them: on one line, and of long ones the beginning and the end, which name what lies between them. Quotation marks
 * of the author's own are straight, so that they do not end the quotation.
 */
export function quotable(text: string): string {
  const line = text.replace(/\s+/gu, ' ').replace(/[“”]/gu, '"').trim();
  if (line.length <= longestBeginning + longestEnd) return line;
  const begin = line.slice(0, besideWord(line, longestBeginning)).trim();
  return `${begin} … ${line.slice(besideWord(line, line.length - longestEnd)).trim()}`;
}

const partOfWord = /[\p{L}\p{M}\p{N}\p{Cs}]/u;

/** Where a cut at or before a place cuts no word, unless one has no end for long: a part of it could not be found again. */
function besideWord(line: string, wanted: number): number {
  for (let at = wanted; at > wanted - longestEnd; at -= 1)
    if (!partOfWord.test(line.charAt(at - 1)) || !partOfWord.test(line.charAt(at))) return at;
  return wanted;
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

function childWords(element: Element): readonly string[] {
  const { tagName, content } = element;
  const children = tagName === 'template' && content !== undefined ? content.children : element.children;
  return children.flatMap((child): readonly string[] => {
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
