import { join } from 'node:path';

import { runProgram } from '../../src/judges/run-program.ts';
import type { BagJudges } from './find-bag-judges.ts';

/** What the Library of Congress's library says of each bag: "valid", or what it has against it. */
export async function askLibrary(folders: readonly string[], judges: BagJudges): Promise<readonly string[]> {
  const args = ['-Dfile.encoding=UTF-8', '-cp', judges.classPath, 'BagJudge', ...folders];
  const { stdout } = await runProgram('java', args, { timeoutMs: 300_000, env: { LC_ALL: 'C.UTF-8' } });
  const said = new Map(stdout.split('\n').map((line) => [line.split('\t')[0] ?? '', line.split('\t')[1]]));
  return folders.map((folder) => said.get(folder) ?? 'it says nothing');
}

/** What bagit-python says of a bag: "valid", or what it has against it. */
export async function askBagitPython(folder: string, judges: BagJudges): Promise<string> {
  const program = join(judges.python, 'bagit.py');
  const { stderr } = await runProgram(program, ['--validate', folder], {
    timeoutMs: 300_000,
    env: { LC_ALL: 'C.UTF-8' },
  });
  const lines = stderr.trimEnd().split('\n');
  if (lines.some((line) => line.endsWith(` - INFO - ${folder} is valid`))) return 'valid';
  return lines.findLast((line) => line.includes(' - ERROR - ')) ?? lines.at(-1) ?? 'it says nothing';
}

/** What bagit-profile says of a bag: "valid", or what it has against it. */
export async function askBagitProfile(
  folder: string,
  profile: { readonly identifier: string; readonly path: string },
  judges: BagJudges,
): Promise<string> {
  const program = join(judges.python, 'bagit_profile.py');
  const args = ['--file', profile.path, '--no-logfile', '--report', profile.identifier, folder];
  const { stdout } = await runProgram(program, args, { timeoutMs: 300_000, env: { LC_ALL: 'C.UTF-8' } });
  return stdout.includes(`✓ Validates against ${profile.identifier}`) ? 'valid' : stdout.trim();
}
