import { join, relative, sep } from 'node:path';
import type { IntakeOptions } from '../../src/intake/intake-options.ts';
import type { IntakeReport } from '../../src/intake/intake-report.ts';
import { runIntake } from '../../src/intake/run-intake.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

/** What a run of intake told, and what it wrote below its folder, by paths. */
export interface TakenIn {
  readonly report: IntakeReport;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Messages above remarks, as `FILE: RULE: REASON`. */
  readonly told: readonly string[];
}

/** Takes in files of a folder, all or those named; what would be written stays in memory. */
export async function takeInFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<IntakeOptions> = {},
  names: readonly string[] = Object.keys(files),
): Promise<TakenIn> {
  const root = await temporaryFolder(files);
  const out = join(root, 'posts');
  const written = new Map<string, Buffer>();
  const report = await runIntake({
    inputs: names.map((path) => ({ file: path, path, absolutePath: join(root, path), root })),
    out,
    cwd: root,
    copies: true,
    dryRun: false,
    force: true,
    inputBytes: 50_000_000,
    imageBytes: 20_000_000,
    accounts: false,
    write: (path, bytes) => {
      written.set(relative(out, path).split(sep).join('/'), Buffer.from(bytes));
      return Promise.resolve();
    },
    ...options,
  });
  const told = report.messages
    .filter(({ severity }) => severity !== 'info')
    .map(({ file = '', ruleId, reason }) => `${file}: ${ruleId}: ${reason}`);
  return { report, files: written, told };
}
