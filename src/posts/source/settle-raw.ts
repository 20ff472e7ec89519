import type { Code, Html, InlineCode, Paragraph, Parents, Root, RootContent, Text } from 'mdast';
import { quotable } from '../../characters/quotable.ts';
import type { Place } from '../../diagnostics/message.ts';
import { placeOf } from '../context/place-of.ts';
import { placeAt, type PostContext, report } from '../context/post-context.ts';
import { hasConstruct } from '../dialects/dialect.ts';

/**
 * Reads what is written for one format (Pandoc, “Generic raw attribute”): HTML as HTML, while text for other formats is left out and
 * told; and leaves out commands that end a page, which say nothing to readers. Edits the tree, which nobody
 * else holds yet.
 */
export function settleRaw(tree: Root, context: PostContext): Root {
  if (!hasConstruct(context.dialect, 'rawFormats')) return tree;
  const waiting: Parents[] = [tree];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    const children: readonly RootContent[] = parent.children;
    if (children.some(mayBeRaw)) {
      const settled = children.flatMap((_, index) => settleChild(children, index, context));
      // Sound: HTML and text may stand wherever code and text do, and a paragraph may go.
      (parent as { children: RootContent[] }).children = settled;
    }
    for (const child of parent.children) if ('children' in child) waiting.push(child);
  }
  return tree;
}

function mayBeRaw(child: RootContent): boolean {
  return child.type === 'code' || child.type === 'inlineCode' || child.type === 'paragraph';
}

/** The format of a raw block, as the fence names it. */
const fenceFormat = /^\{=([A-Za-z][\w.+-]*)\}$/u;

/** The format of a raw stretch, right behind its code. */
const spanFormat = /^\{=([A-Za-z][\w.+-]*)\}/u;

function settleChild(children: readonly RootContent[], index: number, context: PostContext): RootContent[] {
  const child = children[index];
  if (child === undefined) return [];
  switch (child.type) {
    case 'code': {
      const format = child.meta ? undefined : fenceFormat.exec(child.lang ?? '')?.[1];
      return format === undefined ? [child] : rawNodes(child, format, context);
    }
    case 'inlineCode': {
      const format = formatBehind(children[index + 1]);
      return format === undefined ? [child] : rawNodes(child, format, context);
    }
    case 'text':
      return children[index - 1]?.type === 'inlineCode' && formatBehind(child) !== undefined
        ? withoutStart(child, `{=${formatBehind(child)}}`.length, context)
        : [child];
    case 'paragraph':
      return withoutPageBreaks(child, context);
    default:
      return [child];
  }
}

function formatBehind(node: RootContent | undefined): string | undefined {
  return node?.type === 'text' ? spanFormat.exec(node.value)?.[1] : undefined;
}

/** The formats that are those of a web page. */
const web: ReadonlySet<string> = new Set(['html', 'html4', 'html5']);

function rawNodes(code: Code | InlineCode, format: string, context: PostContext): Html[] {
  const place = placeOf(code);
  if (web.has(format.toLowerCase())) {
    const position = place && placeOfValue(code, place, context);
    return [{ type: 'html', value: code.value, ...(position && { position }) }];
  }
  const words = quotable(code.value);
  const reason = `Text for the format “${format}” left out${words === '' ? '' : `: “${words}”`}`;
  report(context, 'raw-left-out', { reason, place });
  return [];
}

/** Behind the fence, or the backticks: HTML counts its places from where it begins. */
function placeOfValue({ type, value }: Code | InlineCode, place: Place, context: PostContext): Place {
  const { start, end } = place;
  const written = context.source.slice(start.offset, end.offset);
  const line = type === 'code' ? written.indexOf('\n') + 1 : 0;
  const from = start.offset + Math.max(written.indexOf(value, line), line);
  return placeAt(context, from, Math.min(from + value.length, end.offset));
}

/** Commands of TeX that end a page, as Pandoc's users write them. */
const pageBreak = /^\\(?:newpage|pagebreak|clearpage)(?:\{\})?[ \t]*(?:\n|$)/u;

function withoutPageBreaks(paragraph: Paragraph, context: PostContext): RootContent[] {
  const [first, ...rest] = paragraph.children;
  if (first?.type !== 'text') return [paragraph];
  const found = pageBreak.exec(first.value)?.[0];
  if (found === undefined) return [paragraph];
  const children = [...withoutStart(first, found.length, context), ...rest];
  return children.length === 0 ? [] : [{ ...paragraph, children }];
}

/** What stands behind so many characters of a text, which are as long where they are written. */
function withoutStart(text: Text, length: number, context: PostContext): Text[] {
  const value = text.value.slice(length);
  if (value === '') return [];
  const { start, end } = placeOf(text) ?? {};
  if (start === undefined || end === undefined) return [{ ...text, value }];
  return [{ type: 'text', value, position: placeAt(context, start.offset + length, end.offset) }];
}
