import type { DirectiveOptions } from './directive-options.ts';
import { isKnownOption } from './directive-kinds.ts';
import { readAttributes } from './read-call.ts';

/**
 * Options of a directive that stand behind its name, `{note #id .class icon=false}` (MyST, “Inline options”), as those on lines of their own;
 * `undefined` where they are none that are known, as of a cell of R Markdown.
 */
export function readInlineOptions(written: string): DirectiveOptions['named'] | undefined {
  if (written.trim() === '') return {};
  const list = readAttributes(written, () => false);
  if (list === undefined || !Object.keys(list.named).every(isKnownOption)) return undefined;
  const { id, classes, named } = list;
  return {
    ...(id !== undefined && { label: id }),
    ...(classes.length > 0 && { class: classes.join(' ') }),
    ...named,
  };
}
