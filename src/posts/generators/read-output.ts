import type { MarkupCall, MarkupContent, MarkupHandlers } from './markup.ts';
import { readCall } from './read-call.ts';

// Of a chain of filters: quotes, what stands between them, and the strokes that part the filters.
const parts = /"[^"]*"|'[^']*'|[^"'|]+|["'|]/gu;

/** Filters that leave an address the address it is, or put the site's own before it. */
const plainFilters: ReadonlySet<string> = new Set([
  'prepend',
  'escape',
  'strip',
  'uri_escape',
  'url_encode_path',
]);

/** What makes code of words that the post set: `highlight("html")` of Nunjucks, `highlight: "html"` of Liquid. */
const highlighted = /^highlight(?:\s*\(\s*|:?\s+)["']([\w+-]+)["']\s*\)?$/u;

/** What outputs are read with. */
export interface OutputOptions {
  readonly handlers: MarkupHandlers;
  /** The address of the site, where it is known. */
  readonly base: string | undefined;
  readonly params: MarkupCall['params'];
  /** Words that the post itself gave a name before. */
  readonly variables: ReadonlyMap<string, string>;
  /** Where the words of a name begin, which stand in the post itself. */
  readonly offsetOf?: (name: string) => number | undefined;
}

/**
 * What `{{ … }}` says: a path that filters lead to the site's root, the site's own address, or a variable. Nothing is evaluated: of
 * variables only `site.baseurl` is known, `site.url` where the project names its address, and those that the post sets to plain words;
 * of these `highlight` of Eleventy makes code.
 */
export function readOutput(
  content: string,
  { handlers, base, params, variables, offsetOf }: OutputOptions,
): MarkupContent {
  const [first = '', ...filters] = splitFilters(content);
  const isVariable = variables.has(first);
  let value = variables.get(first) ?? literalOf(first, base);
  const language = highlighted.exec(filters[0] ?? '')?.[1];
  if (isVariable && value !== undefined && language !== undefined) {
    const firstOffset = offsetOf?.(first);
    const meaning = {
      type: 'code',
      value,
      language,
      ...(firstOffset !== undefined && { firstOffset }),
    } as const;
    return { type: 'meaning', meaning };
  }
  for (const filter of filters) {
    const call = readCall(filter);
    const name = call?.name.replace(/:$/u, '') ?? '';
    const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
    if (value === undefined) return variable(first);
    if (name === 'append' && call?.args[0] !== undefined) value += call.args[0];
    else if (handler !== undefined && call !== undefined) {
      const meaning = handler({ ...call, params, name, args: [value, ...call.args] });
      if (meaning === undefined) return unknownFilter(name);
      if (meaning.type !== 'address') return { type: 'meaning', meaning };
      value = meaning.path;
    } else if (!plainFilters.has(name)) return unknownFilter(name);
  }
  if (value === undefined) return variable(first);
  // Of lines that were code no paragraph is made.
  if (isVariable && /(?:\r\n?|\n)[ \t]*[\r\n]/u.test(value)) return variable(first);
  // A site puts the words in before it reads the Markdown around them.
  if (isVariable) return { type: 'meaning', meaning: { type: 'text', value, isMarkdown: true } };
  const isText = filters.length === 0 && /^["']/u.test(first);
  return {
    type: 'meaning',
    meaning: isText ? { type: 'text', value } : { type: 'address', path: value },
  };
}

function splitFilters(content: string): readonly string[] {
  const found: string[] = [''];
  for (const [part] of content.matchAll(parts)) {
    if (part === '|') found.push('');
    else found.push((found.pop() ?? '') + part);
  }
  return found.map((part) => part.trim());
}

function literalOf(expression: string, base: string | undefined): string | undefined {
  const quoted = /^(?:"([^"]*)"|'([^']*)')$/u.exec(expression);
  if (quoted) return quoted[1] ?? quoted[2] ?? '';
  if (expression === 'site.baseurl') return '';
  return expression === 'site.url' ? base : undefined;
}

function variable(expression: string): MarkupContent {
  return { type: 'unknown', label: `{{ ${expression} }}`, counts: true };
}

function unknownFilter(name: string): MarkupContent {
  return { type: 'unknown', label: `{{ … | ${name} }}`, counts: true };
}
