import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { hasConstruct } from '../dialects/dialect.ts';
import { placeOf } from '../context/place-of.ts';
import type { PostContext } from '../context/post-context.ts';
import { calloutNamed } from '../dialects/callout-names.ts';

const mark = /^\[!([A-Za-z]+)\][-+]?[ \t]*/u;

/**
 * The callout that a quotation with a mark at its beginning is: `> [!NOTE]` (GitHub, Alerts), with a title behind the mark as Obsidian and Hugo
 * know it; `undefined` where it is a quotation. A name that is none of a callout is the title of a note.
 */
export function alertOf(quote: Blockquote, context: PostContext): ContainerDirective | undefined {
  const [first, ...rest] = quote.children;
  if (first?.type !== 'paragraph' || !hasConstruct(context.dialect, 'alerts')) return undefined;
  const [text, ...others] = first.children;
  if (text?.type !== 'text') return undefined;
  const [written = '', name = ''] = mark.exec(text.value) ?? [];
  const start = placeOf(text)?.start.offset ?? 0;
  if (written === '' || !context.source.startsWith('[!', start)) return undefined;
  const { line, behind } = splitLine([{ ...text, value: text.value.slice(written.length) }, ...others]);
  const isTitled = line.some((node) => node.type !== 'text' || node.value.trim() !== '');
  const known = calloutNamed(name);
  // Of a name that is not known, and a title behind it, nothing may be lost.
  if (known === undefined && isTitled) return undefined;
  const title: PhrasingContent[] = isTitled
    ? line
    : known === undefined
      ? [{ type: 'text', value: name, ...(text.position && { position: text.position }) }]
      : [];
  const position = first.position && { position: first.position };
  const label: Paragraph = {
    type: 'paragraph',
    data: { directiveLabel: true },
    children: title,
    ...position,
  };
  const body: Paragraph = { ...first, children: behind };
  return {
    type: 'containerDirective',
    name: known === undefined ? 'note' : name.toLowerCase(),
    children: [...(title.length > 0 ? [label] : []), ...(behind.length > 0 ? [body] : []), ...rest],
    ...(quote.position && { position: quote.position }),
  };
}

/** What stands on the first line, and what behind it. */
function splitLine(children: readonly PhrasingContent[]): {
  readonly line: PhrasingContent[];
  readonly behind: PhrasingContent[];
} {
  const index = children.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && /[\r\n]/u.test(node.value)),
  );
  const node = children[index];
  if (node === undefined) return { line: [...children], behind: [] };
  const [before, after] = [children.slice(0, index), children.slice(index + 1)];
  if (node.type !== 'text') return { line: before, behind: after };
  const [first = ''] = /^[^\r\n]*/u.exec(node.value) ?? [];
  const rest = node.value.slice(first.length).replace(/^\r?\n?/u, '');
  return {
    line: [...before, ...(first === '' ? [] : [{ ...node, value: first }])],
    behind: [...(rest === '' ? [] : [{ ...node, value: rest }]), ...after],
  };
}
