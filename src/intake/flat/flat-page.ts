import type { Message } from '../../diagnostics/message.ts';
import type { DateOrder } from '../../document/read-date.ts';
import type { InputFacts, InputSpan } from '../input/input-record.ts';
import type { Line } from '../input/slice-lines.ts';
import { reportRule, type IntakeRuleId } from '../rules.ts';

/** What is known of a text beside its words. */
export interface ReadFlatTextOptions {
  /** The input as the user named it, for messages. */
  readonly file: string;
  readonly dateOrder?: DateOrder | undefined;
}

/** What a part of a line became. */
export type LineUse = Pick<InputSpan, 'use' | 'field'>;

/** A text while it is read: what became of its lines so far, and what they said. */
export interface FlatPage {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The lines that say something. */
  readonly filled: readonly Line[];
  readonly options: ReadFlatTextOptions;
  /** What became of lines that are not the body: parts in order, each with the offset where it ends. */
  readonly uses: Map<Line, readonly (LineUse & { readonly end: number })[]>;
  facts: InputFacts;
  readonly messages: Message[];
}

/** Adds a message, at a line where one is named. */
export function tell(
  page: FlatPage,
  ruleId: IntakeRuleId,
  at: { readonly reason: string; readonly line?: Line | undefined },
): void {
  const { line, reason } = at;
  const place = line && {
    start: { line: line.number, column: 1, offset: line.start },
    end: { line: line.number, column: line.text.length + 1, offset: line.start + line.text.length },
  };
  page.messages.push(reportRule(ruleId, { reason, file: page.options.file, place }));
}

/** Marks a line as used whole. */
export function take(page: FlatPage, line: Line, use: LineUse): void {
  page.uses.set(line, [{ ...use, end: line.end }]);
}

/** Marks the parts of a line: each from where the one before ended to an offset in its words, the last to the end of the line. */
export function takeParts(
  page: FlatPage,
  line: Line,
  parts: readonly { readonly use: LineUse; readonly to: number }[],
): void {
  const start = line.start + line.text.indexOf(line.words);
  let from = line.start;
  const marked = parts.flatMap(({ use, to }, index) => {
    const end = index === parts.length - 1 ? line.end : start + to;
    if (end <= from) return [];
    from = end;
    return [{ ...use, end }];
  });
  page.uses.set(line, marked);
}

/** Runs of spaces are layout and become one; a no-break space alone between words is text. */
export function tidy(words: string): string {
  return words.replace(/[ \t\u00A0]{2,}|\t/gu, ' ').trim();
}
