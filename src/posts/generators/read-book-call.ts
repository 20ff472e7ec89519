import { includedLines } from './include-lines.ts';
import type { Search } from './search.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Calls of mdBook: a file, or lines of it, and the title of the page. */
const call = /^\{\{#(include|rustdoc_include|playground|playpen|title)[ \t]([^{}\r\n]{1,500})\}\}$/u;

/** Reads `{{#include part.md}}` in prose, the words of a file, and `{{#playground main.rs}}`, its code; whether it is one of mdBook's. */
export function readBookCall(search: Search, { start, end }: Stretch): boolean {
  const found = call.exec(search.source.slice(start, end));
  if (found === null) return false;
  const [written, name = '', argument = ''] = found;
  if (name === 'title') {
    search.add(start, end, { type: 'left', reason: `“${written}” left out: it names the page of a site` });
    return true;
  }
  const value = linesOfFile(search, argument);
  const isCode = name !== 'include';
  search.add(
    start,
    end,
    value === undefined
      ? missing(argument, name)
      : {
          type: 'meaning',
          meaning: isCode ? { type: 'code', value, language: 'rust' } : { type: 'included', value },
        },
  );
  return true;
}

/** Reads a fence that holds nothing but such a call: it is the code of that file, in the language of the fence. */
export function readBookFence(
  search: Search,
  { opening, closing, info }: { readonly opening: Stretch; readonly closing: Stretch; readonly info: string },
): boolean {
  const body = search.source.slice(opening.end, Math.min(closing.start, opening.end + longest));
  const [, name, argument = ''] =
    call.exec(body.replace(/^[\s>]+/u, '').replace(/(?<![\s>])[\s>]+$/u, '')) ?? [];
  if (name === undefined || name === 'title') return false;
  const value = linesOfFile(search, argument);
  if (value === undefined) {
    search.add(opening.start, closing.end, missing(argument, name));
    return true;
  }
  const language = info.trim().split(/[\s,]/u)[0] ?? '';
  search.add(opening.start, closing.end, {
    type: 'meaning',
    meaning: { type: 'code', value, ...(language && { language }) },
  });
  return true;
}

/** No call is longer. */
const longest = 1000;

function missing(argument: string, name: string) {
  const why = 'it is not in the folder of the posts, is not text, has no such lines, or includes itself';
  const reason = `File “${argument.trim()}” of {{#${name}}} left out: ${why}`;
  return { type: 'left', ruleId: 'include-missing', reason } as const;
}

/** The lines that `file:3:8`, `file:3` and `file:name` mean: those of the numbers, or between the marks of that name. */
function linesOfFile({ options }: Search, argument: string): string | undefined {
  const [target = ''] = argument.trim().split(/[ \t]/u);
  const [file = '', from, to] = target.split(':');
  const text = options.include?.('near', file, {});
  if (text === undefined || from === undefined) return text && withoutAnchors(text);
  if (/^\d*$/u.test(from)) {
    const last = to ?? from;
    return includedLines(text, { lines: `${from === '' ? '1' : from}-${last}` });
  }
  const lines = text.split(/\r\n?|\n/u);
  const begins = lines.findIndex((line) => anchorOf(line, 'ANCHOR') === from);
  const ends = lines.findIndex((line, index) => index > begins && anchorOf(line, 'ANCHOR_END') === from);
  if (begins < 0) return undefined;
  return withoutAnchors(lines.slice(begins + 1, ends < 0 ? undefined : ends).join('\n'));
}

function anchorOf(line: string, sign: 'ANCHOR' | 'ANCHOR_END'): string | undefined {
  const at = line.indexOf(`${sign}:`);
  return at < 0 ? undefined : /^\s*([\w-]+)/u.exec(line.slice(at + sign.length + 1))?.[1];
}

/** Marks are no lines of what is included. */
function withoutAnchors(text: string): string {
  if (!text.includes('ANCHOR')) return text;
  return text
    .split(/\r\n?|\n/u)
    .filter((line) => anchorOf(line, 'ANCHOR') === undefined && anchorOf(line, 'ANCHOR_END') === undefined)
    .join('\n');
}
