import * as v from 'valibot';
import { expect, test } from 'vitest';
import { profileStages, reportStages } from '../../src/cli/profile-stages.ts';
import { progressSchema } from '../../src/cli/progress-schema.ts';
import { temporaryFolder } from '../publish/temporary-folder.ts';
import { callCli } from './call-cli.ts';

test('stages are summed by both clocks, late and failing work too', async () => {
  let now = 0;
  const { measure, costs } = profileStages({ wall: () => now, cpu: () => now / 2 });
  const spend = (ms: number): number => (now += ms);
  expect(measure('read', () => spend(1000))).toBe(1000);
  await measure('pdf', async () => {
    await Promise.resolve();
    spend(3000);
  });
  expect(() =>
    measure('read', () => {
      spend(500);
      throw new Error('wrong');
    }),
  ).toThrow('wrong');
  await measure('write', async () => spend(250));
  expect(costs()).toEqual([
    { stage: 'read', calls: 2, wallSeconds: 1.5, cpuSeconds: 0.75 },
    { stage: 'pdf', calls: 1, wallSeconds: 3, cpuSeconds: 1.5 },
    { stage: 'write', calls: 1, wallSeconds: 0.25 },
  ]);
  expect(reportStages(costs())).toBe(
    'stage       calls   wall s    cpu s\n' +
      'write           1     0.25        -\n' +
      'read            2     1.50     0.75\n' +
      'pdf             1     3.00     1.50\n',
  );
});

test('a build tells each stage that it went through, as a table and as an event', async () => {
  const cwd = await temporaryFolder({ 'posts/a.md': '---\ntitle: A\nlang: en\n---\n\nWords.\n' });
  const args = ['build', '--out', 'out', '--profile-stages', '--verify'];
  const { code, err } = await callCli(args, { cwd });
  const [, table = ''] = err.split(/^stage .*\n/mu);
  const stages = table.split('\n').flatMap((line) => line.split(' ')[0] || []);
  expect([code, stages.toSorted()]).toEqual([
    0,
    ['account', 'assets', 'cache', 'epub', 'lint', 'pdf', 'read', 'verify', 'write'],
  ]);
  const again = await callCli([...args, '--json-progress'], { cwd });
  const lines = again.err.trimEnd().split('\n');
  const told = lines.map((line) => v.parse(progressSchema, JSON.parse(line)));
  expect(told.at(-2)).toMatchObject({ type: 'stages', stages: [{ stage: 'cache' }, { stage: 'write' }] });
  expect((await callCli(['build', '--out', 'out'], { cwd })).err).not.toContain('wall s');
}, 60_000);
