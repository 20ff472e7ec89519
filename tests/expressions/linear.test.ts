import { describe, expect, test } from 'vitest';
import { isLong } from '../how-long.ts';
import { pumpsOf } from './pumps.ts';
import { expressionsOf, readExpressions } from './read-expressions.ts';
import { slowPump } from './slow-pump.ts';

const expressions = readExpressions();

describe('an expression of src', () => {
  const all = [...new Map(expressions.map((found) => [found.written, found])).values()];
  const parts = 12;
  // Each part is a test of its own: all of them take a minute and more.
  test.each(Array.from({ length: isLong ? parts : 1 }, (_, part) => part))(
    'takes no more than its length on any text that pumps one of its parts: %s',
    (part) => {
      const tried = all.filter((_found, place) => place % parts === part);
      expect(tried.length).toBeGreaterThan(40);
      const slow = tried.flatMap(({ path, written, expression }) => {
        const pump = slowPump(expression, pumpsOf(expression));
        return pump === undefined ? [] : [{ path, written, pump }];
      });
      expect(slow).toEqual([]);
    },
  );
});

describe('an expression that is put together', () => {
  const read = (code: string): readonly string[] => expressionsOf('a.ts', code).map(({ written }) => written);

  test('is tried as it is with its constants and what stands for data', () => {
    const code = "const a = '[b-c]'; const d = `${a}{2}`; new RegExp(`^${d} ${tagName}`, 'gu');";
    expect(read(code)).toEqual(['/^[b-c]{2} script/gu']);
  });

  test.each([
    ['new RegExp(words)', 'a.ts: words is no constant and no data that is known'],
    ['new RegExp(`^${words}$`)', 'a.ts: words is no constant and no data that is known'],
    ['new RegExp(`^${tagName}+$`)', 'a.ts: tagName is data, and a quantifier follows it'],
  ])('is refused where nobody knows what it may be: %s', (code, reason) => {
    expect(() => read(code)).toThrow(reason);
  });
});

describe('an expression is seen that takes', () => {
  test.each([
    ['a power', /\S+[:@.]\/*\S+\/\S+|\bwww\.\S+/gu],
    ['a square from each start', /-+$/u],
    ['a square from each start but the first', /^\s+|\s+$/gu],
    ['a square within one match', /^(\w+)[\w-]*=$/u],
    ['a square over what is never closed', /<!--[^]*?-->/gu],
    ['a square over quotes that a backslash makes words', /"(?:[^"\\]|\\[^])*"/gu],
  ])('%s', (_name, expression) => {
    expect(slowPump(expression, pumpsOf(expression))).toBeDefined();
  });

  test.each([/(?<!-)-+$/u, /^\s*\w+/u, /[a-z]+/gu, /<[a-z]{1,20}>/giu])('and not %s', (expression) => {
    expect(pumpsOf(expression)).not.toEqual([]);
    expect(slowPump(expression, pumpsOf(expression))).toBe(undefined);
  });
});
