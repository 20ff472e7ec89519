import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

import { ResourceError } from '../diagnostics/errors.ts';
import { epubCheckReport } from './epub-check-report.ts';
import type { Judgement } from './judgement.ts';
import { readReport } from './read-report.ts';
import { runProgram } from './run-program.ts';

/** Where EPUBCheck is, and how long it may take. */
export interface EpubCheckOptions {
  /** `epubcheck.jar`, with its `lib` folder beside it. */
  readonly jar: string;
  /** A Java program that writes the reports of a list of files, all in one virtual machine. */
  readonly program: string;
  /** Default 3 minutes a file. */
  readonly timeoutMs?: number;
}

/** What EPUBCheck says of each file, in the order given: every message, whatever its severity, is a finding. */
export async function runEpubCheck(
  files: readonly string[],
  options: EpubCheckOptions,
): Promise<readonly Judgement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'epubcheck-'));
  try {
    const jobs = files.map((file, index) => ({ file, report: join(folder, `${index}.json`) }));
    const machines = Math.min(availableParallelism(), Math.ceil(jobs.length / worthAMachine));
    const shares = Array.from({ length: machines }, (_, machine) =>
      jobs.filter((_job, index) => index % machines === machine),
    );
    const said = await Promise.all(
      shares.map((share, machine) => writeReports(share, join(folder, `${machine}.list`), options)),
    );
    const stderr = said.join('');
    const judgements: Judgement[] = [];
    for (const { file, report: path } of jobs) judgements.push(await readJudgement(file, path, stderr));
    return judgements;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** To start a virtual machine takes as long as to judge some tens of files. */
const worthAMachine = 40;

// The optimising compiler of the virtual machine costs more than it saves.
const briefly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

interface Job {
  readonly file: string;
  readonly report: string;
}

/** Has the reports of some files written; what comes back is what the program complained of. */
async function writeReports(
  jobs: readonly Job[],
  list: string,
  { jar, program, timeoutMs = 180_000 }: EpubCheckOptions,
): Promise<string> {
  await writeFile(list, jobs.map(({ file, report: path }) => `${path}\t${file}\n`).join(''));
  const classPath = [jar, join(dirname(jar), 'lib', '*')].join(delimiter);
  const { stderr } = await runProgram('java', [...briefly, '-cp', classPath, program, list], {
    timeoutMs: timeoutMs * jobs.length,
  });
  return stderr;
}

async function readJudgement(file: string, path: string, stderr: string): Promise<Judgement> {
  const json = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new ResourceError(`EPUBCheck gave no report: ${stderr.slice(0, 500)}`, { path: file, cause });
  });
  const { checker, messages } = readReport('EPUBCheck', json, epubCheckReport);
  if (messages.length === 0 && checker.nFatal + checker.nError + checker.nWarning > 0)
    throw new ResourceError('the report of EPUBCheck contradicts itself', { path: file });
  const findings = messages.map((message) => {
    const places = message.locations.map(({ path, line }) => `${path}:${line}`);
    return {
      rule: message.ID,
      message: `${message.severity} ${message.message} (${places.join(', ')})`,
      count: Math.max(1, message.locations.length + message.additionalLocations),
    };
  });
  return { file, findings };
}
