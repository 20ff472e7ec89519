import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { DefinitionList, List, ListItem, Numbering } from '../../document/document.ts';
import { fillString } from '../../document/strings.ts';
import { inlineHast } from './inline-hast.ts';
import { unwrapParagraph } from './unwrap-paragraph.ts';
import { commonProperties, inside, wordsProperties, type XhtmlContext } from './xhtml-context.ts';

const types: Readonly<Record<Numbering, string | undefined>> = {
  bullet: undefined,
  decimal: undefined,
  'lower-alpha': 'a',
  'upper-alpha': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

/** A list; items that are tasks carry their box as a named image. */
export function listHast(list: List, context: XhtmlContext): ElementContent {
  const around = inside(list, context);
  const first = list.items[0]?.value ?? 1;
  let expected = first;
  const items = list.items.map((item) => {
    const value = item.value ?? expected;
    const jumps = list.numbering !== 'bullet' && value !== expected;
    expected = value + 1;
    return itemHast(list, item, { context: around, value: jumps ? value : undefined });
  });
  // Safari forgets that a list without markers is a list unless the role says so.
  const tasks = list.numbering === 'bullet' && list.items.some((item) => item.checked !== undefined);
  const properties = { ...commonProperties(list), ...(tasks && { className: 'task-list', role: 'list' }) };
  if (list.numbering === 'bullet') return h('ul', properties, items);
  return h(
    'ol',
    { ...properties, start: first === 1 ? undefined : first, type: types[list.numbering] },
    items,
  );
}

interface ItemOptions {
  readonly context: XhtmlContext;
  /** Where the number is not the one that follows from the item before. */
  readonly value: number | undefined;
}

function itemHast(list: List, item: ListItem, options: ItemOptions): ElementContent {
  const { value } = options;
  const context = inside(item, options.context);
  const properties = { ...commonProperties(item), value };
  const children = list.tight
    ? unwrapParagraph(item.children, context)
    : context.writeBlocks(item.children, context);
  if (item.checked === undefined) return h('li', properties, children);
  const numbered = list.numbering !== 'bullet';
  const box = taskBox(item.checked, { context, numbered });
  const [start, ...rest] = children;
  // In a loose list the box belongs into the first paragraph, not on a line of its own.
  const inFirst = start?.type === 'element' && start.tagName === 'p';
  const content = inFirst
    ? [{ ...start, children: [...box, ...start.children] }, ...rest]
    : [...box, ...children];
  return h('li', numbered ? properties : { ...properties, className: 'task' }, content);
}

function taskBox(
  checked: boolean,
  { context, numbered }: { readonly context: XhtmlContext; readonly numbered: boolean },
): ElementContent[] {
  const ariaLabel = fillString(context.strings, checked ? 'taskDone' : 'taskToDo');
  const place = numbered ? {} : { className: 'task-box' };
  const properties = { ...wordsProperties(context), ...place, role: 'img', ariaLabel };
  return [h('span', properties, checked ? '☑' : '☐'), { type: 'text', value: ' ' }];
}

/** A definition list. */
export function definitionListHast(list: DefinitionList, context: XhtmlContext): ElementContent {
  const around = inside(list, context);
  const items = list.items.flatMap((item) => {
    const here = inside(item, around);
    // HTML §4.4.9 allows a div around a group; it is only needed to carry what the author said of the item.
    const carrier = item.id !== undefined || item.lang !== undefined || item.dir !== undefined;
    const parts = [
      ...item.terms.map((term) =>
        h('dt', commonProperties(term), inlineHast(term.children, inside(term, here))),
      ),
      ...item.definitions.map((blocks) => h('dd', unwrapParagraph(blocks, here))),
    ];
    return carrier ? [h('div', commonProperties(item), parts)] : parts;
  });
  return h('dl', commonProperties(list), items);
}
