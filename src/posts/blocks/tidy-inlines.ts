import type { Inline, Text } from '../../document/inline.ts';

interface Edge {
  /** A space here would stand at the start of a line or beside another space. */
  spaced: boolean;
}

/** One line of prose: runs of white space are one space, none at the ends or beside a hard break; neighbouring texts are joined. */
export function tidyInlines(inlines: readonly Inline[]): readonly Inline[] {
  const edge: Edge = { spaced: true };
  const started = collapse(inlines, edge);
  return trimEnd(trimBreaks(started));
}

function collapse(inlines: readonly Inline[], edge: Edge): readonly Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text': {
        const text = collapseText(inline, edge);
        const last = out.at(-1);
        if (text.value === '') break;
        if (last?.type === 'text') out[out.length - 1] = joinTexts(last, text);
        else out.push(text);
        break;
      }
      case 'break':
        edge.spaced = true;
        out.push(inline);
        break;
      case 'span':
        if (inline.kind === 'code') {
          edge.spaced = false;
          out.push(inline);
          break;
        }
        out.push({ ...inline, children: collapse(inline.children, edge) });
        break;
      case 'link':
        out.push({ ...inline, children: collapse(inline.children, edge) });
        break;
      case 'ruby':
        out.push({
          ...inline,
          base: collapse(inline.base, edge),
          annotation: tidyInlines(inline.annotation),
        });
        break;
      default:
        edge.spaced = false;
        out.push(inline);
    }
  }
  return out;
}

function collapseText(text: Text, edge: Edge): Text {
  let value = text.value.replace(/[ \t\n\r\f]+/gu, ' ');
  if (edge.spaced && value.startsWith(' ')) value = value.slice(1);
  if (value !== '') edge.spaced = value.endsWith(' ');
  return { ...text, value };
}

function joinTexts(first: Text, second: Text): Text {
  const start = first.place?.start;
  const end = second.place?.end ?? first.place?.end;
  return { ...first, value: first.value + second.value, ...(start && end ? { place: { start, end } } : {}) };
}

/** Takes the space before each hard break, and breaks at the ends of the line, away. */
function trimBreaks(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type === 'break') {
      trimEnd(out);
      if (out.length > 0) out.push(inline);
    } else if (inline.type === 'span' || inline.type === 'link') {
      out.push(
        inline.type === 'span' && inline.kind === 'code'
          ? inline
          : { ...inline, children: trimBreaks(inline.children) },
      );
    } else out.push(inline);
  }
  return out;
}

/** Takes breaks and spaces from the end of a list that nobody else holds, which it gives back. */
function trimEnd(inlines: Inline[]): readonly Inline[] {
  for (let last = inlines.pop(); last !== undefined; last = inlines.pop()) {
    const trimmed = trimLast(last);
    if (trimmed === undefined) continue;
    inlines.push(trimmed);
    break;
  }
  return inlines;
}

/** What ends a line, without the spaces and breaks at its own end; nothing where it is nothing else. */
function trimLast(last: Inline): Inline | undefined {
  if (last.type === 'break') return undefined;
  if (last.type === 'text') {
    const value = last.value.endsWith(' ') ? last.value.slice(0, -1) : last.value;
    return value === '' ? undefined : { ...last, value };
  }
  if (last.type === 'link' || (last.type === 'span' && last.kind !== 'code')) {
    const children = trimEnd([...last.children]);
    const isEmpty = children.length === 0 && last.id === undefined && last.children.length > 0;
    return isEmpty ? undefined : { ...last, children };
  }
  return last;
}
