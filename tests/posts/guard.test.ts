import { afterEach, beforeEach, expect, test } from 'vitest';
import { sumShares } from '../../src/account/word-shares.ts';
import { exitCodeOfReport } from '../../src/cli/exit-code-of.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import { guard } from '../../src/posts/guard.ts';
import { printMessages, readText } from './read-text.ts';

const { seconds } = guard;
beforeEach(() => void (guard.seconds = 2));
afterEach(() => void (guard.seconds = seconds));

test('the guard is an hour where no test says otherwise', () => {
  expect(seconds).toBe(3600);
});

const post = '---\ntitle: T\nlang: en\n---\n\nWords.\n';

function endless(): never {
  for (;;);
}

/** The exit code of a build that tells these messages. */
function exitOf(messages: readonly Message[]): number {
  const severities = { error: messages.length, warning: 0, info: 0 };
  const counts = {
    posts: 1,
    files: 0,
    pages: 0,
    bytes: 0,
    rules: {},
    messages: severities,
    words: sumShares([]),
  };
  return exitCodeOfReport({ version: '0', files: [], posts: [], messages, failures: [], counts });
}

test('a post that the clock stops is not decided', () => {
  const { value, messages } = readText(post, { remarkPlugins: [() => endless] });
  expect(value).toBeUndefined();
  expect(printMessages(messages)).toEqual([
    '- error post-undecided Not read within 2 seconds: nothing was decided',
  ]);
  expect(exitOf(messages)).toBe(4);
});

test('a post that the clock does not stop is', () => {
  const { value, messages } = readText(post, { remarkPlugins: [() => () => undefined] });
  expect(value).toBeDefined();
  expect(printMessages(messages)).toEqual([]);
});

test('an error of another post does not hide that one was not decided', () => {
  const [wrong] = readText('').messages;
  if (!wrong) throw new Error('An empty post was read');
  expect(exitOf([wrong])).toBe(1);
  expect(exitOf([wrong, { ...wrong, ruleId: 'post-undecided' }])).toBe(4);
});
