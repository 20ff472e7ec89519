import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packRecord } from '../../src/filing/pack-record.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { isLong } from '../how-long.ts';

/** More than a call can have arguments. */
const many = 140_000;

test.runIf(isLong)(
  'a post with more personal data than a call has arguments is refused, each finding told',
  async () => {
    const numbers = '123-45-6789, '.repeat(many);
    const head = 'title: A post\nlang: en-US\nreleased: 2011-12-02\nagency: The Agency\nrecord: { id: a-1 }';
    const cwd = await temporaryFolder({ 'a.md': `---\n${head}\n---\n\n${numbers}\n` });
    const now = (): Date => new Date('2026-11-23T12:00:00Z');
    const report = await packRecord({ cwd, post: 'a.md', store: join(cwd, 'store') }, { now });
    expect(report.outcome).toBe('refused');
    expect(report.messages.filter(({ ruleId }) => ruleId === 'personal-ssn')).toHaveLength(many);
  },
);
