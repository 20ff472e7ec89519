import type { ThematicBreak } from '../../document/document.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { hasConstruct } from '../dialects/dialect.ts';

/**
 * Tells of a table of Pandoc whose columns dashes mark (its manual, “simple_tables”, “multiline_tables”): to Markdown the dashes are a break,
 * and the words of the rows are prose or code.
 */
export function reportDashTable({ place }: ThematicBreak, context: PostContext): void {
  if (place === undefined || !hasConstruct(context.dialect, 'dashTables')) return;
  const { source } = context;
  const { start, end } = place;
  const rule = source.slice(start.offset, end.offset).trim();
  const columns = rule.split(/[ \t]+/u);
  if (columns.length < 2 || !columns.every(isDashes) || columns.every((dashes) => dashes === '-')) return;
  // A head stands right above such a rule, or a row right below it.
  const before = source.slice(Math.max(0, start.offset - longestLine), start.offset).split('\n');
  const behind = source.slice(end.offset, end.offset + longestLine).split('\n');
  if (![before.at(-2), behind[1]].some((line) => line !== undefined && /[\p{L}\p{N}]/u.test(line))) return;
  const reason = `Readers see the rows of a table one behind the other, with its rule “${rule.slice(0, longestRule)}” as a break: write it with strokes, as in \`| a | b |\`, and a row \`|---|---|\` below its head`;
  report(context, 'markup-visible', { reason, place });
}

const isDashes = (text: string): boolean => /^-+$/u.test(text);

const longestRule = 60;
const longestLine = 1000;
