import type { Document } from '../document/document.ts';
import type { SpanKind, Text } from '../document/inline.ts';
import { mapLeaves } from '../document/map-leaves.ts';
import type { Strings } from '../document/strings.ts';
import { childrenOf, isInline, type Node } from '../document/walk.ts';

type Words = Strings['words'];

/** Characters that are meant as they stand. */
const verbatim: ReadonlySet<SpanKind | Node['type']> = new Set([
  'code',
  'keyboard',
  'sample',
  'variable',
  'code-block',
] as const);

/**
 * The document with the marks that a typewriter has none of: quotation marks of the post's language for straight ones,
 * `’`, `–` for `--`, `—` for `---` and `…` for three dots. Code, and words in other languages, keep theirs.
 */
export function withSmartMarks(document: Document, { words }: Strings): Document {
  const values = new Map<Text, string>();
  let line = openLine();
  const open: { readonly node: Node; readonly keeps: boolean }[] = [];
  const push = (nodes: readonly Node[], keeps: boolean): void => {
    for (const node of nodes.toReversed()) open.push({ node, keeps });
  };
  push([...document.titleBlock, ...document.body], false);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node } = next;
    const foreign = node.lang !== undefined && node.lang !== document.metadata.lang;
    const keeps = next.keeps || foreign || isVerbatim(node);
    // The marks go on through what stands in a line.
    if (!isInline(node)) line = openLine();
    if (node.type === 'break') line.before = ' ';
    if (node.type === 'text')
      values.set(node, keeps ? passed(node.value, line) : settled(node.value, line, words));
    else push(childrenOf(node), keeps);
  }
  const changed = mapLeaves(document, {
    text: (text) => ({ ...text, value: values.get(text) ?? text.value }),
  });
  return {
    ...changed,
    metadata: { ...document.metadata, title: settled(document.metadata.title, openLine(), words) },
  };
}

function isVerbatim(node: Node): boolean {
  if (node.type === 'link' && node.target.kind === 'external') {
    const [first, ...others] = node.children;
    return first?.type === 'text' && others.length === 0 && node.target.url.endsWith(first.value);
  }
  return verbatim.has(node.type === 'span' ? node.kind : node.type);
}

/** What was read of the words of a block. */
interface Line {
  /** The last character. */
  before: string;
  /** Whether a quotation within double, or within single marks is open. */
  double: boolean;
  single: boolean;
}

function openLine(): Line {
  return { before: '', double: false, single: false };
}

function passed(value: string, line: Line): string {
  line.before = value.at(-1) ?? line.before;
  return value;
}

// Two hyphens before a word are an option of a command.
const marks = /["']|(?<![-\u2013\u2014])(?!(?<=\s|^)--\p{L})-{2,3}(?!-)|(?<!\.)\.{3}(?!\.)/gu;
const dashes: Readonly<Record<string, string>> = { '--': '–', '---': '—', '...': '…' };

function settled(value: string, line: Line, words: Words): string {
  const start = line.before;
  const changed = value.replace(marks, (mark, index: number) => {
    const before = index === 0 ? start : (value[index - 1] ?? '');
    const rest = value.slice(index + 1, index + 4);
    if (mark === '"') return doubleMark(before, line, words);
    return mark === "'" ? singleMark(before, rest, { line, words }) : (dashes[mark] ?? mark);
  });
  line.before = value.at(-1) ?? start;
  return changed;
}

/** Whether a quotation can begin behind this character. */
function opens(before: string): boolean {
  return before === '' || /[\s([{\-\u2013\u2014/"'“‘«„]/u.test(before);
}

/** Behind a figure where nothing is open, it says inches. */
function doubleMark(before: string, line: Line, words: Words): string {
  if (!line.double && opens(before)) {
    line.double = true;
    return words.quotationOpen;
  }
  if (!line.double && /\d/u.test(before)) return '"';
  line.double = false;
  return words.quotationClose;
}

/** Feet behind a figure, letters that are left out, or a quotation within another. */
function singleMark(
  before: string,
  rest: string,
  { line, words }: { readonly line: Line; readonly words: Words },
): string {
  const isApostrophe = /^\d\ds?/u.test(rest) || (/[\p{L}\p{M}\p{N}]/u.test(before) && /^\p{L}/u.test(rest));
  if (isApostrophe) return '’';
  if (!line.single && opens(before)) {
    line.single = true;
    return words.quotationOpenInner;
  }
  if (line.single) {
    line.single = false;
    return words.quotationCloseInner;
  }
  return /\d/u.test(before) ? "'" : '’';
}
