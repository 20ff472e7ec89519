import { hasConstruct } from '../dialects/dialect.ts';
import type { Search } from './search.ts';

/** A line that begins with a sign of its own. */
interface Line {
  /** The offset of the sign. */
  readonly at: number;
  readonly line: string;
  /** What stands behind it. */
  readonly rest: string;
}

/** Reads a comment of MyST, `% words`, or the end of a block, `+++`, with what is said of the next in JSON: neither prints anything. */
export function readLine(search: Search, { at, line, rest }: Line): void {
  const { dialect } = search.options;
  const end = at + line.length + rest.trimEnd().length;
  if (line === '%') {
    if (hasConstruct(dialect, 'comments')) search.add(at, end, nothing);
    return;
  }
  const said = rest.trim();
  const isJson = /^\{.*\}$/u.test(said);
  if (!hasConstruct(dialect, isJson ? 'saidBlockBreaks' : 'blockBreaks')) return;
  if (said === '' || isJson) search.add(at, end, nothing);
  else
    search.add(at, end, {
      type: 'left',
      reason: `“${said}” behind “${line}” left out: it is no text of the page`,
    });
}

const nothing = { type: 'meaning', meaning: { type: 'nothing' } } as const;
