import { holdsWords } from '../document/word-attributes.ts';
import type { FoundMarkup } from './stretches.ts';

/** A tag of HTML as it stands in a source. */
interface Tag {
  readonly start: number;
  readonly end: number;
  readonly tagName: string;
  readonly attributes: readonly Attribute[];
}

/** An attribute of a tag; the offsets are those of its value without quotes. */
interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const tagStart = /<\/?[A-Za-z][A-Za-z\d:-]*/gu;
const attributeName = /[\s/]*([^\s"'<>/={}`]+)/uy;
const equals = /\s*=\s*/uy;
const bareValue = /[^\s"'=<>`]+/uy;
const tagEnd = /[\s/]*>/uy;
const nextTag = /\s*(?:<|$)/uy;

const leading: ReadonlySet<string> = new Set(['href', 'src', 'cite']);

/** Takes the tags of a text apart, which stands at an offset of the source: words are the values of some attributes alone. */
export function readTags(text: string, at: number, found: FoundMarkup): void {
  for (const tag of findTags(text)) {
    let from = tag.start;
    const { tagName, attributes } = tag;
    const kind = attributes.find(({ name }) => name === 'type');
    const type = kind && text.slice(kind.start, kind.end).toLowerCase();
    const suggests = isSuggestion(tag, text);
    for (const { name, start, end } of attributes) {
      found.signs.push({ start: at + from, end: at + start });
      const isShown = holdsWords({ tagName, name, type }) || (name === 'value' && suggests);
      if (leading.has(name)) found.addresses.push({ start: at + start, end: at + end });
      else if (!isShown) found.signs.push({ start: at + start, end: at + end });
      else if (name === 'srcdoc') readTags(text.slice(start, end), at + start, found);
      from = end;
    }
    found.signs.push({ start: at + from, end: at + tag.end });
  }
}

/** Whether a tag is that of an option without words of its own: its value is shown (HTML §4.10.10). */
function isSuggestion({ tagName, end, attributes }: Tag, text: string): boolean {
  if (tagName !== 'option' || attributes.some(({ name }) => name === 'label')) return false;
  return matchAt(nextTag, text, end) !== undefined;
}

/** The tags of a text (HTML §13.1.2), by their form alone. What a tag fails at is not looked at for another. */
function findTags(source: string): readonly Tag[] {
  const tags: Tag[] = [];
  const missing = new Set<string>();
  tagStart.lastIndex = 0;
  for (let match = tagStart.exec(source); match !== null; match = tagStart.exec(source)) {
    const { attributes, end } = readAttributes(source, tagStart.lastIndex, missing);
    const closed = matchAt(tagEnd, source, end);
    const tagName = match[0].replace(/^<\/?/u, '').toLowerCase();
    if (closed !== undefined)
      tags.push({ start: match.index, end: end + closed[0].length, tagName, attributes });
    tagStart.lastIndex = end;
  }
  return tags;
}

function readAttributes(
  source: string,
  from: number,
  missing: Set<string>,
): { readonly attributes: readonly Attribute[]; readonly end: number } {
  const attributes: Attribute[] = [];
  let end = from;
  for (let name = matchAt(attributeName, source, end); name; name = matchAt(attributeName, source, end)) {
    const behind = end + name[0].length;
    const sign = matchAt(equals, source, behind);
    if (sign === undefined) {
      attributes.push({ name: (name[1] ?? '').toLowerCase(), start: behind, end: behind });
      end = behind;
      continue;
    }
    const value = readValue(source, behind + sign[0].length, missing);
    if (value === undefined) return { attributes, end: behind };
    attributes.push({ name: (name[1] ?? '').toLowerCase(), start: value.start, end: value.end });
    ({ behind: end } = value);
  }
  return { attributes, end };
}

function readValue(
  source: string,
  from: number,
  missing: Set<string>,
): { readonly start: number; readonly end: number; readonly behind: number } | undefined {
  const quote = source.charAt(from);
  if (quote !== '"' && quote !== "'") {
    const bare = matchAt(bareValue, source, from);
    const end = from + (bare?.[0].length ?? 0);
    return bare && { start: from, end, behind: end };
  }
  const end = missing.has(quote) ? -1 : source.indexOf(quote, from + 1);
  if (end < 0) missing.add(quote);
  return end < 0 ? undefined : { start: from + 1, end, behind: end + 1 };
}

function matchAt(expression: RegExp, source: string, offset: number): RegExpExecArray | undefined {
  expression.lastIndex = offset;
  return expression.exec(source) ?? undefined;
}
