import type { Code, Delete, Emphasis, InlineCode, Nodes, Root, Strong, Text } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import {
  defaultHandlers,
  toMarkdown,
  type Info,
  type Options,
  type SafeConfig,
  type State,
  type Unsafe,
} from 'mdast-util-to-markdown';
import { withNumericReferences } from '../xml/references.ts';

/**
 * The Markdown of a body, ended by one newline; it reads back as the same words. `{` before another character than a
 * space is written as a character reference, so that no template language or attribute list is seen in imported words.
 */
export function writeMarkdown(body: Root): string {
  return toMarkdown(joined(body), {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    fences: true,
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), directiveToMarkdown(), own],
  });
}

/** In an address no directive begins, and `&` is read as itself but where a reference ends in `;`. */
function narrowed(pattern: Unsafe): Unsafe {
  const { character, before } = pattern;
  if (character === ':' && before === '[^:]') return { ...pattern, notInConstruct };
  return character === '&' ? { character, after: '#?[A-Za-z0-9]+;', inConstruct: 'phrasing' } : pattern;
}

const notInConstruct: NonNullable<Unsafe['notInConstruct']> = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
];

const braces = /\{(?=\S)/gu;

const own: Options = {
  handlers: {
    root: (node: Root, _parent: unknown, state: State, info: Info) => {
      state.unsafe = state.unsafe.map(narrowed);
      const safe = state.safe.bind(state);
      state.safe = (value, config) =>
        escaping(safe, value ?? '', config, {
          places: [at(braces)],
          after: config.after,
          write: () => '&#x7B;',
        });
      return defaultHandlers.root(node, undefined, state, info);
    },
    text,
    delete: Object.assign(deletion, { peek: (node: Delete): string => (isPlain(node) ? '~' : '<') }),
    code: (node: Code, _parent: unknown, state: State, info: Info) =>
      holdsTemplate(node.value)
        ? `<pre><code>${escapedCode(node.value)}</code></pre>`
        : defaultHandlers.code(node, undefined, state, info),
    inlineCode: Object.assign(inlineCode, { peek: (): string => '`' }),
  },
};

/**
 * Neighbouring texts and neighbours of one emphasis joined, for `*a**b*` would say something else; no blanks at the ends
 * of a line, for they would be written as character references.
 */
function joined<T extends Nodes>(node: T): T {
  if (!('children' in node)) return node;
  const children: Nodes[] = [];
  for (const child of node.children) {
    const last = children.at(-1);
    if (last?.type === 'text' && child.type === 'text') {
      children[children.length - 1] = { ...last, value: last.value + child.value };
    } else if (last !== undefined && isMark(last) && isMark(child) && last.type === child.type) {
      // Sound: both are of one type, and what one may hold the other may.
      children[children.length - 1] = { ...last, children: [...last.children, ...child.children] } as Nodes;
    } else children.push(child);
  }
  const whole = children.map((child) => joined(child));
  const isLine = /^(?:paragraph|heading|tableCell)$/u.test(node.type);
  // Sound: the types of the children are those that they were.
  return { ...node, children: isLine ? trimmed(whole) : whole } as T;
}

function isMark(node: Nodes): node is Delete | Emphasis | Strong {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';
}

function trimmed(children: readonly Nodes[]): readonly Nodes[] {
  return children.map((child, index) => {
    if (child.type !== 'text') return child;
    const start = index === 0 ? child.value.replace(/^[\t\n\r ]+/u, '') : child.value;
    return {
      ...child,
      value: index === children.length - 1 ? start.replace(/(?<![\t\n\r ])[\t\n\r ]+$/u, '') : start,
    };
  });
}

/** Escapes less than the packages would, for addresses and `R&D` are read back as they are. */
function text(node: Text, _parent: unknown, state: State, info: Info): string {
  // Blanks beside a line end would be written as character references.
  const value = node.value.replace(/(?<![\t ])[\t ]*[\r\n][\t\r\n ]*/gu, '\n');
  // In `<https://…>` nothing is escaped.
  if (!state.stack.includes('phrasing')) return state.safe(value, info);
  const all = state.unsafe;
  state.unsafe = all.filter((pattern) => !isNeedless(pattern));
  // GFM makes no links inside links, and ends them before an element.
  const places = state.stack.includes('link') ? misread : [...misread, ...misreadAddresses];
  const after = info.after === '<' ? ' ' : info.after;
  const written = escaping(state.safe, value, info, {
    places,
    after,
    write: (character) => `\\${character}`,
  });
  state.unsafe = all;
  return written;
}

/** Patterns of the packages that escape what reads back as the same words without it. */
function isNeedless({ character, before, after, atBreak }: Unsafe): boolean {
  if (atBreak === true) return false;
  switch (character) {
    case '@':
    case '&':
      return true;
    case ':':
      return before === '[ps]' || before === '[^:]';
    case '.':
      return before === '[Ww]';
    case '_':
      return before === undefined && after === undefined;
    default:
      return false;
  }
}

/** Gives the places in a text, in any order, some of them perhaps more than once. */
type Finder = (shown: string) => readonly number[];

/** Where an expression matches. */
function at(expression: RegExp): Finder {
  return (shown) => [...shown.matchAll(expression)].map(({ index }) => index);
}

/** Where `begin` matches and one of the signs stands later in the same word, or right behind it. */
function before(begin: RegExp, signs: RegExp): Finder {
  return (shown) => {
    const sign = nextOf(signs, shown);
    const space = nextOf(/\s/gu, shown);
    return [...shown.matchAll(begin)].flatMap(({ 0: found, index }) => {
      const first = sign(index + found.length);
      return first < Infinity && first <= space(index + found.length) ? [index] : [];
    });
  };
}

/** Finds the first match at or behind an offset; the offsets asked for must grow. */
function nextOf(expression: RegExp, text: string): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found >= from) return found;
    expression.lastIndex = from;
    return (found = expression.exec(text)?.index ?? Infinity);
  };
}

