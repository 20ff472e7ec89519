import { expect, test } from 'vitest';
import { messageRules } from '../../src/catalogue/message-rules.ts';
import { runCli } from './run-cli.ts';

test('explain lists all rules', async () => {
  const { code, out } = await runCli(['explain'], { cwd: '/' });
  expect(code).toBe(0);
  expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual([...Object.keys(messageRules), '']);
});
