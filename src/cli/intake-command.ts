import { isLanguageTag } from '../document/language-tag.ts';
import { join, relative, resolve, sep } from 'node:path';
import { largest } from '../lists/extremes.ts';
import { findFiles, joinFound, type FoundFile, type FoundFiles } from '../project/find-files.ts';
import type { PassedOverWhy } from '../project/passed-over.ts';
import { packageVersion } from '../project/package-root.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { writeWhole } from '../files/write-whole.ts';
import { UsageError } from '../diagnostics/errors.ts';
import { addCollection } from '../intake/add-collection.ts';
import type { IntakeReport } from '../intake/intake-report.ts';
import type { IntakeOptions, OtherFile } from '../intake/intake-options.ts';
import { runIntake } from '../intake/run-intake.ts';
import { exitCodes, type ExitCode } from '../diagnostics/exit-codes.ts';
import { passedOverBecause, reportPassedOver } from '../publish/report-passed-over.ts';
import { reportLeftOut } from './report-left-out.ts';
import { printJson } from './print-json.ts';
import { reportMessages } from './report-messages.ts';
import type { Terminal } from './terminal.ts';

/** The flags of `tagleaf intake` as they were typed. */
export interface IntakeFlags {
  readonly out?: string;
  readonly agency?: string;
  readonly lang?: string;
  readonly dateOrder?: string;
  readonly encoding?: string;
  readonly url?: string;
  readonly collection?: string;
  /** False with `--no-copy`. */
  readonly copy?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

const mostInputBytes = 50_000_000;
const mostImageBytes = 20_000_000;

/** Runs `tagleaf intake`: what became of each input on standard output, messages on standard error. */
export async function intakeCommand(
  inputs: readonly string[],
  flags: IntakeFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  const cwd = process.cwd();
  const options = {
    cwd,
    out: resolve(cwd, flags.out ?? 'posts'),
    agency: flags.agency,
    lang: readLanguage(flags.lang),
    dateOrder: readDateOrder(flags.dateOrder),
    encoding: readEncoding(flags.encoding),
    url: readUrl(flags.url),
    copies: flags.copy ?? true,
    dryRun: flags.dryRun ?? false,
    force: flags.force ?? false,
    inputBytes: mostInputBytes,
    imageBytes: mostImageBytes,
    accounts: flags.json === true,
    write: writeWhole,
  };
  const { files, passedOver, unreadable } = await findInputs(inputs, cwd);
  const others = await findOthers(inputs, { cwd, files });
  const unread = unreadable.map(({ file, error }) => ({ input: file, reason: error.message }));
  const collection = readCollection(flags.collection);
  const taken = await runIntake({ ...options, inputs: files, others });
  const report = { ...taken, failures: [...unread, ...taken.failures] };
  if (collection !== undefined && !options.dryRun) await writeCollection(collection, options);
  terminal.err(reportLeftOut(reportPassedOver(passedOver)));
  terminal.styled.err(reportMessages(report.messages, { colour: terminal.colour }));
  terminal.out(
    flags.json === true ? printJson({ version: packageVersion(), ...report }) : reportRows(report),
  );
  terminal.err(report.failures.map(({ reason }) => `tagleaf: ${reason}\n`).join(''));
  if (report.failures.length > 0) return exitCodes.resource.code;
  return report.messages.some(({ severity }) => severity === 'error')
    ? exitCodes.post.code
    : exitCodes.good.code;
}

const isInput = (name: string): boolean =>
  /\.(?:(?:txt|html?|xhtml|warc)(?:\.gz)?|wacz|mht|mhtml|pdf)$/iu.test(name);

/** Text, HTML and captures in the folders named, and whatever files are named; names that begin with `.` or `_` are passed over. */
async function findInputs(names: readonly string[], cwd: string): Promise<FoundFiles> {
  const each: FoundFiles[] = [];
  for (const name of names)
    each.push(await findFiles({ name, path: resolve(cwd, name) }, { cwd, accepts: isInput, passesOver }));
  const found = joinFound(each);
  if (found.files.length > 0) return found;
  const [unreadable] = found.unreadable;
  if (unreadable) throw unreadable.error;
  throw new UsageError(`nothing to read (.txt, .html, .mhtml, .pdf, .warc, .wacz) in ${names.join(', ')}`);
}

function passesOver(name: string): PassedOverWhy | undefined {
  if (name.startsWith('.')) return 'hidden';
  if (/^hts-(?:cache|log\.txt)$/u.test(name)) return 'mirror';
  return name.startsWith('_') ? 'underscore' : undefined;
}

/** All else that the folders hold, for the report alone: of what intake itself wrote there, not the reports. */
async function findOthers(
  names: readonly string[],
  { cwd, files }: { readonly cwd: string; readonly files: readonly FoundFile[] },
): Promise<readonly OtherFile[]> {
  const inputs = new Set(files.map(({ absolutePath }) => absolutePath));
  const others: OtherFile[] = [];
  for (const name of names) {
    const accepts = (file: string): boolean => !/^intake-(?:report|addresses)\.csv$/u.test(file);
    const found = await findFiles({ name, path: resolve(cwd, name) }, { cwd, accepts, passesOver });
    for (const { file, absolutePath } of found.files)
      if (!inputs.has(absolutePath)) others.push({ file, absolutePath });
    for (const { file, why } of found.passedOver)
      others.push({ file, absolutePath: resolve(cwd, file), why: passedOverBecause(why) });
  }
  return others;
}

function reportRows({ rows: all }: IntakeReport): string {
  const rows = all.filter(({ status }) => status !== 'not read' && status !== 'picture');
  const width = Math.max(0, largest(rows.map(({ status }) => status.length)));
  const lines = rows.map(({ status, input, address, post }) => {
    return `${status.padEnd(width)}  ${input}${address === undefined ? '' : ` ${address}`}${post === undefined ? '' : ` → ${post}`}\n`;
  });
  const counts = new Map<string, number>();
  for (const { status } of all) counts.set(status, (counts.get(status) ?? 0) + 1);
  const summary = [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
  return `${lines.join('')}${summary}\n`;
}

function readLanguage(text: string | undefined): string | undefined {
  if (text === undefined || isLanguageTag(text)) return text;
  throw new UsageError(`--lang takes a language tag such as en-US, not \`${text}\``);
}

function readUrl(text: string | undefined): string | undefined {
  if (text === undefined || URL.canParse(text)) return text;
  throw new UsageError(`--url takes a whole address, not \`${text}\``);
}

function readCollection(id: string | undefined): string | undefined {
  if (id === undefined || /^[a-z0-9][a-z0-9_-]{0,79}$/iu.test(id)) return id;
  throw new UsageError(`--collection takes letters, digits and hyphens, not \`${id}\``);
}

/** Adds a collection of the posts to the configuration of the working folder, which is made where there is none. */
async function writeCollection(
  id: string,
  { cwd, out }: { readonly cwd: string; readonly out: string },
): Promise<void> {
  const path = join(cwd, 'tagleaf.yaml');
  const config = (await readIfThere(path))?.toString() ?? '';
  const posts = `${relative(cwd, out).split(sep).join('/') || '.'}/`;
  const added = addCollection(config, { id, posts });
  if (added === undefined)
    throw new UsageError(`--collection: tagleaf.yaml is not to be added to; correct it first`);
  if (added !== config) await writeWhole(path, Buffer.from(added));
}

function readDateOrder(text: string | undefined): IntakeOptions['dateOrder'] {
  if (text === undefined || text === 'mdy' || text === 'dmy' || text === 'ymd') return text;
  throw new UsageError(`--date-order takes mdy, dmy or ymd, not \`${text}\``);
}

function readEncoding(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding;
  } catch {
    throw new UsageError(`--encoding: there is no encoding \`${label}\``);
  }
}
