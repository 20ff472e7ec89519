import type { Code, InlineCode, Nodes, Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import {
  defaultHandlers,
  toMarkdown,
  type Info,
  type Options,
  type State,
  type Unsafe,
} from 'mdast-util-to-markdown';

/**
 * The Markdown of a body, ended by one newline; it reads back as the same words. `{` before another character than a
 * space is written as a character reference, so that no template language or attribute list is seen in imported words.
 */
export function writeMarkdown(body: Root): string {
  return toMarkdown(body, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    fences: true,
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), directiveToMarkdown(), own],
  });
}

const own: Options = {
  handlers: {
    root: (node: Root, _parent: unknown, state: State, info: Info) => {
      state.unsafe = [...state.unsafe.filter((pattern) => !isNeedless(pattern)), ...needed];
      const { safe } = state;
      state.safe = (value, config) =>
        safe.call(state, value, { ...config, encode: [...(config.encode ?? []), '{'] });
      return defaultHandlers.root(node, undefined, state, info);
    },
    code: (node: Code, _parent: unknown, state: State, info: Info) =>
      holdsTemplate(node.value)
        ? `<pre><code>${escapedCode(node.value)}</code></pre>`
        : defaultHandlers.code(node, undefined, state, info),
    inlineCode: Object.assign(inlineCode, { peek: (): string => '`' }),
  },
};

function inlineCode(node: InlineCode, parent: Nodes | undefined, state: State): string {
  if (holdsTemplate(node.value)) return `<code>${escapedCode(node.value).replaceAll('|', '&#124;')}</code>`;
  const written = defaultHandlers.inlineCode(node, undefined, state);
  return parent?.type === 'tableCell' || state.stack.includes('tableCell')
    ? written.replaceAll('|', '\\|')
    : written;
}

/** Code cannot be escaped in Markdown, and template languages look into it. */
function holdsTemplate(code: string): boolean {
  return /\{[{%]/u.test(code);
}

function escapedCode(code: string): string {
  return (
    code
      .replace(/[&<>{*_`[\]\\]/gu, (character) => `&#${character.charCodeAt(0)};`)
      // An empty line would end the block of HTML.
      .replace(/\n(?=\s*\n)|^\n/gu, '&#10;')
  );
}

/** Patterns of the packages that escape what reads back as the same words without it. */
function isNeedless({ character, before, after, atBreak }: Unsafe): boolean {
  if (atBreak === true) return false;
  switch (character) {
    case '@':
      return true;
    case ':':
      return before === '[ps]' || before === '[^:]';
    case '.':
      return before === '[Ww]';
    case '&':
      return true;
    case '_':
      return before === undefined && after === undefined;
    default:
      return false;
  }
}

// An address that holds one of these is no plain word: inside a link that GFM makes of it, an escape would be printed.
const untame = String.raw`(?:[\\${'`'}*\[\]<>!~|{]|&#?[A-Za-z0-9]+;|_(?![A-Za-z0-9])|[^A-Za-z0-9]_)`;

// In these an address or a title stands, not phrases.
const notInConstruct: NonNullable<Unsafe['notInConstruct']> = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'titleQuote',
];

const needed: readonly Unsafe[] = [
  { character: '{', after: String.raw`\S`, inConstruct: 'phrasing' },
  { character: '&', after: String.raw`#?[A-Za-z0-9]+;`, inConstruct: 'phrasing' },
  { character: '_', before: '(?:^|[^A-Za-z0-9])', inConstruct: 'phrasing', notInConstruct },
  { character: '_', after: '(?:$|[^A-Za-z0-9])', inConstruct: 'phrasing', notInConstruct },
  // A link that follows would become the label of a directive.
  { character: ':', after: String.raw`\S*[\[{]`, inConstruct: 'phrasing', notInConstruct },
  {
    character: ':',
    before: '[ps]',
    after: String.raw`\/\/\S*?${untame}`,
    inConstruct: 'phrasing',
    notInConstruct,
  },
  {
    character: '.',
    before: '[Ww]',
    after: String.raw`\S*?${untame}`,
    inConstruct: 'phrasing',
    notInConstruct,
  },
];
