import { parseYaml } from '../../yaml/parse-yaml.ts';
import { valueOfYaml } from '../../yaml/value-of-yaml.ts';

/** The options of a MyST directive, and what they leave of its lines. */
export interface DirectiveOptions {
  /** By their names, as text; of a list or a map its JSON. */
  readonly named: Readonly<Record<string, string>>;
  /** False where they are YAML that says no options. */
  readonly isRead: boolean;
  /** The offset of the first line behind them. */
  readonly from: number;
  /** Where each of their lines stands, without the signs of quotations before it. */
  readonly lines: readonly { readonly start: number; readonly end: number }[];
}

const optionLine = /[ \t>]*(:([A-Za-z][\w:-]*):(?![\w`])[ \t]*([^\r\n]*))(?:\r\n?|\n|$)/uy;
// What an option holds in lines of its own: `:  key: value` below `:name:`.
const heldLine = /[ \t>]*(:[ \t]{2,16}[A-Za-z][\w-]*:(?=[ \t\r\n]|$)[^\r\n]*)(?:\r\n?|\n|$)/uy;
const anyLine = /([ \t>]*)([^\r\n]*)(?:\r\n?|\n|$)/uy;
const lineEnd = /\r\n?|\n/uy;

/** Reads the options below the line that opens a directive, up to the line that closes it: lines `:key: value`, or YAML between two lines `---`. */
export function readDirectiveOptions(source: string, opened: number, closed: number): DirectiveOptions {
  lineEnd.lastIndex = opened;
  const from = Math.min(closed, opened + (lineEnd.exec(source)?.[0].length ?? 0));
  return readBlock(source, from, closed) ?? readLines(source, from, closed);
}

function readLines(source: string, from: number, to: number): DirectiveOptions {
  const named: Record<string, string> = {};
  const lines: { start: number; end: number }[] = [];
  const take = (pattern: RegExp, at: number): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    return match === null || pattern.lastIndex > to ? undefined : match;
  };
  let offset = from;
  for (;;) {
    const match = take(optionLine, offset) ?? (lines.length > 0 ? take(heldLine, offset) : undefined);
    if (match === undefined) return { named, isRead: true, from: offset, lines };
    const [all, written = '', name, value = ''] = match;
    const start = match.index + all.indexOf(written);
    if (name !== undefined) named[name] = value.trim();
    lines.push({ start, end: start + written.trimEnd().length });
    offset = match.index + all.length;
  }
}

/** So many lines may the options have. */
const most = 200;

/** YAML between two lines `---`; `undefined` where there is none. */
function readBlock(source: string, from: number, to: number): DirectiveOptions | undefined {
  const lines: { start: number; end: number }[] = [];
  const written: string[] = [];
  let column: number | undefined;
  anyLine.lastIndex = from;
  while (anyLine.lastIndex < to && lines.length < most) {
    const lineStart = anyLine.lastIndex;
    const [, prefix = '', text = ''] = anyLine.exec(source) ?? [];
    const start = lineStart + prefix.length;
    const isRule = text.trimEnd() === '---';
    if (column === undefined && !isRule) return undefined;
    column ??= prefix.length;
    if (text.trim() !== '') lines.push({ start, end: start + text.trimEnd().length });
    if (lines.length > 1 && isRule) {
      const named = namedOf(written.join('\n'));
      const behind = { from: Math.min(to, anyLine.lastIndex), lines };
      return named === undefined
        ? { named: {}, isRead: false, ...behind }
        : { named, isRead: true, ...behind };
    }
    if (lines.length > 1) written.push(' '.repeat(Math.max(0, prefix.length - column)) + text);
  }
  return undefined;
}

function namedOf(yaml: string): Readonly<Record<string, string>> | undefined {
  const document = parseYaml(yaml, { scalars: 'text' });
  if (document.errors.length > 0) return undefined;
  const value = safeValueOf(document);
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, said]: [string, unknown]) => [
      name,
      typeof said === 'string' ? said.trim() : (JSON.stringify(said) ?? ''),
    ]),
  );
}

/** The value of a document; a text where its aliases are too many. */
function safeValueOf(document: ReturnType<typeof parseYaml>): unknown {
  try {
    return valueOfYaml(document, 100) ?? null;
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof RangeError) return '';
    throw error;
  }
}
