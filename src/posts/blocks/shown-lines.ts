import { quotable } from '../../characters/quotable.ts';
import type { Place } from '../../diagnostics/message.ts';
import { type PostContext, report } from '../context/post-context.ts';
import { hasConstruct } from '../dialects/dialect.ts';

/** A line of code, and how many lines of it as it is written stand before. */
export interface ShownLine {
  readonly value: string;
  readonly index: number;
}

/** Code as it is written: its lines, their language, and where it stands. */
export interface WrittenCode {
  readonly lines: readonly string[];
  readonly language: string | undefined;
  readonly place: Place | undefined;
}

/**
 * The lines of code that readers see. Of Rust, mdBook and rustdoc hide the lines that begin with `# `, which only make an example
 * whole; they are left out and told, or stay without their sign where the project keeps what is hidden.
 */
export function shownLines(
  { lines, language, place }: WrittenCode,
  context: PostContext,
): readonly ShownLine[] {
  const all = lines.map((value, index) => ({ value, index }));
  if (!/^rust(?![\w+-])/u.test(language ?? '') || !hasConstruct(context.dialect, 'hiddenLines')) return all;
  const keeps = context.options.hidden === 'keep';
  const hidden = all.filter(({ value }) => hiddenLine.test(value));
  const shown = all.filter(({ value }) => keeps || !hiddenLine.test(value));
  if (hidden.length > 0 && !keeps) {
    const words = quotable(hidden.map(({ value }) => value.replace(hiddenLine, '')).join(' '));
    const quoted = words === '' ? '' : ` with “${words}”`;
    report(context, 'hidden-left-out', { reason: `Hidden lines of code${quoted} left out`, place });
  }
  return shown.map(({ value, index }) => ({
    value: value.replace(hiddenLine, '').replace(ownSign, '$1'),
    index,
  }));
}

const hiddenLine = /^[ \t]*#(?:[ \t]|$)/u;

/** Of two signs the first only says that the second is one of the code. */
const ownSign = /^([ \t]*)#(?=#)/u;
