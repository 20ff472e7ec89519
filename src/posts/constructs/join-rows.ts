import type {
  AlignType,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
  Text,
} from 'mdast';
import type { Place } from '../../diagnostics/message.ts';

/** The source of a post, and the place of a stretch of it. */
export interface Written {
  readonly source: string;
  readonly placeAt: (start: number, end: number) => Place;
}

/**
 * Makes tables of paragraphs whose lines are rows (kramdown, “Tables”): each begins with `|`, or there are several with as many strokes in each.
 * The first rule below a row parts the head from the body; without one there is no head. Escaped strokes stay as they are, since only the
 * source shows them. Edits the tree, which nobody else holds yet.
 */
export function joinRows(tree: Root, written: Written): void {
  const waiting: Parents[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { children } = node;
    if (children.some(({ type }) => type === 'paragraph' || type === 'table'))
      // Sound: blocks are replaced by blocks that may stand where they stood.
      (node as { children: RootContent[] }).children = children.flatMap((child, index) =>
        joined(child, children[index + 1], written),
      );
    for (const child of node.children) if ('children' in child && child.type !== 'table') waiting.push(child);
  }
}

/** A table has no rules among its rows, and none above its head. */
function joined(child: RootContent, next: RootContent | undefined, written: Written): readonly RootContent[] {
  const isRule = ({ position }: RootContent): boolean =>
    rule.test(written.source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0));
  if (child.type === 'table')
    return [{ ...child, children: child.children.filter((row, index) => index === 0 || !isRule(row)) }];
  if (child.type !== 'paragraph') return [child];
  const isAbove = next?.type === 'table' && next.position?.start.line === (child.position?.end.line ?? 0) + 1;
  return isAbove && isRule(child) ? [] : [tableOf(child, written) ?? child];
}

type Row = readonly (readonly PhrasingContent[])[];

const escaped = /\\\||&(?:#0*124|#x0*7c|vert|verbar|VerticalLine);/iu;
/** A line between rows: of dashes, or of signs of equality above a foot. */
const rule = /^[|+: \t]*(?:-[|+: \t-]*|=[|+: \t=]*)$/u;

function tableOf(paragraph: Paragraph, written: Written): Table | undefined {
  const { position } = paragraph;
  const { offset: start = 0 } = position?.start ?? {};
  const { offset: end = 0 } = position?.end ?? {};
  const source = written.source.slice(start, end);
  if (!source.includes('|') || escaped.test(source)) return undefined;
  const lines = linesOf(paragraph, written);
  const isRule = lines.map((line) => line.every(({ type }) => type === 'text') && rule.test(textOf(line)));
  const rows = lines.map((line) => cellsOf(line, written));
  const filled = rows.filter((_, index) => isRule[index] !== true);
  if (filled.length === 0 || !isTable(lines, isRule, filled)) return undefined;
  const first = isRule.indexOf(false);
  const below = isRule.indexOf(true, first);
  const headRows = below > first && isRule.indexOf(false, below) > 0 ? below - first : 0;
  const around = position ? { position } : {};
  return {
    type: 'table',
    ...around,
    data: { headRows },
    align: headRows > 0 ? alignOf(textOf(lines[below] ?? [])) : [],
    children: filled.map((row) => ({
      type: 'tableRow',
      ...around,
      children: row.map((cell): TableCell => ({ type: 'tableCell', ...around, children: [...cell] })),
    })),
  };
}

function isTable(
  lines: readonly (readonly PhrasingContent[])[],
  isRule: readonly boolean[],
  rows: readonly Row[],
): boolean {
  // A stroke before words alone parts nothing.
  if (!rows.some(({ length }) => length > 1)) return false;
  if (
    lines.every(
      (line, index) => isRule[index] === true || textOf(line.slice(0, 1)).trimStart().startsWith('|'),
    )
  )
    return true;
  const count = rows[0]?.length ?? 0;
  return rows.length > 1 && count > 1 && rows.every(({ length }) => length === count);
}

function textOf(line: readonly PhrasingContent[]): string {
  return line
    .map((node) => (node.type === 'text' ? node.value : '\uFFFC'))
    .join('')
    .trim();
}

function alignOf(line: string): AlignType[] {
  return line
    .replace(/^\||\|$/gu, '')
    .split(/[|+]/u)
    .map((part): AlignType => {
      const [begins, ends] = [part.trim().startsWith(':'), part.trim().endsWith(':')];
      return begins && ends ? 'center' : begins ? 'left' : ends ? 'right' : null;
    });
}

/** The lines of a paragraph, each of phrases whose texts go over no line end. */
function linesOf({ children }: Paragraph, written: Written): readonly PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of children) {
    if (node.type === 'break') lines.push([]);
    else if (node.type !== 'text') lines.at(-1)?.push(node);
    else
      for (const [index, part] of parts(node, /\r\n?|\n/gu, written).entries()) {
        if (index > 0) lines.push([]);
        if (part.value !== '') lines.at(-1)?.push(part);
      }
  }
  return lines.filter((line) => textOf(line) !== '');
}

function cellsOf(line: readonly PhrasingContent[], written: Written): Row {
  const cells: PhrasingContent[][] = [[]];
  for (const node of line) {
    if (node.type !== 'text') cells.at(-1)?.push(node);
    else
      for (const [index, part] of parts(node, /\|/gu, written).entries()) {
        if (index > 0) cells.push([]);
        if (part.value !== '') cells.at(-1)?.push(part);
      }
  }
  const from = textOf(cells[0] ?? []) === '' ? 1 : 0;
  const to = cells.length > 1 && textOf(cells.at(-1) ?? []) === '' ? -1 : cells.length;
  return cells.slice(from, to);
}

/** The parts of a text between signs, each at its own place where the source has the text as it is. */
function parts(text: Text, signs: RegExp, { source, placeAt }: Written): readonly Text[] {
  const { value, position } = text;
  const start = position?.start.offset;
  const isPlain = start !== undefined && source.startsWith(value, start);
  const found: Text[] = [];
  let from = 0;
  const add = (to: number): void => {
    const place = isPlain ? placeAt(start + from, start + to) : position;
    found.push({ type: 'text', value: value.slice(from, to), ...(place && { position: place }) });
  };
  for (const { 0: sign, index } of value.matchAll(signs)) {
    add(index);
    from = index + sign.length;
  }
  add(value.length);
  return found;
}
