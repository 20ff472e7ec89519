import type { List, ListItem } from 'mdast';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext } from '../context/post-context.ts';
import type { Markup, MarkupRange } from '../generators/markup.ts';
import { blankBetween } from '../generators/mask-markup.ts';

/** What parts lists that Markdown takes for one, since the lines between them are read as empty. */
export interface ListParts {
  /** The number of an item that is told to begin anew (`{:start="3"}`), by the offset of the item. */
  readonly starts: ReadonlyMap<number, number>;
  /** The offsets at which what holds blocks begins and ends. */
  readonly edges: ReadonlySet<number>;
  /** Whether there is anything that could part a list. */
  readonly mayPart: boolean;
}

/** What may part the lists of a post. */
export function listParts({ masked, source }: PostContext): ListParts {
  const starts = new Map(
    masked.markup.flatMap(({ content, end }): [number, number][] => {
      const start = content.type === 'attributes' ? content.attributes.named['start'] : undefined;
      if (start === undefined || !/^\d{1,9}$/u.test(start)) return [];
      const spaces = /^\s*/u.exec(source.slice(end, end + 1000))?.[0].length ?? 0;
      return [[end + spaces, Number(start)]];
    }),
  );
  const edges = new Set(masked.ranges.flatMap(({ start, end }: MarkupRange) => [start, end]));
  return { starts, edges, mayPart: starts.size > 0 || masked.blank.length > 0 };
}

/** A list, or several: where an item is told to begin with a number of its own, and where a call, or an edge of what holds blocks, stands between items. */
export function splitList(list: List, parts: ListParts, context: PostContext): List[] {
  const groups: { readonly items: ListItem[]; readonly start: number | undefined }[] = [];
  for (const item of list.children) {
    const start = list.ordered === true ? parts.starts.get(placeOf(item)?.start.offset ?? -1) : undefined;
    const last = groups.at(-1);
    const isParted = isPartedFrom(last?.items.at(-1), item, { parts, context });
    if (last !== undefined && start === undefined && !isParted) last.items.push(item);
    else groups.push({ items: [item], start: start ?? (isParted ? numberOf(item, context) : undefined) });
  }
  if (groups.length < 2 && groups[0]?.start === undefined) return [list];
  return groups.map(({ items, start }): List => {
    const [from, to] = [placeOf(items[0] ?? list)?.start, placeOf(items.at(-1) ?? list)?.end];
    return {
      ...list,
      ...(from && to && { position: { start: from, end: to } }),
      ...(list.ordered === true && start !== undefined && { start }),
      spread: list.spread === true && isSpread(items, context),
      children: items,
    };
  });
}

function isPartedFrom(
  before: ListItem | undefined,
  item: ListItem,
  { parts, context }: { readonly parts: ListParts; readonly context: PostContext },
): boolean {
  const [from, to] = [before && placeOf(before)?.end.offset, placeOf(item)?.start];
  if (from === undefined || to === undefined) return false;
  return blankBetween(context.masked, from, to.offset).some(
    (markup) => parted(markup, parts) && columnOf(markup.start, context) <= columnOf(to.offset, context),
  );
}

/** Tags of templates that print nothing part no list; what a call prints, and what holds blocks, does. */
function parted({ start, end, written, content }: Markup, { edges }: ListParts): boolean {
  if (content.type === 'attributes') return false;
  return (
    content.type === 'label' || /^(?:\{\{[<%]|\+\+\+)/u.test(written) || edges.has(start) || edges.has(end)
  );
}

function columnOf(offset: number, context: PostContext): number {
  return placeAt(context, offset, offset).start.column;
}

/** The number that an item is written with. */
function numberOf(item: ListItem, { source }: PostContext): number | undefined {
  const offset = placeOf(item)?.start.offset ?? source.length;
  const [written] = /^\d{1,9}/u.exec(source.slice(offset, offset + 9)) ?? [];
  return written === undefined ? undefined : Number(written);
}

/** Whether an empty line parts some of the items, of those that Markdown saw. */
function isSpread(items: readonly ListItem[], { masked }: PostContext): boolean {
  return items.some((item, index) => {
    const [from, to] = [placeOf(items[index - 1] ?? item)?.end.offset, placeOf(item)?.start.offset];
    return index > 0 && /(?:\r\n?|\n)[ \t>]*[\r\n]/u.test(masked.text.slice(from, to));
  });
}
