import { shorten } from '../characters/shorten.ts';
import type { Message, Severity } from '../diagnostics/message.ts';
import { counted } from './counted.ts';
import { isToldAsLeftOut } from './report-left-out.ts';
import { withoutControls } from './without-controls.ts';

/** How messages are printed. */
export interface ReportLook {
  readonly colour: boolean;
  /** Every message, those at info level too; else the most of each kind. */
  readonly verbose?: boolean;
  /** The flags that print all there is to say. */
  readonly all?: string;
  /** The rules whose cure was printed before, where a run prints its messages in several calls; those of this call are added. */
  readonly told?: Set<string>;
}

/**
 * The messages of a run, by posts in the order of the run and by place within each: `PATH:LINE:COLUMN: SEVERITY: REASON [RULE]`, as
 * compilers write them, so that editors and terminals lead to the place. Clause and cure of a rule follow its first message alone.
 * Those at info level ask nothing of anybody, ten warnings of one rule in one post say it all, and nobody reads a thousand
 * errors: the others are counted. Empty where there are none.
 */
export function reportMessages(messages: readonly Message[], look: ReportLook): string {
  const { all = '--json', told = new Set<string>() } = look;
  const { files, shown, more } = choose(messages, look.verbose === true);
  const groups = [...files].map(([file, own]) => {
    const lines = own
      .toSorted(byPlace)
      .map((message) => lineOf(message, { file, told, colour: look.colour }));
    return lines.join('');
  });
  const totals = [
    counted(shown.error, 'error'),
    counted(shown.warning, 'warning'),
    counted(shown.info, 'remark'),
  ].filter((total) => !total.startsWith('0 '));
  const sum = totals.length === 0 ? [] : [`${totals.join(', ')}\n`];
  const rest = [
    [more.error, 'more error', ' like these'],
    [more.warning, 'more warning', ' like these'],
    [more.info, 'remark', ' at info level'],
  ] as const;
  const unsaid = rest
    .filter(([count]) => count > 0)
    .map(([count, noun, what]) => `${counted(count, noun)}${what}: see ${all}\n`);
  return `${groups.map((group) => `${group}\n`).join('')}${[...sum, ...unsaid].join('')}`;
}

interface Chosen {
  /** What is printed, by posts. */
  readonly files: ReadonlyMap<string, readonly Message[]>;
  readonly shown: Readonly<Record<Severity, number>>;
  /** What is only counted. */
  readonly more: Readonly<Record<Severity, number>>;
}

/** So many errors of one post are shown, and so many warnings of one rule in it. */
const most: Readonly<Record<Severity, number>> = { error: 1000, warning: 10, info: 0 };

function choose(messages: readonly Message[], verbose: boolean): Chosen {
  const files = new Map<string, Message[]>();
  const before = new Map<string, number>();
  const shown = { error: 0, warning: 0, info: 0 };
  const more = { error: 0, warning: 0, info: 0 };
  for (const message of messages) {
    const { severity, ruleId, file } = message;
    if (isToldAsLeftOut(message)) continue;
    const kind = JSON.stringify([file, severity === 'warning' ? ruleId : severity]);
    const known = before.get(kind) ?? 0;
    before.set(kind, known + 1);
    if (!verbose && known >= most[severity]) {
      more[severity] += 1;
      continue;
    }
    shown[severity] += 1;
    const own = files.get(file);
    if (own) own.push(message);
    else files.set(file, [message]);
  }
  return { files, shown, more };
}

/** What is said of the whole post first, then by place; of one place in the order of report. */
function byPlace({ place: left }: Message, { place: right }: Message): number {
  const [one, two] = [left?.start ?? noPlace, right?.start ?? noPlace];
  return one.line - two.line || one.column - two.column;
}

const noPlace = { line: 0, column: 0 };

/** Some reasons quote what they are about, and that may be all of the post. */
const longestReason = 1000;

/** SGR of ECMA-48. */
const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 34 };

function lineOf(
  { place, ruleId, severity, note, reason }: Message,
  { file, told, colour }: { readonly file: string; readonly told: Set<string>; readonly colour: boolean },
): string {
  const at = place ? `:${place.start.line}:${place.start.column}` : '';
  const word = severity === 'info' ? 'remark' : severity;
  const level = colour ? `\u001B[${colours[severity]}m${word}\u001B[39m` : word;
  const said = withoutControls(shorten(reason, longestReason));
  const line = `${withoutControls(file)}${at}: ${level}: ${said} [${ruleId}]\n`;
  if (told.has(ruleId)) return line;
  told.add(ruleId);
  return `${line}  ${withoutControls(note)}\n`;
}
