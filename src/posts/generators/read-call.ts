import { unescapeQuotes } from '../dialects/unescape-quotes.ts';
import type { AttributeList, MarkupCall } from './markup.ts';

// A name whose value is left out (`id=`) says nothing; it stands before another name, or at the end.
const word =
  /\s*(?:,\s*)?(?:([\w-]+)=(?=\s+[\w-]+\s*=|\s*$)|(?:([\w-]+)\s*(?:=|:(?!\/\/))\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"',][^\s,]*)))/uy;

/**
 * The name and the arguments of a tag: `name "a" key="b"`, `name 'a', key: b`. Quotes within quotes are taken as they are written,
 * where what follows them cannot be the end of the argument.
 */
export function readCall(content: string): Omit<MarkupCall, 'params'> | undefined {
  const head = /^\s*([^\s"',|]+)/u.exec(content);
  if (head?.[1] === undefined) return undefined;
  const rest = content.slice(head[0].length);
  const { args, named, complete } = readArguments(mendQuotes(rest));
  // What cannot be told apart must not be lost.
  if (!complete) return { name: head[1], args: [], named: {} };
  return { name: head[1], args: args.map(unmend), named: mapValues(named, unmend) };
}

/** Stands for a quote within quotes while arguments are told apart; no post can hold it, for half a character is not UTF-8. */
const innerQuote = '\uD800';

/** Quotes that end nothing: `"the "old" way"`, `""The words"`. */
function mendQuotes(text: string): string {
  if ((text.match(/"/gu)?.length ?? 0) <= 2) return text;
  const ends = [...text.matchAll(closingQuote)].map(({ index }) => index);
  let mended = '';
  let from = 0;
  let next = 0;
  for (const { index: open } of text.matchAll(openingQuote)) {
    if (open < from) continue;
    while ((ends[next] ?? Infinity) <= open) next += 1;
    const end = ends[next];
    if (end === undefined) break;
    mended += `${text.slice(from, open + 1)}${text.slice(open + 1, end).replaceAll('"', innerQuote)}"`;
    from = end + 1;
  }
  return mended + text.slice(from);
}

const openingQuote = /(?<![^\s,:=])"/gu;

/** What is behind it is another argument, or nothing. */
const closingQuote = /"(?=\s+"|\s*(?:,\s*)?[\w-]+\s*[:=]|\s*,\s*"|\s*$)/gu;

function unmend(value: string): string {
  return value.replaceAll(innerQuote, '"');
}

function readArguments(text: string): { args: string[]; named: Record<string, string>; complete: boolean } {
  let end = 0;
  const args: string[] = [];
  const named: Record<string, string> = {};
  word.lastIndex = 0;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    end = word.lastIndex;
    const [, empty, name, double, single, bare] = match;
    if (empty !== undefined) continue;
    const value = double ?? single ?? bare ?? '';
    if (name === undefined) args.push(value);
    else named[name] = value;
  }
  return { args, named, complete: text.slice(end).trim() === '' };
}

function mapValues(
  record: Record<string, string>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

const attribute =
  /\s*(?:\.([\p{L}_-][\p{L}\p{M}\p{N}_:-]*)|#([\p{L}\p{M}\p{N}_:.-]+)|([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"'{}]+))|([A-Za-z_][\w-]*))(?=[\s.#}]|$)/uy;

/** The attributes between the braces of `{: …}`, `{.class}` and `{#id}`; `undefined` where they are none. Only behind a colon names of lists may stand, and only of those that `isList` knows. */
export function readAttributes(braces: string, isList: (name: string) => boolean): AttributeList | undefined {
  const classes: string[] = [];
  const named: Record<string, string> = {};
  const references: string[] = [];
  let id: string | undefined;
  const defines = /^:([\w-]+):(?=\s)/u.exec(braces);
  const isNamed = braces.startsWith(':');
  const text = braces.slice(defines?.[0].length ?? (isNamed ? 1 : 0)).trimEnd();
  attribute.lastIndex = 0;
  let end = 0;
  for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
    const [, className, name, key, double, single, bare, reference] = match;
    if (reference !== undefined && !(isNamed && isList(reference))) return undefined;
    end = attribute.lastIndex;
    if (className !== undefined) classes.push(className);
    else if (name !== undefined) id = name;
    else if (key !== undefined) named[key] = unescapeQuotes(double ?? single ?? '') || (bare ?? '');
    else if (reference !== undefined) references.push(reference);
  }
  if (end === 0 || end !== text.length) return undefined;
  return { id, classes, named, references, ...(defines?.[1] !== undefined && { defines: defines[1] }) };
}
