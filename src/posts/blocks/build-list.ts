import type { Element } from 'hast';
import type { Block, DefinitionItem, List, ListItem, Numbering, Paragraph } from '../../document/document.ts';
import { appendAll } from '../../lists/append-all.ts';
import { paragraphOf } from './paragraph.ts';
import { baseOf, type Builder, inReading, reportAttributes, type Surroundings } from './builder.ts';
import { factOf } from '../html/markers.ts';
import { settleDefinitions } from './settle-definitions.ts';
import { report } from '../context/post-context.ts';

const numberings: Readonly<Record<string, Numbering>> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** The list of a `ul` or `ol`; items without content are left out with a message, the others keep their numbers. */
export function buildList(element: Element, builder: Builder, around: Surroundings): readonly Block[] {
  const base = baseOf(element, builder);
  const ordered = element.tagName === 'ol';
  const first = Number(element.properties['start'] ?? 1);
  const start = Number.isSafeInteger(first) ? first : 1;
  const items: ListItem[] = [];
  let value = start;
  for (const child of itemElements(element)) {
    const own = Number(child.properties['value'] ?? value);
    if (Number.isSafeInteger(own)) value = own;
    const item = listItem(child, builder, { ...around, listDepth: around.listDepth + 1 });
    if (item !== undefined) items.push(ordered ? { ...item, value } : item);
    value += 1;
  }
  if (items.length === 0) return [];
  const list: List = {
    type: 'list',
    ...base,
    numbering: ordered ? (numberings[String(element.properties['type'])] ?? 'decimal') : 'bullet',
    tight: isTight(element, builder),
    depth: around.listDepth,
    items,
  };
  return [list];
}

/** Its `li`; anything else between them is taken as an item too, so that no word is lost. */
function itemElements(element: Element): readonly Element[] {
  return element.children.flatMap((child): Element[] => {
    if (child.type === 'element' && child.tagName === 'li') return [child];
    const says = child.type === 'element' || (child.type === 'text' && child.value.trim() !== '');
    return says ? [{ type: 'element', tagName: 'li', properties: {}, children: [child] }] : [];
  });
}

function listItem(element: Element, builder: Builder, around: Surroundings): ListItem | undefined {
  const base = baseOf(element, builder);
  const task = factOf(builder.context, element, 'task');
  const children = builder.blocks(element.children, around);
  if (children.length === 0) {
    report(builder.context, 'list-item-empty', { reason: 'List item without content', place: base.place });
    return undefined;
  }
  return {
    type: 'list-item',
    ...base,
    ...(task === undefined ? {} : { checked: task === 'done' }),
    children,
  };
}

function isTight(element: Element, builder: Builder): boolean {
  const fact = factOf(builder.context, element, 'tight');
  if (fact !== undefined) return fact === 'yes';
  return !itemElements(element).some((item) =>
    item.children.some((child) => child.type === 'element' && child.tagName === 'p'),
  );
}

/** The definition list of a `dl`; `div` around its groups is looked through. */
export function buildDefinitionList(
  element: Element,
  builder: Builder,
  around: Surroundings,
): readonly Block[] {
  const items: DefinitionItem[] = [];
  let terms: Paragraph[] = [];
  let definitions: (readonly Block[])[] = [];
  let isDefined = false;
  const endItem = (): void => {
    if (terms.length > 0 || definitions.length > 0)
      items.push({ type: 'definition-item', terms, definitions });
    terms = [];
    definitions = [];
    isDefined = false;
  };
  for (const part of partsOf(element, builder)) {
    if (part.tagName === 'dt') {
      // A definition that is empty ends the terms it belongs to all the same.
      if (isDefined) endItem();
      appendAll(terms, paragraphOf(builder.inlines(part.children), baseOf(part, builder)));
    } else {
      isDefined = true;
      reportAttributes(part, builder.context);
      const blocks = builder.blocks(part.children, around);
      if (blocks.length > 0) definitions.push(inReading(blocks, part, builder));
    }
  }
  endItem();
  return settleDefinitions(items, baseOf(element, builder), builder.context);
}

function partsOf(element: Element, builder: Builder): readonly Element[] {
  return element.children.flatMap((child): readonly Element[] => {
    if (child.type !== 'element' && child.type !== 'text') return [];
    if (child.type === 'text' && child.value.trim() === '') return [];
    if (child.type === 'element' && ['dt', 'dd'].includes(child.tagName)) return [child];
    if (child.type === 'element' && child.tagName === 'div') {
      reportAttributes(child, builder.context);
      return partsOf(child, builder);
    }
    return [{ type: 'element', tagName: 'dd', properties: {}, children: [child] }];
  });
}
