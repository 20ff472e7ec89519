import { hasConstruct } from '../dialects/dialect.ts';
import { readBookCall } from './read-book-call.ts';
import type { Search } from './search.ts';
import type { MarkupCall, MarkupContent, MarkupMeaning, PictureMeaning } from './markup.ts';
import { anyMeaning, isHolder } from './unknown-call.ts';
import { conditions, readNaming } from './read-naming.ts';
import { readCall } from './read-call.ts';
import { readOutput } from './read-output.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const closing = /\{%-?\s*end_?(\w+)\s*-?%\}|\{\{([<%])\s*\/\s*([\w/.-]+)\s*[%>]\}\}/gu;

/** Where marks that end something stand, by the name of what they end: `end…` tags as they are, shortcodes with `<` before them. */
export function closersOf(source: string): ReadonlyMap<string, readonly Stretch[]> {
  const found = new Map<string, Stretch[]>();
  for (const match of source.matchAll(closing)) {
    const name = match[1] ?? `<${match[3] ?? ''}`;
    const list = found.get(name) ?? [];
    found.set(name, list);
    list.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** A tag longer than this is a brace that somebody forgot to close. */
const longest = 10_000;

/** Reads `{% … %}`, `{{ … }}`, `{{< … >}}` and `{{% … %}}` at an offset; where to go on, or `undefined` where there is none. */
export function readTag(search: Search, start: number): number | undefined {
  const { source } = search;
  const kind = source.startsWith('{{<', start) ? '>}}' : source.startsWith('{{%', start) ? '%}}' : undefined;
  const sign = kind ?? (source.startsWith('{%', start) ? '%}' : '}}');
  const opener = sign.length;
  const closer = search.next(sign, start + opener);
  if (closer - start > longest) return undefined;
  const end = closer + sign.length;
  const content = source.slice(start + opener, closer);
  if (content.trim() === '' || /(?:\r\n?|\n)[ \t]*[\r\n]/u.test(content)) return undefined;
  const at = { start, end };
  if (kind !== undefined) return readShortcode(search, at, content);
  if (sign === '%}') return readLiquid(search, at, content.replace(/^-|-$/gu, ''));
  if (hasConstruct(search.options.dialect, 'bookCalls') && readBookCall(search, at)) return end;
  return readVariable(search, at, content.replace(/^-|-$/gu, ''));
}

function readVariable(search: Search, { start, end }: Stretch, content: string): number | undefined {
  // Signs alone are two braces of a sentence.
  if (/\{\{|^\{/u.test(content) || !/[\p{L}\p{N}"']/u.test(content)) return undefined;
  const { named, options } = search;
  named.use(/^\s*([\w-]+)/u.exec(content)?.[1] ?? '');
  const { variables, offsetOf } = named;
  search.add(start, end, readOutput(content, { ...options, variables, offsetOf }));
  return end;
}

function readLiquid(search: Search, at: Stretch, content: string): number | undefined {
  const call = readCall(content);
  if (call === undefined) return undefined;
  if (call.name === 'raw') return readRaw(search, at);
  const words = readNaming(search, at, content);
  if (words !== undefined) return words;
  const ended = /^end_?(\w+)$/u.exec(call.name)?.[1];
  if (conditions.has(ended ?? call.name)) search.named.condition(ended === undefined ? 1 : -1);
  if (ended !== undefined) return readEnd(search, at, ended);
  if (['include', 'include_relative', 'include_cached', 'render'].includes(call.name)) {
    const file = call.args[0] ?? '';
    const name = /([^/]*?)(?:\.\w+)?$/u.exec(file)?.[1] ?? '';
    const included = { ...call, name, args: call.args.slice(1) };
    const label = `{% include ${file} %}`;
    return readKnown(search, at, { call: included, label, closer: undefined, include: [call.name, file] });
  }
  const closer = search.closer(call.name, at.end);
  return readKnown(search, at, {
    call,
    label: `{% ${call.name} %}`,
    closer: closer && { ...closer, name: call.name },
  });
}

function readEnd(search: Search, at: Stretch, name: string): number {
  // The end of what nobody knows is told of where it begins.
  if (!search.close(name, at))
    search.add(at.start, at.end, { type: 'unknown', label: `{% end${name} %}`, counts: false });
  return at.end;
}

function readRaw(search: Search, { start, end }: Stretch): number {
  const last = search.closer('raw', end);
  if (last === undefined) {
    search.add(start, end, { type: 'unknown', label: '{% raw %}', counts: true });
    return end;
  }
  search.add(start, end, { type: 'edge', inCode: true });
  search.add(last.start, last.end, { type: 'edge', inCode: true });
  return last.end;
}

function readShortcode(search: Search, at: Stretch, content: string): number | undefined {
  const sign = search.source.slice(at.start + 2, at.start + 3);
  const shown = /^\s*\/\*([^]*)\*\/\s*$/u.exec(content)?.[1];
  if (shown !== undefined) {
    const [opener, end] = [
      search.source.slice(at.start, at.start + 3),
      search.source.slice(at.end - 3, at.end),
    ];
    const meaning: MarkupMeaning = { type: 'text', value: opener + shown + end };
    search.add(at.start, at.end, { type: 'meaning', meaning });
    return at.end;
  }
  const ended = /^\s*\/\s*([\w/.-]+)\s*$/u.exec(content)?.[1];
  if (ended !== undefined) {
    if (!search.close(`<${ended}`, at))
      search.add(at.start, at.end, { type: 'unknown', label: `{{< /${ended} >}}`, counts: false });
    return at.end;
  }
  // What closes itself holds nothing, whatever is closed behind it.
  const opening = content.trimEnd().replace(/\/$/u, '');
  const call = readCall(opening);
  if (call === undefined) return undefined;
  const closer = opening === content.trimEnd() ? search.closer(`<${call.name}`, at.end) : undefined;
  const [file] = call.args;
  const meaning = file === undefined ? undefined : wordsOfProject(search, call, file);
  if (meaning !== undefined) {
    search.add(at.start, at.end, { type: 'meaning', meaning });
    return at.end;
  }
  return readKnown(search, at, {
    call,
    ...(call.name === 'include' && file !== undefined && { include: ['shortcode', file] }),
    label: `{{${sign} ${call.name} ${sign === '<' ? '>' : sign}}}`,
    closer: closer && { ...closer, name: `<${call.name}` },
  });
}

/** What the project has for a name: `var` of Quarto, and `param` of Hugo where the front matter of the post does not say it. */
function wordsOfProject(
  { options: { handlers, params, variable } }: Search,
  call: Known['call'],
  name: string,
): MarkupMeaning | undefined {
  if (call.name !== 'var' && call.name !== 'param') return undefined;
  if (call.name === 'param' && handlers['param']?.({ ...call, params }) !== undefined) return undefined;
  const value = variable?.(name, call.name);
  return value === undefined ? undefined : { type: 'text', value, isMarkdown: call.name === 'var' };
}

interface Known {
  readonly call: Omit<MarkupCall, 'params'>;
  readonly label: string;
  /** Where it ends, if it holds something, and by which name that end is known. */
  readonly closer: (Stretch & { readonly name: string }) | undefined;
  /** The tag and the file of what includes another. */
  readonly include?: readonly [tag: string, file: string];
}

/** Asks the handler; what holds blocks stays open up to its end, all else is one stretch. */
function readKnown(search: Search, at: Stretch, { call, label, closer, include }: Known): number {
  const unknown: MarkupContent = { type: 'unknown', label, counts: true };
  const { handlers, params } = search.options;
  const handler = Object.hasOwn(handlers, call.name) ? handlers[call.name] : undefined;
  const body = closer && search.source.slice(at.end, closer.start);
  const asked: MarkupCall = { ...call, params, ...(body !== undefined && { body }) };
  const meaning = handler?.(asked) ?? anyMeaning(asked) ?? included(search, call, include);
  if (meaning === undefined && closer !== undefined && isHolder(call)) {
    search.open(closer.name, at, { type: 'stranger', label });
    return at.end;
  }
  if (meaning === undefined) {
    search.add(at.start, at.end, unknown);
    return at.end;
  }
  if (meaning.type === 'image' && body !== undefined && closer !== undefined) {
    search.add(at.start, closer.end, { type: 'meaning', meaning: withBody(meaning, body) });
    return closer.end;
  }
  const holds = meaning.type === 'group' || (meaning.type === 'callout' && meaning.text === undefined);
  if (holds && closer !== undefined) {
    search.open(closer.name, at, meaning);
    return at.end;
  }
  const whole = closer !== undefined && saysAll(meaning, body);
  const end = whole ? closer.end : at.end;
  search.add(at.start, end, {
    type: 'meaning',
    meaning: meaning.type === 'code' ? withLine(search, at, meaning) : meaning,
  });
  return end;
}

/** Whether a meaning says all that stands between the ends of its tag. */
function saysAll(meaning: MarkupMeaning, body = ''): boolean {
  if (meaning.type === 'text') return meaning.value === body.trim();
  if (meaning.type === 'link') return ['', meaning.text, meaning.href].includes(body.trim());
  return meaning.type === 'code' || meaning.type === 'nothing';
}

function included(
  search: Search,
  { named }: Known['call'],
  include: Known['include'],
): MarkupMeaning | undefined {
  if (include === undefined) return undefined;
  const [tag, file] = include;
  const value = search.options.include?.(tag, file, named);
  return value === undefined ? undefined : { type: 'included', value };
}

/** What stands between the ends of a picture's tag is printed below it. */
function withBody(picture: PictureMeaning, body: string): PictureMeaning {
  const caption = [picture.caption, body.trim()].filter(Boolean).join(' ');
  return { ...picture, ...(caption && { caption }) };
}

/** Code that begins on the line after its tag, as it nearly always does, has its places line by line. */
function withLine(
  { source }: Search,
  { end }: Stretch,
  code: Extract<MarkupMeaning, { readonly type: 'code' }>,
): MarkupMeaning {
  const offset = /^[ \t]*(?:\r\n?|\n)/u.exec(source.slice(end, end + 1000))?.[0].length ?? 0;
  return { ...code, firstOffset: end + offset };
}
