import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';

import { ResourceError } from '../diagnostics/errors.ts';
import type { Judgement } from './judgement.ts';
import { readReport } from './read-report.ts';
import { runProgram } from './run-program.ts';

export interface EpubCheckOptions {
  /** `epubcheck.jar`, with its `lib` folder beside it. */
  readonly jar: string;
  /** Default 3 minutes a file. */
  readonly timeoutMs?: number;
}

const report = v.object({
  checker: v.object({ nFatal: v.number(), nError: v.number(), nWarning: v.number() }),
  messages: v.array(
    v.object({
      ID: v.string(),
      severity: v.string(),
      message: v.string(),
      additionalLocations: v.number(),
      locations: v.array(v.object({ path: v.string(), line: v.number() })),
    }),
  ),
});

/** What EPUBCheck says of each file, in the order given: every message, whatever its severity, is a finding. */
export async function runEpubCheck(
  files: readonly string[],
  options: EpubCheckOptions,
): Promise<readonly Judgement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'epubcheck-'));
  try {
    const judgements: Judgement[] = [];
    const waiting = [...files.entries()].toReversed();
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [index, file] = next;
        judgements[index] = await judgeFile(file, join(folder, `${index}.json`), options);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    return judgements;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The virtual machine lives for one small file: its optimising compiler would cost more than it saves.
const briefly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

async function judgeFile(file: string, reportPath: string, options: EpubCheckOptions): Promise<Judgement> {
  const output = await runProgram('java', [...briefly, '-jar', options.jar, '--json', reportPath, file], {
    timeoutMs: options.timeoutMs ?? 180_000,
  });
  const json = await readFile(reportPath, 'utf8').catch((cause: unknown) => {
    throw new ResourceError(`EPUBCheck gave no report: ${output.stderr.slice(0, 500)}`, {
      path: file,
      cause,
    });
  });
  const { checker, messages } = readReport('EPUBCheck', json, report);
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
