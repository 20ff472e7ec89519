import type { Message } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Block, Document, Paragraph } from '../document/document.ts';
import type { Inline } from '../document/inline.ts';
import { inlineText } from '../document/plain-text.ts';
import { walkDocument } from '../document/walk.ts';
import { appendAll } from '../lists/append-all.ts';
import { siblingBlocks } from './sibling-blocks.ts';

/** Structure that is only typed: headings in bold, lists of typed signs, notes of raised figures (WCAG 2.2 SC 1.3.1). */
export function checkFakes(document: Document): readonly Message[] {
  const { file } = document;
  const messages: Message[] = [];
  for (const { within, blocks } of siblingBlocks(document)) {
    if (within === 'flow') appendAll(messages, boldHeadings(blocks, file));
    appendAll(messages, unspacedHeadings(blocks, document));
    appendAll(messages, typedLists(blocks, file));
  }
  return [...messages, ...typedNotes(document)];
}

const longestHeading = 80;

function boldHeadings(blocks: readonly Block[], file: string): readonly Message[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    if (block.type !== 'paragraph' || block.role !== undefined || !isAllBold(block.children)) return [];
    if (next === undefined || ['section', 'heading', 'thematic-break', 'note'].includes(next.type)) return [];
    const words = inlineText(block.children).trim();
    if (words.length >= longestHeading || !/\p{L}/u.test(words) || /[.!,;]$/u.test(words)) return [];
    if (isLeadIn(words, next) || asksSomebody.test(words)) return [];
    const reason = `Bold paragraph “${words}” looks like a heading`;
    return [reportRule('heading-as-bold', { reason, file, place: block.place })];
  });
}

/** Lines that begin with the signs of a heading and no space behind them (CommonMark 0.31.2 §4.2); `#Tag` is a tag of networks. */
function unspacedHeadings(blocks: readonly Block[], { file, source = '' }: Document): readonly Message[] {
  return blocks.flatMap((block, index) => {
    if (block.type !== 'paragraph' || block.place === undefined) return [];
    const { start } = block.place;
    const [line, signs = ''] = unspaced.exec(source.slice(start.offset, start.offset + longestLine)) ?? [];
    const words = inlineText(block.children);
    if (line === undefined || !words.startsWith(signs)) return [];
    // One word alone is a heading only above something, and where it is not a name of several words (`#OpenGov`).
    const isTitle = oneWord.test(words) && isBelow(blocks[index + 1]);
    const isTag =
      signs === '#' &&
      !isTitle &&
      (!/^#(?:\d+[.)]\s|\p{Lu}[^#\n]*\s)/u.test(words) ||
        /\s#[\p{L}\p{N}]/u.test(words) ||
        /[\n.!?][\r\u2028\u2029]*./u.test(words.slice(3)) ||
        /[.!?]$/u.test(words));
    if (isTag) return [];
    const reason = `“${line.trim()}” is no heading: a space is missing behind “${signs}”`;
    return [reportRule('heading-no-space', { reason, file, place: block.place })];
  });
}

const oneWord = /^#\p{Lu}\p{Ll}{2,40}$/u;

/** Whether it is words that a heading would stand above, and not another line of tags. */
function isBelow(block: Block | undefined): boolean {
  if (block === undefined || ['section', 'heading', 'thematic-break', 'note'].includes(block.type))
    return false;
  return block.type !== 'paragraph' || !inlineText(block.children).startsWith('#');
}

const longestLine = 200;
const unspaced = /^(#{1,6})(?=[^\s#])[^\r\n]*/u;

/** Words that end in a colon announce the list, table or picture below them; "Table 2: Costs" is its caption. */
function isLeadIn(words: string, next: Block): boolean {
  if (next.type === 'table' || next.type === 'figure') return /:$|\d/u.test(words);
  const isAnnounced = next.type === 'list' || next.type === 'code-block' || next.type === 'quote';
  return isAnnounced && words.endsWith(':') && /\p{Ll}/u.test(words);
}

/** A question in an interview: "AB: What is it like?" */
const asksSomebody = /^[\p{Lu}\p{N}][^\s:]{0,20}(?: \p{Lu}[^\s:]{0,20}){0,2}:\s.*\?$/u;

function isAllBold(inlines: readonly Inline[]): boolean {
  const shown = inlines.filter((inline) => inline.type !== 'text' || inline.value.trim() !== '');
  const [only] = shown;
  if (shown.length !== 1 || only?.type !== 'span') return false;
  if (only.kind === 'strong' || only.kind === 'bold') return true;
  return ['emphasis', 'italic', 'underline'].includes(only.kind) && isAllBold(only.children);
}

// An em dash begins speeches in many languages, so it is not among the signs.
const typedSign = /^(?:[•◦‣▪●○■□➢➤✓✔*·–-]\s|\(?(?:\d{1,2}|[a-z]|[ivxl]{2,6})\)\s|\([A-Z]\)\s)/u;

function typedLists(blocks: readonly Block[], file: string): readonly Message[] {
  const messages: Message[] = [];
  let run: Paragraph[] = [];
  const close = (): void => {
    const [first] = run;
    const lines = run.reduce((count, paragraph) => count + typedLines(paragraph), 0);
    if (first && lines > 1) {
      const reason = `${lines} lines that begin with a typed sign are no list`;
      messages.push(reportRule('list-fake', { reason, file, place: first.place }));
    }
    run = [];
  };
  for (const block of blocks) {
    if (block.type === 'paragraph' && typedLines(block) > 0) run.push(block);
    else close();
  }
  close();
  return messages;
}

function typedLines(paragraph: Paragraph): number {
  return inlineText(paragraph.children)
    .split('\n')
    .filter((line) => typedSign.test(line.trim())).length;
}

/** A raised figure in the text, or one in brackets, that also begins a paragraph further on. */
function typedNotes(document: Document): readonly Message[] {
  const { file } = document;
  const references = new Map<string, Message>();
  const messages: Message[] = [];
  for (const node of walkDocument(document)) {
    if (node.type !== 'paragraph') continue;
    const signs = noteSigns(node.children);
    const start = /^\s*(?:\[(\d{1,3})\]|(\d{1,3})(?=\D))/u.exec(inlineText(node.children));
    const opening = signs.first ?? start?.[1];
    const known = opening === undefined ? undefined : references.get(opening);
    if (opening !== undefined && known) {
      messages.push(known);
      references.delete(opening);
    }
    for (const sign of signs.inside) {
      if (references.has(sign)) continue;
      const reason = `“${sign}” looks like the number of a note that is only typed`;
      references.set(sign, reportRule('footnote-fake', { reason, file, place: node.place }));
    }
  }
  return messages;
}

/** The raised figures of a paragraph, and figures in brackets after words: the one it begins with, and the others. */
function noteSigns(inlines: readonly Inline[]): { first: string | undefined; inside: readonly string[] } {
  let first: string | undefined;
  const inside: string[] = [];
  inlines.forEach((inline, index) => {
    const raised =
      inline.type === 'span' && inline.kind === 'superscript' && inlineText(inline.children).trim();
    if (raised && /^\d{1,3}$/u.test(raised)) {
      if (index === 0) first = raised;
      else inside.push(raised);
    }
    if (inline.type === 'text') {
      for (const [, sign] of inline.value.matchAll(/(?<=[\p{L}\p{P}])\s?\[(\d{1,3})\]/gu)) {
        if (sign !== undefined) inside.push(sign);
      }
    }
  });
  return { first, inside };
}
