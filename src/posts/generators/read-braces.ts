import { hasConstruct } from '../dialects/dialect.ts';
import { hidingOf, saysWhen } from '../dialects/hiding-classes.ts';
import type { AttributeList } from './markup.ts';
import { beginOfLine, type Search } from './search.ts';
import { readAttributes } from './read-call.ts';

const braces = /\{([^{}\r\n]{1,500})\}/uy;
const role = /\{([A-Za-z][\w:.+-]*)\}(?=`)/uy;

/** Reads attributes in braces, or the name of a MyST role before its code span, at an offset. */
export function readBraces(search: Search, start: number): number | undefined {
  const { source } = search;
  role.lastIndex = start;
  const named = role.exec(source);
  if (named?.[1] !== undefined) {
    search.add(start, role.lastIndex, { type: 'role', name: named[1] });
    return role.lastIndex;
  }
  const extended = readExtension(search, start) ?? readComment(search, start);
  if (extended !== undefined) return extended;
  braces.lastIndex = start;
  const content = braces.exec(source)?.[1];
  const isRead = content !== undefined && hasConstruct(search.options.dialect, 'attributes');
  const isName = (name: string): boolean => name === 'hidden' || search.isList(name);
  const read = isRead ? readAttributes(content, isName) : undefined;
  if (content === undefined || read === undefined) return undefined;
  const attributes = withHidden(read, search);
  const end = start + content.length + 2;
  if (!content.startsWith(':') && !isAttached(source, start, end)) return undefined;
  search.add(start, end, { type: 'attributes', attributes });
  return end;
}

/** `{: hidden}` is an attribute to Python-Markdown, and to kramdown the name of a list. What says when something is shown is decided here. */
function withHidden(list: AttributeList, { options, isList }: Search): AttributeList {
  const { classes, named, references } = list;
  const isWord = options.dialect === 'auto' && references.includes('hidden') && !isList('hidden');
  const hidden = isWord ? 'hidden' : hidingOf(list, options);
  const isConditional = hasConstruct(options.dialect, 'conditions') && classes.some(saysWhen);
  if (hidden === undefined && !isConditional) return list;
  const left = Object.entries(named).filter(([name]) => !saysWhen(name));
  return {
    ...list,
    classes: classes.filter((name) => !saysWhen(name)),
    named: { ...Object.fromEntries(left), ...(hidden !== undefined && { hidden }) },
    references: isWord ? references.filter((name) => name !== 'hidden') : references,
  };
}

/** Without a colon, braces are attributes only where they can hardly be words: right behind markup, alone, or at the end of a block or heading. */
function isAttached(source: string, start: number, end: number): boolean {
  if (isOfDirective(source, start)) return false;
  if (/[)\]}`*_>]/u.test(source.slice(start - 1, start))) return true;
  const before = beginOfLine(source, start);
  const after = /^[ \t]*(?:(?:\r\n?|\n)([^\r\n]{0,200})|$)/u.exec(source.slice(end, end + 400));
  if (after === null) return false;
  const following = after[1] ?? '';
  return (
    /^[ \t>]*$/u.test(following) ||
    /^[ \t>]*$/u.test(before) ||
    /^[ \t>]*#{1,6}[ \t]/u.test(before) ||
    /^[ \t>]*(?:=+|-+)[ \t]*$/u.test(following)
  );
}

/** Whether braces belong to a directive of words, `:name[words]{key=value}`. */
function isOfDirective(source: string, start: number): boolean {
  const before = source.slice(Math.max(0, start - 1000), start);
  if (!before.endsWith(']')) return false;
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    if (before[at] === ']') depth += 1;
    else if (before[at] === '[') depth -= 1;
    if (depth === 0) return /:[A-Za-z][\w-]{0,100}$/u.test(before.slice(Math.max(0, at - 102), at));
  }
  return false;
}

const extension = /\{(?:::([a-z]+)(?![a-z])[^{}\r\n]{0,500}?|:\/([a-z]*))\}/uy;
const extensionEnd = /\{:\/([a-z]*)\}/uy;

/** Reads an extension of kramdown: `{::comment}…{:/comment}` and `{::options … /}` say nothing, `{::nomarkdown}` holds HTML. */
function readExtension(search: Search, start: number): number | undefined {
  const { source } = search;
  extension.lastIndex = start;
  const [found, name, ended] = extension.exec(source) ?? [];
  if (found === undefined) return undefined;
  const end = start + found.length;
  const closingAt = search.next('{:/', end);
  extensionEnd.lastIndex = Math.min(closingAt, source.length);
  const [closing, closes = ''] = extensionEnd.exec(source) ?? [];
  const isClosed = closing !== undefined && (closes === '' || closes === name);
  if (name === 'comment' && isClosed) {
    search.add(start, closingAt + closing.length, { type: 'meaning', meaning: { type: 'nothing' } });
    return closingAt + closing.length;
  }
  if (name === 'options' && found.endsWith('/}')) {
    search.add(start, end, { type: 'meaning', meaning: { type: 'nothing' } });
  } else if (name === 'nomarkdown' ? isClosed : ended !== undefined && isOpenBefore(search, start)) {
    search.add(start, end, { type: 'edge', inCode: false });
  } else {
    const label = name === undefined ? found : `{::${name}}`;
    search.add(start, end, { type: 'unknown', label, counts: true });
  }
  return end;
}

function isOpenBefore(search: Search, offset: number): boolean {
  return search.next('{::nomarkdown', 0) < offset;
}

const comment = /\{#-?\s[^{}\r\n]{0,500}#\}/uy;

/** A comment of Nunjucks: other generators print it, so it is kept. */
function readComment(search: Search, start: number): number | undefined {
  comment.lastIndex = start;
  const found = comment.exec(search.source)?.[0];
  if (found === undefined) return undefined;
  search.add(start, start + found.length, { type: 'unknown', label: '{# … #}', counts: true });
  return start + found.length;
}
