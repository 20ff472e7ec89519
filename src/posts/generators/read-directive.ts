import { calloutNamed } from '../dialects/callout-names.ts';
import { directiveKind, isKnownOption, siteDirectives } from './directive-kinds.ts';
import { type DirectiveOptions, readDirectiveOptions } from './directive-options.ts';
import { rewriteGlossary } from './glossary-lines.ts';
import { markupHandlers } from './handlers.ts';
import { lineOptions } from './include-lines.ts';
import type { DirectiveHolder, MarkupContent, MarkupMeaning } from './markup.ts';
import type { Search } from './search.ts';
import { readWhole, wholeDirectives } from './whole-directive.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A fence of MyST that is a directive. */
export interface Directive {
  readonly name: string;
  /** The options that stand behind its name. */
  readonly said: DirectiveOptions['named'];
  readonly argument: string;
  /** The line that opens the fence. */
  readonly opening: Stretch;
  readonly closing: Stretch;
}

/** A directive with its options. */
interface Read extends Directive {
  readonly options: DirectiveOptions;
  /** What references call it. */
  readonly label: string | undefined;
}

/**
 * Reads a MyST directive, a fence with its name in braces; where to go on. What holds Markdown is read on from the first line behind its
 * options; code, formulas and tables of values are one stretch. Of what is not known the words stay: as Markdown between colons, else as code.
 */
export function readDirective(search: Search, directive: Directive): number {
  const { opening, closing } = directive;
  const below = readDirectiveOptions(search.source, opening.end, closing.start);
  const options = { ...below, named: { ...directive.said, ...below.named } };
  const { label, name } = options.named;
  const read: Read = { ...directive, options, label: label || name || undefined };
  const what = siteDirectives.get(directive.name);
  if (what !== undefined) return leaveOut(search, read, what);
  const whole = wholeDirectives.has(directive.name)
    ? readWhole(search, { ...read, body: bodyOf(search, read) })
    : undefined;
  if (whole !== undefined) {
    tellOptions(search, read, isRead);
    return addWhole(search, read, whole);
  }
  return readHolder(search, read);
}

/** Whether a directive of this name is more than its words. */
export function knowsDirective({ options: { handlers } }: Search, name: string): boolean {
  const hasKind = siteDirectives.has(name) || wholeDirectives.has(name) || directiveKind(name) !== undefined;
  return (
    hasKind || Object.hasOwn(handlers, name) || ['figure-md', 'figure', 'iframe', 'embed'].includes(name)
  );
}

/** Options of code and of what is included from files. */
function isRead(option: string): boolean {
  return isKnownOption(option) || lineOptions.includes(option) || ['literal', 'code'].includes(option);
}

function addWhole(search: Search, { opening, closing }: Read, meaning: MarkupMeaning): number {
  search.add(opening.start, closing.end, { type: 'meaning', meaning });
  return closing.end;
}

/** What stands between the options and the end, without what the fence itself is indented by. */
function bodyOf({ source }: Search, { opening, closing, options }: Read): string {
  const lineStart = Math.max(
    source.lastIndexOf('\n', opening.start - 1),
    source.lastIndexOf('\r', opening.start - 1),
  );
  const before = source.slice(Math.max(lineStart + 1, opening.start - 200), opening.start);
  const written = source.slice(options.from, closing.start).trimEnd();
  if (before === '') return written;
  const quotes = before.replace(/[^>]+/gu, '').length;
  const width = quotes === 0 ? before.length : 1;
  return written
    .split('\n')
    .map((line) => withoutPrefix(line, quotes, width))
    .join('\n');
}

function withoutPrefix(line: string, quotes: number, width: number): string {
  let at = 0;
  for (let open = quotes; open > 0; open -= 1) {
    const mark = line.indexOf('>', at);
    if (mark < 0 || line.slice(at, mark).trim() !== '') break;
    at = mark + 1;
  }
  const rest = line.slice(at);
  const indent = rest.length - rest.trimStart().length;
  return rest.slice(Math.min(indent, width));
}

/** What only the program that makes a site reads: it is told, with all its words. */
function leaveOut(search: Search, { name, argument, opening, closing, options }: Read, what: string): number {
  const { source } = search;
  const body = source.slice(options.from, closing.start);
  const words = [argument, options.named['caption'] ?? '', body].join(' ').replace(/\s+/gu, ' ').trim();
  const said = words === '' ? `{${name}}` : `{${name}} with “${words}”`;
  search.add(opening.start, closing.end, { type: 'left', reason: `${said} left out: ${what}` });
  return closing.end;
}

