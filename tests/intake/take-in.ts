import { join } from 'node:path';
import type { IntakeReport } from '../../src/intake/intake-report.ts';
import { runIntake } from '../../src/intake/run-intake.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';

/** Takes in `page.html` of a folder that holds these files, and writes nothing; pictures may have a thousand bytes. */
export async function takeInPage(
  html: string,
  beside: Readonly<Record<string, string | Uint8Array>>,
): Promise<IntakeReport> {
  const root = await temporaryFolder({ ...beside, 'page.html': html });
  return await runIntake({
    inputs: [{ file: 'in/page.html', path: 'page.html', absolutePath: join(root, 'page.html'), root }],
    out: join(root, 'posts'),
    cwd: root,
    copies: true,
    dryRun: true,
    force: true,
    inputBytes: 1_000_000,
    imageBytes: 1000,
    accounts: false,
    write: () => Promise.reject(new Error('nothing is written')),
  });
}
