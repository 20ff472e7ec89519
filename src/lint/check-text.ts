import { hasVisibleText } from '../characters/visible-text.ts';
import type { LanguageTag } from '../document/language-tag.ts';
import type { Message, Place } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Document, Heading, List, Paragraph, Table } from '../document/document.ts';
import type { Inline } from '../document/inline.ts';
import { walkDocument } from '../document/walk.ts';
import { appendAll } from '../lists/append-all.ts';
import { largest } from '../lists/extremes.ts';
import { isCodeSpan } from './code-span.ts';
import { hasCommonWord } from './phrases.ts';
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
  const capitals = capitalRuns(file);
  for (const node of walkDocument(document)) {
    if (node.type === 'list' || node.type === 'table') capitals.enter(node);
    if (node.type !== 'paragraph' && node.type !== 'heading') continue;
    const words = prose(node.children);
    if (!hasVisibleText(words)) continue;
    const found = { file, place: node.place };
    appendAll(messages, nbspRuns(node.children, file));
    const spaced = /(?<![\p{L}\p{N}])(?:\p{L}[ \u00A0]){4,}\p{L}(?![\p{L}\p{N}])/u.exec(words)?.[0];
    if (spaced !== undefined) {
      messages.push(reportRule('letter-spaced', { reason: `Spaced letters “${spaced}”`, ...found }));
    }
    const run = capitalRun(words, node.lang ?? document.metadata.lang);
    if (run !== undefined) capitals.add(run, node);
  }
  return [...messages, ...capitals.told()];
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
    const found = { file, place: inline.place };
    const runs = [...inline.value.matchAll(/(?<![ \u00A0])[ \u00A0]*\u00A0[ \u00A0]*/gu)].filter(
      ([run]) => run.length > 1,
    );
    const layout = runs.filter((run) => !isBetweenSentences(run));
    const longest = Math.max(0, largest(layout.map(([run]) => run.length)));
    if (longest > 1) {
      const reason = `Run of ${longest} spaces, no-break ones among them`;
      return [reportRule('nbsp-run', { reason, ...found })];
    }
    if (runs.length === 0) return [];
    const times = runs.length === 1 ? '' : `, ${runs.length} times`;
    return [reportRule('sentence-space', { reason: `Two spaces after a sentence${times}`, ...found })];
  });
}

/** Two strokes of the space bar where a sentence or a speaker's name ends (editors keep one as a no-break space) place nothing. */
function isBetweenSentences({ 0: run, index, input }: RegExpExecArray): boolean {
  return (
    run.length === 2 &&
    run.includes(' ') &&
    /[.!?…:;,)\]"'”’—–-]$/u.test(input.slice(Math.max(0, index - 1), index))
  );
}

/** What has a name is there for links. */
function isEmpty(paragraph: Paragraph): boolean {
  const { children } = paragraph;
  const isNamed = [paragraph, ...children].some(({ id }) => id !== undefined);
  return children.length > 0 && !isNamed && !hasVisibleText(prose(children));
}

const fewestCapitals = 16;

/** Two or more words in capitals with at least 16 letters: shorter runs are names of offices and laws. */
function capitalRun(words: string, lang: LanguageTag | undefined): string | undefined {
  for (const [run] of words.matchAll(/(?<!\p{L})\p{Lu}{2,}(?:[ \u00A0&,'’–-]+\p{Lu}+(?!\p{L}))+/gu)) {
    if (run.replace(/\P{Lu}/gu, '').length >= fewestCapitals && !isAcronyms(run, lang)) return run;
  }
  return undefined;
}

const longestAcronym = 6;

/** Whether short words stand beside each other that are spelled, or single words between commas: a list of names, no sentence. */
function isAcronyms(run: string, lang: LanguageTag | undefined): boolean {
  const items = run.split(/, */u);
  if (items.length > 2 && items.every((item) => /^\p{Lu}+(?: & \p{Lu}+)?$/u.test(item))) return true;
  const words = run.match(/\p{Lu}+/gu) ?? [];
  return words.every((word) => word.length <= longestAcronym) && !hasCommonWord(run, lang);
}

interface CapitalRuns {
  /** Begins a list or a table: what stands in it is told of once. */
  readonly enter: (within: List | Table) => void;
  readonly add: (run: string, block: Paragraph | Heading) => void;
  readonly told: () => readonly Message[];
}

/** One message for all uses of the same words, and one for all that a list or a table holds: where the first stands. */
function capitalRuns(file: string): CapitalRuns {
  const found = new Map<string, { readonly run: string; readonly place: Place | undefined; count: number }>();
  let within: { readonly key: string; readonly end: number } | undefined;
  return {
    enter: ({ place }) => {
      if (place === undefined || (within && place.start.offset < within.end)) return;
      within = { key: `\n${place.start.offset}`, end: place.end.offset };
    },
    add: (run, { place }) => {
      const inside = within && place && place.start.offset < within.end;
      const key = inside ? (within?.key ?? run) : run;
      const before = found.get(key);
      if (before) before.count += 1;
      else found.set(key, { run, place, count: 1 });
    },
    told: () =>
      [...found].map(([key, { run, place, count }]) => {
        const others = key === run ? `, ${count} times` : ` and ${count - 1} more in the same list or table`;
        const reason = `Words in capitals “${run}”${count === 1 ? '' : others}`;
        return reportRule('allcaps-run', { reason, file, place });
      }),
  };
}
