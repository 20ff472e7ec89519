import type { Element } from 'hast';
import type { PostContext } from '../context/post-context.ts';
import { splitMasked } from '../generators/mask-markup.ts';
import { elementName } from './markers.ts';

/** `## Words {#id}` and `## Words ## {#id}`: the name, without the signs that close the line. */
export function nameHeading(heading: Element, before: Element, context: PostContext): void {
  const last = before.children.at(-1);
  const parts = last?.type === 'text' ? splitMasked(last.value, context.masked) : [];
  const mark = parts.findLast((part) => typeof part !== 'string');
  if (mark === undefined || typeof mark === 'string' || mark.content.type !== 'attributes') return;
  const { id } = mark.content.attributes;
  if (id !== undefined) heading.properties['id'] = id;
  const end = heading.children.at(-1);
  if (end?.type === 'text') end.value = withoutClosing(end.value);
}

/** `: Caption {#id}` names the table, not its caption (Quarto). Edits both. */
export function nameTable(table: Element, context: PostContext): void {
  const [label] = table.children;
  if (label?.type !== 'element' || elementName(context, label) !== 'tagleaf:label') return;
  const { id, ...rest } = label.properties;
  if (id === undefined || table.properties['id'] !== undefined) return;
  table.properties = { ...table.properties, id };
  label.properties = rest;
}

/** The words of a heading without the signs that close it. */
function withoutClosing(words: string): string {
  const text = words.trimEnd();
  const bare = text.replace(/(?<!#)#+$/u, '');
  return /\s$/u.test(bare.slice(-1)) ? bare.trimEnd() : text;
}
