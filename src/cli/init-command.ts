import { shorten } from '../characters/shorten.ts';
import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import type { Message, Severity } from '../diagnostics/message.ts';
import type { BuildReport } from '../publish/build-report.ts';
import { initProject, type InitReport } from '../publish/init-project.ts';
import { packageVersion } from '../project/package-root.ts';
import { counted } from './counted.ts';
import { reportFailures } from './report-failures.ts';
import { countLeftOut, reportLeftOut } from './report-left-out.ts';
import type { Terminal } from './terminal.ts';
import { withoutControls } from './without-controls.ts';

/** Runs `tagleaf init`: what was found and written, and what a build would do, on standard output. */
export async function initCommand(folder: string, terminal: Terminal): Promise<ExitCode> {
  const report = await initProject(folder);
  terminal.out(describe(report));
  terminal.err(reportLeftOut(report.report?.messages ?? []));
  terminal.err(reportFailures(report.report?.failures ?? [], packageVersion()));
  return exitCodes.good.code;
}

function describe({ survey, found, hasBook, report, reason }: InitReport): string {
  const { generator, foundBy, notRead, others, outside = [] } = survey;
  const what = generator === undefined ? 'no site generator was found' : `${generator}, by ${foundBy ?? ''}`;
  const lines = [
    `tagleaf.yaml was written: ${what}`,
    ...(notRead === undefined ? [] : [`its configuration ${notRead}: look whether anything is missing`]),
    ...outside.slice(0, mostOthers).map(describeOutside),
    ...others.slice(0, mostOthers).map(describeOther),
    ...(others.length > mostOthers ? [`and ${others.length - mostOthers} more sites in folders below`] : []),
    ...found.flatMap((entry) => entry.split('\n')).map((line) => `  ${line}`),
  ];
  if (!report) return asText([...lines, `nothing can be built yet: ${reason ?? ''}`]);
  return asText([...lines, whatABuildDoes(report, hasBook), ...kindsOf(report.messages)]);
}

/** So many sites are named that lie beside the one that was taken. */
const mostOthers = 8;

function describeOther({ generator, foundBy, folder }: InitReport['survey']['others'][number]): string {
  return `${generator} was found, too, by ${foundBy}, and left alone: \`tagleaf init ${folder}\` makes a project of its own of it`;
}

function describeOutside(place: string): string {
  return `its configuration takes pages from ${place}, which is not in this folder, and was left out: \`tagleaf init\` in a folder that holds both finds them`;
}

function asText(lines: readonly string[]): string {
  return lines.map((line) => `${withoutControls(line)}\n`).join('');
}

/** How many posts a build would make something of, and of how many it would not. */
function whatABuildDoes({ messages, posts, counts }: BuildReport, hasBook: boolean): string {
  if (hasBook)
    return `\`tagleaf build --collection\` would make ${counted(counts.posts, 'post')} into one book`;
  const leftOut = countLeftOut(messages);
  // The words of a post are counted where it can be read.
  const made = posts.length - countOf('output-collision', messages);
  const unmade = counts.posts - leftOut - made;
  const of = made === counts.posts ? counted(made, 'post') : `${made} of ${counted(counts.posts, 'post')}`;
  const not = [
    ...(leftOut === 0 ? [] : [`; ${leftOut} ${leftOut === 1 ? 'is' : 'are'} left out`]),
    ...(unmade === 0 ? [] : [`; of ${unmade} nothing can be made`]),
  ];
  return `\`tagleaf build\` would make a PDF and an EPUB of ${made === 1 ? '' : 'each of '}${of}${not.join('')}`;
}

function countOf(rule: string, messages: readonly Message[]): number {
  return new Set(messages.filter(({ ruleId }) => ruleId === rule).map(({ file }) => file)).size;
}

/** So many kinds are told, and so much of what is said of the first of each. */
const mostKinds = 12;
const longestReason = 100;
const severities: readonly Severity[] = ['error', 'warning'];

/** The findings by their rules, errors first, then what is most frequent, each with the first place. */
function kindsOf(messages: readonly Message[]): readonly string[] {
  const kinds = new Map<string, { readonly first: Message; count: number }>();
  for (const message of messages) {
    const { severity, ruleId } = message;
    if (severity === 'info') continue;
    const known = kinds.get(`${severity} ${ruleId}`);
    if (known) known.count += 1;
    else kinds.set(`${severity} ${ruleId}`, { first: message, count: 1 });
  }
  if (kinds.size === 0) return ['nothing is to be said against them'];
  const sorted = [...kinds.values()].toSorted(
    (a, b) =>
      severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity) || b.count - a.count,
  );
  const rows = sorted.slice(0, mostKinds).map(({ first, count }) => {
    const { severity, ruleId, file, place, reason } = first;
    const at = place ? `:${place.start.line}` : '';
    const noun = count === 1 ? severity : `${severity}s`;
    return `  ${count} ${noun} ${ruleId}, first in ${file}${at}: ${shorten(reason, longestReason)}`;
  });
  const more = sorted.length - rows.length;
  return [
    ...rows,
    ...(more > 0 ? [`  and ${more} more kinds`] : []),
    '`tagleaf explain RULE` says what a rule means; `tagleaf check` lists all findings',
  ];
}