function readHolder(search: Search, read: Read): number {
  const { name, argument, opening, closing, options, label } = read;
  const { source } = search;
  const isWritten = source.startsWith(':', opening.start);
  const said = holderOf(search, read);
  if (said === undefined && !isWritten) {
    tellOptions(search, read, () => false);
    search.add(opening.start, opening.start, { type: 'unknown', label: `{${name}}`, counts: true });
    const value = bodyOf(search, read);
    const { from: firstOffset } = options;
    return addWhole(search, read, {
      type: 'code',
      value,
      firstOffset,
      ...(argument && { title: argument }),
      ...(label !== undefined && { name: label }),
    });
  }
  tellOptions(search, read, said === undefined ? () => false : isKnownOption);
  const holder = said?.holder ?? strangerOf(argument);
  const told =
    said === undefined
      ? `{${name}}${argument && holder.label === undefined ? ` ${argument}` : ''}`
      : undefined;
  const edge: MarkupContent = { type: 'edge', inCode: false };
  search.add(
    opening.start,
    said?.opening === undefined ? opening.end : (options.lines.at(-1)?.end ?? opening.end),
    said?.opening ?? { ...edge, ...(told !== undefined && { unknown: told }) },
  );
  for (const { start, end } of options.lines)
    search.add(start, end, { type: 'meaning', meaning: { type: 'nothing' } });
  if (holder.as === 'glossary')
    once(search, 'glossary', { from: options.from, to: closing.start }, rewriteGlossary);
  if (name.includes('card') || name === 'grid-item')
    once(search, 'card', { from: options.from, to: closing.start }, addSeparators);
  if (closing.end > closing.start) search.add(closing.start, closing.end, edge);
  search.stepOver(closing.start);
  const end = Math.max(closing.end, options.from);
  const last = options.from + source.slice(options.from, closing.start).trimEnd().length;
  search.hold({
    start: opening.start,
    end,
    last: last > options.from ? last : end,
    holder: { ...holder, ...(label !== undefined && { name: label }) },
  });
  return options.from;
}

/** Goes through the lines of a directive, but not again for one that stands within it: what is never closed may hold all the others. */
function once(
  search: Search,
  what: string,
  { from, to }: { readonly from: number; readonly to: number },
  goThrough: (search: Search, from: number, to: number) => void,
): void {
  if (search.isGivenUp(what, from)) return;
  goThrough(search, from, to);
  search.giveUp(what, to);
}

/** Words of a directive that nobody knows name its blocks; what can be no words is told. */
function strangerOf(argument: string): DirectiveHolder {
  const isSaid = /\p{L}\s+\S*\p{L}/u.test(argument);
  return { type: 'directive', as: 'group', ...(isSaid && { label: argument }) };
}

interface Said {
  readonly holder: DirectiveHolder;
  /** What the line says that opens it, where that is more than its title. */
  readonly opening?: MarkupContent;
}

function holderOf({ options: { handlers, params } }: Search, read: Read): Said | undefined {
  const { name, argument, options } = read;
  const { named } = options;
  if (name === 'figure-md')
    return {
      holder: { type: 'directive', as: 'figure', ...(argument && { name: argument.split(' ')[0] ?? '' }) },
    };
  if (name === 'figure' && argument === '') return { holder: { type: 'directive', as: 'figure' } };
  if (name === 'iframe' || name === 'embed') return framed(name, argument, named);
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  const isOfProject = handler !== undefined && handler !== markupHandlers[name];
  const kind = isOfProject ? undefined : directiveKind(name);
  if (kind !== undefined) return { holder: { type: 'directive', ...kind(argument, named) } };
  const style = (named['class'] ?? '').split(/[\s,]+/u).find((word) => calloutNamed(word) !== undefined);
  const meaning = handler?.({
    name,
    args: argument === '' ? [] : [argument],
    named: {
      ...named,
      ...(named['target'] && { link: named['target'] }),
      ...(name === 'admonition' && style !== undefined && { style: calloutNamed(style)?.kind ?? style }),
    },
    params,
    body: '',
  });
  if (meaning?.type === 'callout' || meaning?.type === 'group') {
    const { label } = meaning;
    const kindOf =
      meaning.type === 'callout' ? { as: meaning.type, kind: meaning.kind } : { as: meaning.type };
    return { holder: { type: 'directive', ...kindOf, ...(label !== undefined && { label }) } };
  }
  if (meaning?.type !== 'image') return undefined;
  const { title: _title, caption, ...picture } = meaning;
  const shown: MarkupMeaning = { ...picture, src: argument, nearPost: false, left: [] };
  return {
    holder: { type: 'directive', as: 'figure', ...(caption && { label: caption }) },
    opening: { type: 'meaning', meaning: shown },
  };
}

/** A page of the web within the page, or a part of another page: neither is there, a link stands for it. */
function framed(name: string, argument: string, { title }: DirectiveOptions['named']): Said {
  const meaning: MarkupMeaning =
    name === 'iframe'
      ? { type: 'frame', src: argument, ...(title && { title }) }
      : { type: 'reference', label: argument.replace(/^#/u, '') };
  return { holder: { type: 'directive', as: 'figure' }, opening: { type: 'meaning', meaning } };
}

/** Tells of the options that say nothing here, with the words that they hold. */
function tellOptions(
  search: Search,
  { name, options }: Read,
  isKnownHere: (option: string) => boolean,
): void {
  const { named, lines, isRead: areRead } = options;
  const left = Object.entries(named).filter(([option]) => !isKnownHere(option));
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined || (areRead && left.length === 0)) return;
  const said = areRead
    ? left.map(([option, value]) => `:${option}: ${value}`.trim()).join(' ')
    : search.source.slice(first.start, last.end).replace(/\s+/gu, ' ');
  const what = areRead ? (left.length === 1 ? 'Option' : 'Options') : 'Options that are no YAML';
  search.add(first.start, first.end, {
    type: 'left',
    reason: `${what} “${said}” of {${name}} left out`,
    to: last.end,
  });
}

const separator = /^[ \t>]*(\^{3,}|\+{3,})[ \t]*$/gmu;

/** Lines that part header, words and footer of a card. */
function addSeparators(search: Search, from: number, to: number): void {
  for (const match of search.source.slice(from, to).matchAll(separator)) {
    const start = from + match.index + match[0].indexOf(match[1] ?? '');
    search.add(start, start + (match[1] ?? '').length, { type: 'meaning', meaning: { type: 'nothing' } });
  }
}
