import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { limitDepth, limitMarkers } from './limit-depth.ts';
import { limitEmphasis } from './limit-emphasis.ts';
import { type PostContext, placeAt, report } from './post-context.ts';
import { placeOf } from './place-of.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .use(remarkDirective)
  .use(limitEmphasis)
  .freeze();

/** The mdast of a post (CommonMark, GFM, YAML front matter, directives), nested no deeper than the limit. */
export function parseMarkdown(context: PostContext): Root {
  const { limits } = context.options;
  const zero = context.source.indexOf('\0');
  if (zero >= 0) {
    const reason = 'Control character U+0000 is shown as U+FFFD';
    report(context, 'control-char', { reason, place: placeAt(context, zero, zero + 1) });
  }
  const source = limitMarkers(context.masked.text);
  const { tree, firstBeyond } = limitDepth(parse(source), limits.depth);
  const deeper = source !== context.masked.text;
  if (firstBeyond !== undefined || deeper) {
    report(context, 'nesting-too-deep', {
      reason: `Nested more than ${limits.depth} levels deep; what lies deeper was flattened`,
      place: firstBeyond ? placeOf(firstBeyond) : placeAt(context, 0, 0),
    });
  }
  return tree;
}

function parse(source: string): Root {
  return processor.parse(source);
}
