import type { AttributeValue, Attributes, StructElem } from '../../../src/pdf/structure/struct-elem.ts';

/** The tag tree as indented text, one element a line, for golden files: role, title, language, attributes, id. */
export function printStructure(elem: StructElem, depth = 0): string {
  const facts = [
    elem.title === undefined ? '' : ` T=${JSON.stringify(elem.title)}`,
    elem.lang === undefined ? '' : ` Lang=${elem.lang}`,
    elem.alt === undefined ? '' : ` Alt=${JSON.stringify(elem.alt)}`,
    elem.expansion === undefined ? '' : ` E=${JSON.stringify(elem.expansion)}`,
    elem.id === undefined ? '' : ` ID=${elem.id}`,
    ...elem.attributes.map((attributes) => ` {${printAttributes(attributes)}}`),
  ].join('');
  const slots = elem.kids.filter((kid) => kid.kind === 'slot').length;
  const line = `${'  '.repeat(depth)}${elem.role}${facts}${slots > 0 ? ` · ${slots}` : ''}\n`;
  return line + elem.kids.map((kid) => (kid.kind === 'elem' ? printStructure(kid, depth + 1) : '')).join('');
}

function printAttributes(attributes: Attributes): string {
  const entries = Object.entries(attributes).filter(([key]) => key !== 'O');
  return `${attributes.O} ${entries.map(([key, value]) => `${key}=${printValue(value)}`).join(' ')}`;
}

function printValue(value: AttributeValue | string): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if ('name' in value) return value.name;
  return 'text' in value ? JSON.stringify(value.text) : `[${value.join(' ')}]`;
}
