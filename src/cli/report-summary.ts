import { compareCodePoints } from '../files/compare-code-points.ts';
import type { Message, Severity } from '../diagnostics/message.ts';
import type { BuildReport, BuiltFile } from '../publish/build-report.ts';
import { counted } from './counted.ts';
import type { TallyState } from './tally-run.ts';
import { withoutControls } from './without-controls.ts';

/** What is another in every run: told where a person watches. */
export type RunFacts = Pick<TallyState, 'cached' | 'total' | 'slowest'>;

/** So many rules stand in the summary; JSON has all. */
const mostRules = 20;

/** What a run of many posts came to: files by their format, messages by their rule, what was taken from the cache, the slowest posts. */
export function reportSummary({ files, messages }: BuildReport, facts: RunFacts | undefined): string {
  const lines = [...formatLines(files), ...ruleLines(messages), ...(facts ? runLines(facts) : [])];
  return lines.map(([what, words]) => `  ${what}: ${words}\n`).join('');
}

type Line = readonly [what: string, words: string];

function formatLines(files: readonly BuiltFile[]): readonly Line[] {
  return (['pdf', 'epub'] as const).flatMap((format) => {
    const own = files.filter((file) => file.format === format);
    if (own.length === 0) return [];
    const [bytes, pages] = [sumOf(own, (file) => file.bytes), sumOf(own, (file) => file.pages ?? 0)];
    const parts = [
      counted(own.length, 'file'),
      ...(pages > 0 ? [counted(pages, 'page')] : []),
      counted(bytes, 'byte'),
    ];
    return [[format.toUpperCase(), parts.join(', ')] as const];
  });
}

function sumOf(files: readonly BuiltFile[], of: (file: BuiltFile) => number): number {
  return files.reduce((sum, file) => sum + of(file), 0);
}

const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark' };

/** The rules of each severity, the most frequent first. */
function ruleLines(messages: readonly Message[]): readonly Line[] {
  return (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const counts = new Map<string, number>();
    for (const message of messages)
      if (message.severity === severity) counts.set(message.ruleId, (counts.get(message.ruleId) ?? 0) + 1);
    const rules = [...counts].toSorted(
      ([one, left], [other, right]) => right - left || compareCodePoints(one, other),
    );
    if (rules.length === 0) return [];
    const shown = rules.slice(0, mostRules).map(([rule, count]) => `${rule} ${count}`);
    const more = rules.length - shown.length;
    const all = messages.filter((message) => message.severity === severity).length;
    return [
      [
        counted(all, nouns[severity]),
        [...shown, ...(more > 0 ? [counted(more, 'more rule')] : [])].join(', '),
      ] as const,
    ];
  });
}

function runLines({ cached, total, slowest }: RunFacts): readonly Line[] {
  const slow = slowest.filter(({ seconds }) => seconds > 0);
  const words = slow.map(({ post, seconds }) => `${withoutControls(post)} ${seconds.toFixed(2)} s`);
  return [
    ['from the cache', `${cached} of ${total}`],
    ...(slow.length === 0 ? [] : [['slowest', words.join(', ')] as const]),
  ];
}
