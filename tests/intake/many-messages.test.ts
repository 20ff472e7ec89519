import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runIntake } from '../../src/intake/run-intake.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { isLong } from '../how-long.ts';

/** More than a call can have arguments. */
const many = 135_000;

test.runIf(isLong)(
  'a page with more findings than a call has arguments is taken in, each of them told',
  async () => {
    const page = `<title>T</title><p>Words of a page.</p>${'<script>x</script>'.repeat(many)}`;
    const cwd = await temporaryFolder({ 'a.html': page });
    const written: string[] = [];
    const report = await runIntake({
      inputs: [{ file: 'a.html', path: 'a.html', absolutePath: join(cwd, 'a.html'), root: cwd }],
      out: 'posts',
      cwd,
      copies: false,
      dryRun: false,
      force: true,
      inputBytes: 10_000_000,
      imageBytes: 1_000_000,
      accounts: false,
      write: async (path) => void written.push(path),
    });
    expect(report.failures).toEqual([]);
    expect(report.messages.filter(({ ruleId }) => ruleId === 'intake-left-out')).toHaveLength(many);
    expect(written).toEqual([join('posts', 't.md'), join('posts', 'intake-report.csv')]);
  },
);
