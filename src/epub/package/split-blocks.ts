import type { Block, Section } from '../../document/document.ts';
import { appendAll } from '../../lists/append-all.ts';

/** How large a part may become. */
export interface SplitOptions {
  /** The size of one block as it will be written, in bytes. */
  readonly sizeOf: (block: Block) => number;
  /** Above this a part is split where that is possible. */
  readonly limit: number;
}

/**
 * Shares blocks out to parts of at most `limit` bytes, in order. A part ends where a block of the top level ends; a
 * section that is itself too large continues without its element in the next part. Lists, tables and all other blocks
 * stay whole whatever their size, and a note stays with the block that refers to it.
 */
export function splitBlocks(blocks: readonly Block[], options: SplitOptions): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let size = Infinity;
  for (const piece of pieces(blocks, options)) {
    const pieceSize = sum(piece, options);
    const part = parts.at(-1);
    if (part === undefined || size + pieceSize > options.limit) {
      parts.push([...piece]);
      size = pieceSize;
    } else {
      appendAll(part, piece);
      size += pieceSize;
    }
  }
  return parts;
}

/** What must stay together: a block with the notes that follow it. */
function pieces(blocks: readonly Block[], options: SplitOptions): readonly (readonly Block[])[] {
  const whole = blocks.flatMap((block) =>
    block.type === 'section' && options.sizeOf(block) > options.limit
      ? breakSection(block, options)
      : [[block]],
  );
  const glued: Block[][] = [];
  for (const piece of whole) {
    const before = glued.at(-1);
    if (before !== undefined && piece[0]?.type === 'note') appendAll(before, piece);
    else glued.push([...piece]);
  }
  return glued;
}

/** The section with as many of its blocks as fit, then the rest of its blocks. */
function breakSection(section: Section, options: SplitOptions): readonly (readonly Block[])[] {
  const [first = [], ...rest] = splitBlocks(section.children, options);
  const head = { ...section, children: first };
  if (section.lang === undefined && section.dir === undefined) return [[head], ...rest];
  // What the author said of the section holds for its continuations too.
  const { lang, dir } = section;
  const group = { type: 'group', ...(lang !== undefined && { lang }), ...(dir && { dir }) } as const;
  return [[head], ...rest.map((children) => [{ ...group, children }])];
}

function sum(blocks: readonly Block[], options: SplitOptions): number {
  return blocks.reduce((total, block) => total + options.sizeOf(block), 0);
}
