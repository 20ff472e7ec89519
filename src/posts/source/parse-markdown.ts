import type { Root, Yaml } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { joinCaptions } from '../constructs/join-captions.ts';
import { joinDefinitions } from '../constructs/join-definitions.ts';
import { joinLineBlocks } from '../constructs/join-line-blocks.ts';
import { joinRows } from '../constructs/join-rows.ts';
import { readConstructs } from '../constructs/read-constructs.ts';
import { causeOf, spend } from '../context/work.ts';
import type { Dialect } from '../../document/dialect.ts';
import { hasConstruct } from '../dialects/dialect.ts';
import { createParseCounter } from './count-parsing.ts';
import { editInPlace } from './edit-in-place.ts';
import { limitDepth, limitMarkers } from './limit-depth.ts';
import { interruptCode } from './interrupt-code.ts';
import { interruptNothing } from './interrupt-nothing.ts';
import { limitEmphasis } from './limit-emphasis.ts';
import { settleBareAddresses } from './settle-bare-addresses.ts';
import { type PostContext, placeAt, report } from '../context/post-context.ts';
import { placeOf } from '../context/place-of.ts';

const counter = createParseCounter();

const processors = new Map<Dialect, ReturnType<typeof createProcessor>>();

function createProcessor(dialect: Dialect) {
  return unified()
    .use(remarkParse)
    .use(editInPlace)
    .use(remarkGfm, { singleTilde: hasConstruct(dialect, 'singleTildes') })
    .use(remarkDirective)
    .use(readConstructs, dialect)
    .use(limitEmphasis, dialect)
    .use(interruptCode)
    .use(interruptNothing)
    .use(counter.plugin);
}

/** The processor of a dialect, without plugins of a project. */
function plainProcessor({ dialect }: PostContext): ReturnType<typeof createProcessor> {
  const known = processors.get(dialect) ?? createProcessor(dialect).freeze();
  processors.set(dialect, known);
  return known;
}

/** The mdast of a post (CommonMark, GFM, YAML front matter, directives), nested no deeper than the limit. */
export function parseMarkdown(context: PostContext): Root {
  const { limits } = context.options;
  const zero = context.source.indexOf('\0');
  if (zero >= 0) {
    const reason = 'Control character U+0000 is shown as U+FFFD';
    report(context, 'control-char', { reason, place: placeAt(context, zero, zero + 1) });
  }
  const markdown = withoutMatter(context);
  const source = limitMarkers(markdown);
  const { tree, firstBeyond, nodes } = limitDepth(
    counter.count(context.work, source, () => processorOf(context).parse(source)),
    limits.depth,
  );
  spend(causeOf(context.work, 'nodes of its tree'), 'nodes', nodes);
  const deeper = source !== markdown;
  if (firstBeyond !== undefined || deeper) {
    report(context, 'nesting-too-deep', {
      reason: `Nested more than ${limits.depth} levels deep; what lies deeper was flattened`,
      place: firstBeyond ? placeOf(firstBeyond) : placeAt(context, 0, 0),
    });
  }
  joinDefinitions(tree);
  settleBareAddresses(tree, markdown);
  if (hasConstruct(context.dialect, 'tableCaptions')) joinCaptions(tree);
  if (hasConstruct(context.dialect, 'rows'))
    joinRows(tree, { source: markdown, placeAt: (start, end) => placeAt(context, start, end) });
  if (hasConstruct(context.dialect, 'lineBlocks')) joinLineBlocks(tree, markdown);
  const matter = matterNode(context);
  if (matter !== undefined) tree.children.unshift(matter);
  return tree;
}

/** The Markdown of a post in its place: the lines of the front matter are empty. */
function withoutMatter({ matter, masked: { text } }: PostContext): string {
  if (matter === undefined) return text;
  const { close } = matter.block;
  return text.slice(0, close).replace(/[^\r\n]+/gu, (line) => ' '.repeat(line.length)) + text.slice(close);
}

/** Front matter as plugins of remark expect it; there is no node for JSON. */
function matterNode(context: PostContext): Yaml | undefined {
  const { block } = context.matter ?? {};
  if (block === undefined || block.format === 'json') return undefined;
  const value = context.source.slice(block.start, block.end);
  // Sound: to mdast a node of TOML is one of YAML with another name.
  return { type: block.format as 'yaml', value, position: placeAt(context, 0, block.close) };
}

/** The mdast of a few words of a post, as deep as the limit allows; without plugins. */
export function parseInline(words: string, context: PostContext): Root {
  const { options, work } = context;
  const tree = counter.count(work, words, () => plainProcessor(context).parse(limitMarkers(words)));
  return limitDepth(tree, options.limits.depth).tree;
}

/** The tree as the plugins of the project change it; where one fails, the tree it was given, with a message. */
export function runPlugins(tree: Root, context: PostContext): Root {
  if (!context.options.remarkPlugins?.length) return tree;
  try {
    const file = new VFile({ path: context.options.file, value: context.source });
    const changed = processorOf(context).runSync(tree, file);
    for (const { reason, place } of file.messages) tellPlugin(reason, { place, context });
    if (isRoot(changed)) return changed;
    tellPlugin('the tree is no root any more', { place: undefined, context });
    return tree;
  } catch (error) {
    tellPlugin(error instanceof Error ? error.message : String(error), { place: undefined, context });
    return tree;
  }
}

function isRoot(node: { readonly type: string }): node is Root {
  return node.type === 'root' && 'children' in node;
}

function tellPlugin(
  why: string,
  { place, context }: { readonly place: VFileMessage['place']; readonly context: PostContext },
): void {
  const position = place && 'start' in place ? placeOf({ position: place }) : undefined;
  report(context, 'plugin-failed', { reason: `A plugin says: ${why}`, place: position });
}

const extended = new WeakMap<PluggableList, Map<Dialect, ReturnType<typeof createProcessor>>>();

/**
 * The processor with the plugins of the project, made once for each list of them and dialect. Not a copy of the plain one: unified 11 copies
 * constructs deeply, and the counter would not know its own.
 */
function processorOf(context: PostContext): ReturnType<typeof createProcessor> {
  const plugins = context.options.remarkPlugins;
  if (!plugins?.length) return plainProcessor(context);
  const ofList = extended.get(plugins) ?? new Map<Dialect, ReturnType<typeof createProcessor>>();
  extended.set(plugins, ofList);
  const known = ofList.get(context.dialect) ?? createProcessor(context.dialect).use(plugins).freeze();
  ofList.set(context.dialect, known);
  return known;
}
