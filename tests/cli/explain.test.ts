import { expect, test } from 'vitest';
import { ruleGroups } from '../../src/catalogue/rule-groups.ts';
import { callCli } from './call-cli.ts';

test('explain lists all rules in groups', async () => {
  const { code, out } = await callCli(['explain'], { cwd: '/' });
  expect(code).toBe(0);
  const groups = out.trimEnd().split('\n\n');
  expect(groups.map((group) => group.split('\n')[0])).toEqual(ruleGroups.map(({ title }) => title));
  expect(
    groups.map((group) =>
      group
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(' ')[0]),
    ),
  ).toEqual(ruleGroups.map(({ rules }) => Object.keys(rules)));
  expect(groups.at(-1)?.split('\n')[1]).toBe('  held (error): The record is held');
});