// An address that holds one of these is no plain word: inside a link that GFM makes of it, an escape would be printed.
const untame = /[\\`*[\]<>!~|{]|&(?=#?[A-Za-z0-9]+;)|_(?![A-Za-z0-9])|[^A-Za-z0-9](?=_)|(?<!#)#(?=#*\s*$)/gu;

/** What would be read as something else than the words that it is, in place of the needless patterns. */
const misread: readonly Finder[] = [
  at(/&(?=#?[A-Za-z0-9]+;)/gu),
  at(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gu),
  // A link that follows would become the label of a directive.
  before(/:/gu, /[[{]/gu),
  // TeX stands between two of them; one before an amount is alone.
  at(/\$(?=[^\s\d])|\$(?=\d[^$\n]*\$)/gu),
];

/** Beginnings of addresses that hold what is no plain word. */
const misreadAddresses: readonly Finder[] = [
  before(/(?<=[ps]):\/\//giu, untame),
  before(/(?<=w)\./giu, untame),
];

interface Escaping {
  readonly places: readonly Finder[];
  /** What is looked at as standing behind the value. */
  readonly after: string;
  readonly write: (character: string) => string;
}

/** `safe` with further characters escaped; what stands beside the value is looked at but not written. */
function escaping(
  safe: State['safe'],
  value: string,
  config: SafeConfig,
  { places, after: behind, write }: Escaping,
): string {
  const shown = config.before + value + behind;
  const found = places.flatMap((place) => place(shown).map((index) => index - config.before.length));
  const inside = new Set(found.filter((at) => at >= 0 && at < value.length));
  let out = '';
  let start = 0;
  const take = (end: number): void => {
    const before = start === 0 ? config.before : value.slice(start - 1, start);
    const after = end === value.length ? config.after : value.slice(end, end + 1);
    out += safe(value.slice(start, end), { ...config, before, after });
  };
  for (const at of [...inside].toSorted((one, other) => one - other)) {
    take(at);
    out += write(value.charAt(at));
    start = at + 1;
  }
  take(value.length);
  return out;
}

/** `~~` reads as a mark for sure only where letters or digits stand inside it. */
function deletion(node: Delete, _parent: unknown, state: State, info: Info): string {
  const [open, close] = isPlain(node) ? ['~~', '~~'] : ['<del>', '</del>'];
  const inner = state.containerPhrasing(node, { ...info, before: open.slice(-1), after: close.slice(0, 1) });
  return open + inner + close;
}

function isPlain(node: Delete): boolean {
  const [first, last] = [node.children[0], node.children.at(-1)];
  return (
    first?.type === 'text' && last?.type === 'text' && /^\w/u.test(first.value) && /\w$/u.test(last.value)
  );
}

function inlineCode(node: InlineCode, parent: Nodes | undefined, state: State): string {
  if (holdsTemplate(node.value) || hasCodeBeside(node, parent))
    return `<code>${withNumericReferences(escapedCode(node.value), /[|:.@]/gu)}</code>`;
  const written = defaultHandlers.inlineCode(node, undefined, state);
  return state.stack.includes('tableCell') ? written.replaceAll('|', '\\|') : written;
}

/** The marks of two codes side by side would read as marks of one. */
function hasCodeBeside(node: InlineCode, parent: Nodes | undefined): boolean {
  const siblings: readonly Nodes[] = parent !== undefined && 'children' in parent ? parent.children : [];
  const at = siblings.indexOf(node);
  return siblings[at - 1]?.type === 'inlineCode' || siblings[at + 1]?.type === 'inlineCode';
}

/** Code cannot be escaped in Markdown, and template languages look into it. */
function holdsTemplate(code: string): boolean {
  return /\{[{%]/u.test(code);
}

function escapedCode(code: string): string {
  // An empty line would end the block of HTML.
  return withNumericReferences(code, /[&<>{*_`[\]\\~!]|\n(?=\s*?\n)|^\n/gu);
}
