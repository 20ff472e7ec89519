import type { Message } from '../diagnostics/message.ts';
import { reportRule } from '../diagnostics/report-rule.ts';
import type { Document, Inline, Paragraph } from '../document/document.ts';
import { walkDocument } from '../document/walk.ts';
import { isCodeSpan } from './code-span.ts';
import { siblingBlocks } from './sibling-blocks.ts';

/** Characters that are typed for their look: runs of spaces, spaced letters, capitals (WCAG 2.2 SC 1.3.1, 1.3.2). */
export function checkText(document: Document): readonly Message[] {
  const messages: Message[] = [];
  const { file } = document;
  for (const { within, blocks } of siblingBlocks(document)) {
    for (const block of blocks) {
      if (within === 'cell' || block.type !== 'paragraph' || !isEmpty(block)) continue;
      messages.push(
        reportRule('para-empty', { reason: 'Paragraph without a word', file, place: block.place }),
      );
    }
  }
  for (const node of walkDocument(document)) {
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    const words = prose(node.children);
    if (isBlank(words)) continue;
    const found = { file, place: node.place };
    messages.push(...nbspRuns(node.children, file));
    const spaced = /(?<![\p{L}\p{N}])(?:\p{L}[ \u00A0]){4,}\p{L}(?![\p{L}\p{N}])/u.exec(words)?.[0];
    if (spaced !== undefined) {
      messages.push(reportRule('letter-spaced', { reason: `Spaced letters “${spaced}”`, ...found }));
    }
    const capitals = capitalRun(words);
    if (capitals !== undefined) {
      messages.push(reportRule('allcaps-run', { reason: `Words in capitals “${capitals}”`, ...found }));
    }
  }
  return messages;
}

/** The words of a paragraph outside code, a sign in the place of what is left out. */
function prose(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'break') return '\n';
      if (inline.type === 'link') return prose(inline.children);
      if (inline.type !== 'span') return '\uFFFC';
      return isCodeSpan(inline) ? '\uFFFC' : prose(inline.children);
    })
    .join('');
}

/** One message for each text, so that its place is exact. */
function nbspRuns(inlines: readonly Inline[], file: string): readonly Message[] {
  return inlines.flatMap((inline): readonly Message[] => {
    if (inline.type === 'link') return nbspRuns(inline.children, file);
    if (inline.type === 'span') return isCodeSpan(inline) ? [] : nbspRuns(inline.children, file);
    if (inline.type !== 'text') return [];
    const runs = inline.value.match(/[ \u00A0]*\u00A0[ \u00A0]*/gu) ?? [];
    const longest = Math.max(0, ...runs.map((run) => run.length));
    if (longest < 2) return [];
    const reason = `Run of ${longest} spaces, no-break ones among them`;
    return [reportRule('nbsp-run', { reason, file, place: inline.place })];
  });
}

function isEmpty(paragraph: Paragraph): boolean {
  return paragraph.children.length > 0 && isBlank(prose(paragraph.children));
}

function isBlank(words: string): boolean {
  return words.replace(/[\s\u00A0\u200B]+/gu, '') === '';
}

const fewestCapitals = 16;

/** Two or more words in capitals with at least 16 letters: shorter runs are names of offices and laws. */
function capitalRun(words: string): string | undefined {
  for (const [run] of words.matchAll(/(?<!\p{L})\p{Lu}{2,}(?:[ \u00A0&,'’–-]+\p{Lu}+(?!\p{L}))+/gu)) {
    if (run.replace(/\P{Lu}/gu, '').length >= fewestCapitals) return run;
  }
  return undefined;
}
