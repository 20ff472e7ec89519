import type { Block, Heading, Section } from '../../document/document.ts';
import { type PostContext, report } from '../context/post-context.ts';

/**
 * Gives headings their emitted levels (no level is skipped, as ISO 14289-1 §7.4.2 asks; relative nesting is kept) and
 * puts all that follows a heading into its section. Levels begin below the title, at 1 where there is none.
 */
export function nestSections(
  blocks: readonly Block[],
  titled: boolean,
  context: PostContext,
): readonly Block[] {
  const levels = createLevels(titled ? 1 : 0, context);
  return nest(blocks.map((block) => levelBlock(block, levels)));
}

type Levels = (heading: Heading) => Heading;

function createLevels(offset: number, context: PostContext): Levels {
  const open: number[] = [];
  return (heading) => {
    const raw = heading.level;
    if (raw === 1 && offset === 1) {
      report(context, 'heading-multiple-h1', {
        reason: 'Second heading of level 1: it is written one level lower',
        place: heading.place,
      });
    }
    while ((open.at(-1) ?? 0) >= raw) open.pop();
    const above = open.at(-1);
    open.push(raw);
    const level = offset + open.length;
    if (above !== undefined && raw - above > 1) {
      const reason = `Heading level jumps from ${above} to ${raw}: it is written as level ${level}`;
      report(context, 'heading-skip', { reason, place: heading.place });
    }
    return { ...heading, level };
  };
}

/** The block with the levels of all headings in it set, in reading order. */
function levelBlock(block: Block, levels: Levels): Block {
  const all = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((child) => levelBlock(child, levels));
  switch (block.type) {
    case 'heading':
      return levels(block);
    case 'quote':
    case 'group':
    case 'callout':
      return { ...block, children: all(block.children) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, children: all(item.children) })) };
    case 'definition-list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, definitions: item.definitions.map(all) })),
      };
    case 'table': {
      const rows = (part: typeof block.head): typeof block.head =>
        part.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, children: all(cell.children) })),
        }));
      const head = rows(block.head);
      const body = rows(block.body);
      return { ...block, head, body, foot: rows(block.foot) };
    }
    case 'section':
    case 'paragraph':
    case 'code-block':
    case 'figure':
    case 'verse':
    case 'thematic-break':
    case 'note':
      return block;
  }
}

function nest(blocks: readonly Block[]): readonly Block[] {
  const top: Block[] = [];
  const open: { heading: Heading; children: Block[] }[] = [];
  const close = (): void => {
    const ended = open.pop();
    if (ended === undefined) return;
    const { heading, children } = ended;
    const section: Section = {
      type: 'section',
      ...(heading.place && { place: heading.place }),
      heading,
      children,
    };
    (open.at(-1)?.children ?? top).push(section);
  };
  for (const block of blocks) {
    if (block.type === 'heading') {
      while ((open.at(-1)?.heading.level ?? 0) >= block.level) close();
      open.push({ heading: block, children: [] });
    } else (open.at(-1)?.children ?? top).push(block);
  }
  while (open.length > 0) close();
  return top;
}
