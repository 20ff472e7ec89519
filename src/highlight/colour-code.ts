import { common, createLowlight } from 'lowlight';
import type { CodeBlock, Document } from '../document/document.ts';
import type { Text } from '../document/inline.ts';
import { walkDocument } from '../document/walk.ts';

/** What a stretch of code is, as far as it is shown. */
export type CodeKind = 'comment' | 'keyword' | 'string' | 'number' | 'name';

/** A part of a line of code; `kind` is absent where it is nothing of these. */
export interface CodeStretch {
  readonly text: string;
  readonly kind?: CodeKind;
}

/** The languages that are told apart. Grammars that hostile code keeps busy longest (C, HTML, ini) are left out. */
export const colouredLanguages: readonly string[] = [
  'bash',
  'css',
  'diff',
  'go',
  'java',
  'javascript',
  'json',
  'python',
  'rust',
  'sql',
  'typescript',
  'yaml',
];

let lowlight: ReturnType<typeof createLowlight> | undefined;

/** Most runs colour no code: grammars are compiled for the first that does. */
function low(): ReturnType<typeof createLowlight> {
  if (lowlight) return lowlight;
  const grammars = Object.entries(common).filter(([name]) => colouredLanguages.includes(name));
  return (lowlight = createLowlight(Object.fromEntries(grammars)));
}

/**
 * Bounds of what is looked at, in characters: some grammars take the square of what they read. A longer block, or one with a longer
 * line, stays plain, and so do those of a document behind the first that go over its share.
 */
export const codeBounds = { block: 4000, line: 200, document: 40_000 };

/** The stretches of each line of code of a document that can be told apart; of all other lines nothing. */
export function colourDocument(document: Document): ReadonlyMap<Text, readonly CodeStretch[]> {
  const found = new Map<Text, readonly CodeStretch[]>();
  let left = codeBounds.document;
  for (const node of walkDocument(document)) {
    if (node.type !== 'code-block') continue;
    const length = node.lines.reduce((sum, line) => sum + line.value.length + 1, 0);
    if (length > left) continue;
    const stretches = colourBlock(node, length);
    if (!stretches) continue;
    left -= length;
    for (const [index, line] of node.lines.entries()) found.set(line, stretches[index] ?? []);
  }
  return found;
}

function colourBlock(
  { language, lines }: CodeBlock,
  length: number,
): readonly (readonly CodeStretch[])[] | undefined {
  if (language === undefined || !low().registered(language)) return undefined;
  if (length > codeBounds.block || lines.some(({ value }) => value.length > codeBounds.line))
    return undefined;
  return colourCode(
    lines.map(({ value }) => value),
    language,
  );
}

/** The stretches of each line in a language that is known; nothing where they would not be the lines, letter by letter. */
export function colourCode(
  lines: readonly string[],
  language: string,
): readonly (readonly CodeStretch[])[] | undefined {
  const made: CodeStretch[][] = [[]];
  for (const { text, kind } of stretchesOf(low().highlight(language, lines.join('\n')))) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) made.push([]);
      if (part !== '') made.at(-1)?.push({ text: part, ...(kind && { kind }) });
    }
  }
  const same = lines.every((line, index) => made[index]?.map(({ text }) => text).join('') === line);
  return same && made.length === lines.length ? made : undefined;
}

type Tree = ReturnType<ReturnType<typeof low>['highlight']>;
type Child = Tree['children'][number];

/** The texts of a tree in order, each with the innermost kind that it is of. */
function* stretchesOf(tree: Tree): Generator<CodeStretch> {
  const open: { readonly node: Child; readonly kind: CodeKind | undefined }[] = [];
  const push = (children: readonly Child[], kind: CodeKind | undefined): void => {
    for (const node of children.toReversed()) open.push({ node, kind });
  };
  push(tree.children, undefined);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, kind } = next;
    if (node.type === 'text') yield { text: node.value, ...(kind && { kind }) };
    else if (node.type === 'element') push(node.children, kindOf(node.properties['className']) ?? kind);
  }
}

/** Names of highlight.js by what they are shown as. */
const kinds: Readonly<Record<string, CodeKind>> = {
  'hljs-comment': 'comment',
  'hljs-quote': 'comment',
  'hljs-meta': 'comment',
  'hljs-deletion': 'comment',
  'hljs-keyword': 'keyword',
  'hljs-literal': 'keyword',
  'hljs-built_in': 'keyword',
  'hljs-type': 'keyword',
  'hljs-string': 'string',
  'hljs-regexp': 'string',
  'hljs-addition': 'string',
  'hljs-number': 'number',
  'hljs-title': 'name',
  'hljs-attr': 'name',
  'hljs-attribute': 'name',
  'hljs-property': 'name',
  'hljs-variable': 'name',
  'hljs-selector-tag': 'name',
  'hljs-selector-class': 'name',
  'hljs-selector-id': 'name',
};

function kindOf(className: unknown): CodeKind | undefined {
  const names: readonly unknown[] = Array.isArray(className) ? className : [];
  const name = names.find((item) => typeof item === 'string' && Object.hasOwn(kinds, item));
  return typeof name === 'string' ? kinds[name] : undefined;
}
