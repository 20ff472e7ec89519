import type { Search } from './search.ts';
import type { MarkupMeaning } from './markup.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A fence of MyST that is a directive. */
export interface Directive {
  readonly name: string;
  readonly argument: string;
  /** The line that opens the fence. */
  readonly opening: Stretch;
  readonly closing: Stretch;
}

const codeDirectives: ReadonlySet<string> = new Set([
  'code',
  'code-block',
  'code-cell',
  'sourcecode',
  'literalinclude',
]);

/**
 * Reads a MyST directive, a fence with its name in braces. What holds Markdown is opened and read on from its first line; pictures and code
 * are one stretch. `undefined` where it is not known: the fence stays code.
 */
export function readDirective(search: Search, directive: Directive): number | undefined {
  const { name, argument, opening, closing } = directive;
  const { source, options } = search;
  const { named, from } = readOptions(source, opening.end, closing.start);
  const body = source.slice(from, closing.start);
  if (codeDirectives.has(name)) {
    const value = body.trimEnd();
    // What is included from another file is not read: its name is all there is to say.
    const file = name === 'literalinclude' ? argument : '';
    const title = [file, named['filename'], named['caption']].filter((words) => words).join(': ');
    const meaning: MarkupMeaning = {
      type: 'code',
      value,
      firstOffset: from,
      ...(argument && !file && { language: argument }),
      ...(title && { title }),
    };
    search.add(opening.start, closing.end, { type: 'meaning', meaning });
    return closing.end;
  }
  const handler = Object.hasOwn(options.handlers, name) ? options.handlers[name] : undefined;
  const meaning = handler?.({
    name,
    args: argument === '' ? [] : [argument],
    named,
    params: options.params,
    body,
  });
  if (meaning?.type === 'image') {
    const caption = meaning.caption ?? body.replace(/\s+/gu, ' ').trim();
    const whole: MarkupMeaning = {
      ...meaning,
      src: argument,
      nearPost: false,
      left: [],
      ...(caption && { caption }),
    };
    search.add(opening.start, closing.end, { type: 'meaning', meaning: whole });
    return closing.end;
  }
  if (meaning?.type !== 'callout' && meaning?.type !== 'group') {
    search.add(opening.start, opening.start, { type: 'unknown', label: `{${name}}`, counts: true });
    return undefined;
  }
  const key = `\`${opening.start}`;
  search.open(key, opening, meaning);
  if (from > opening.end) readOptionLines(search, opening.end, from);
  search.close(key, closing);
  search.stepOver(closing.start);
  return from;
}

/** The lines `:key: value` after the opening line, and the offset of the first line behind them. */
function readOptions(
  source: string,
  from: number,
  to: number,
): { readonly named: Readonly<Record<string, string>>; readonly from: number } {
  const named: Record<string, string> = {};
  const line = /[ \t]*:([\w-]+):[ \t]*([^\r\n]*)(?:\r\n?|\n|$)/uy;
  let offset = Math.min(to, from + (/^(?:\r\n?|\n)/u.exec(source.slice(from, from + 2))?.[0].length ?? 0));
  line.lastIndex = offset;
  for (let match = line.exec(source); match !== null && line.lastIndex <= to; match = line.exec(source)) {
    named[match[1] ?? ''] = (match[2] ?? '').trim();
    offset = line.lastIndex;
  }
  return { named, from: offset };
}

function readOptionLines(search: Search, from: number, to: number): void {
  for (const match of search.source.slice(from, to).matchAll(/:[\w-]+:[^\r\n]*/gu)) {
    const start = from + match.index;
    search.add(start, start + match[0].trimEnd().length, { type: 'meaning', meaning: { type: 'nothing' } });
  }
}
