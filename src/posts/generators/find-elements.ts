import { createOpenStack } from './open-stack.ts';
import type { Search } from './search.ts';

const startTag =
  /<([A-Za-z][\w-]*)((?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*\/?>/uy;
const endTag = /<\/([A-Za-z][\w-]*)\s*>/uy;
const attribute = /\smarkdown\s*=\s*["']?(?:1|block|span)\b/u;

/** Whether an element asks that its content be read as Markdown. */
export function wantsMarkdown(html: string): boolean {
  return attribute.test(html);
}

/** A reader of the HTML elements whose content is Markdown (`markdown="1"`). */
export interface ElementReader {
  /** Reads the tag at an offset; where to go on. */
  readonly read: (search: Search, start: number) => number;
  /** Whether every tag counts: an element is open that wants Markdown. */
  readonly isInside: () => boolean;
}

/** A reader for one post; where nothing wants Markdown it steps over every tag. */
export function findElements(source: string): ElementReader {
  if (!wantsMarkdown(source)) return { read: (_search, start) => start + 1, isInside: () => false };
  // The elements that are open inside the outermost that wants Markdown, with whether they themselves do.
  const open = createOpenStack<{ readonly name: string; readonly wants: boolean }>();
  const read = (search: Search, start: number): number => {
    startTag.lastIndex = start;
    const [tag, name = '', attributes = ''] = startTag.exec(source) ?? [];
    if (tag !== undefined) {
      const end = start + tag.length;
      const element = name.toLowerCase();
      if (wantsMarkdown(attributes)) {
        search.open(`<${element}`, { start, end }, { type: 'element', html: tag });
        open.open({ name: element, wants: true });
      } else if (!open.isEmpty() && element === 'img') {
        // At the start of a line it would make HTML of all up to the next empty line.
        search.add(start, end, { type: 'html' });
      } else if (open.isOpen(element)) {
        open.open({ name: element, wants: false });
      }
      return end;
    }
    endTag.lastIndex = start;
    const [last, closed = ''] = endTag.exec(source) ?? [];
    if (last === undefined) return start + 1;
    if (open.close(closed.toLowerCase())?.wants)
      search.close(`<${closed.toLowerCase()}`, { start, end: start + last.length });
    return start + last.length;
  };
  return { read, isInside: () => !open.isEmpty() };
}
