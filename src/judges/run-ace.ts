import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ResourceError } from '../diagnostics/errors.ts';
import { aceReport, type AceReport } from './ace-report.ts';
import type { Finding, Judgement } from './judgement.ts';
import { readReport } from './read-report.ts';
import { runProgram } from './run-program.ts';

/** Where Ace is, and how long it may take. */
export interface AceOptions {
  /** The program `ace-puppeteer`. */
  readonly program: string;
  /** The program of a Chromium. */
  readonly browser: string;
  /** Default 5 minutes. */
  readonly timeoutMs?: number;
}

/** What DAISY Ace says of one EPUB: every assertion that did not pass is a finding. */
export async function runAce(file: string, options: AceOptions): Promise<Judgement> {
  const folder = await mkdtemp(join(tmpdir(), 'ace-'));
  try {
    const output = await runProgram(
      process.execPath,
      [options.program, '--force', '--outdir', folder, file],
      {
        env: { PUPPETEER_EXECUTABLE_PATH: options.browser },
        timeoutMs: options.timeoutMs ?? 300_000,
      },
    );
    const json = await readFile(join(folder, 'report.json'), 'utf8').catch((cause: unknown) => {
      const words = `${output.stdout}${output.stderr}`.slice(-500);
      throw new ResourceError(`Ace gave no report: ${words}`, { path: file, cause });
    });
    return { file, findings: findingsOf(file, readReport('Ace', json, aceReport)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function findingsOf(file: string, parsed: AceReport): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const subject of parsed.assertions) {
    for (const found of subject.assertions) {
      if (found['earl:result']['earl:outcome'] === 'pass') continue;
      const rule = found['earl:test']['dct:title'];
      const message = `${found['earl:test']['earl:impact']} ${subject['earl:testSubject'].url}: ${found['earl:result']['dct:description']}`;
      const key = `${rule} ${message}`;
      findings.set(key, { rule, message, count: (findings.get(key)?.count ?? 0) + 1 });
    }
  }
  if ((parsed['earl:result']['earl:outcome'] === 'pass') !== (findings.size === 0))
    throw new ResourceError('the report of Ace contradicts itself', { path: file });
  return [...findings.values()];
}
