import * as v from 'valibot';
import { nearWord } from '../characters/near-word.ts';
import { shorten } from '../characters/shorten.ts';
import { findUnfit } from '../characters/unfit.ts';
import type { KeyPath } from './place-in-yaml.ts';

/** What is wrong with a value, and at which key. */
export interface ValueProblem {
  readonly path: KeyPath;
  /** With the key and what it may be; no sentence, as a file and a place stand before it. */
  readonly reason: string;
}

/** A value that its schema lets in, or all that the schema says against it. */
export type Checked<T> =
  | { readonly value: T }
  | { readonly problems: readonly [ValueProblem, ...ValueProblem[]] };

/** Holds what a file says against its schema; `whole` is what a message calls all of it. */
export function checkValue<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  whole = 'the file',
): Checked<T> {
  const result = v.safeParse(schema, value);
  if (result.success) return checkCharacters(result.output);
  const problemOf = (found: v.BaseIssue<unknown>): ValueProblem => {
    const issue = innermost(found);
    const path = pathOf(issue);
    const name = path.length === 0 ? whole : `\`${path.join('.')}\``;
    return { path, reason: `${isUnknownKey(issue) ? 'unknown key ' : ''}${name}${saidOf(issue, schema)}` };
  };
  // Of a list for a map each key that it lacks is an issue, and each item that it has.
  const others = new Map(result.issues.map(problemOf).map((problem) => [problem.reason, problem]));
  const first = problemOf(result.issues[0]);
  others.delete(first.reason);
  return { problems: [first, ...others.values()] };
}

/** What a file says is printed, and no file that is made can hold each character. */
function checkCharacters<T>(value: T): Checked<T> {
  const unfit = findUnfit(value);
  if (unfit === undefined) return { value };
  const { keys, holds } = unfit;
  return {
    problems: [
      {
        path: keys,
        reason: `\`${keys.join('.')}\` holds a character that no file can show: ${holds}; take it out`,
      },
    ],
  };
}

/** Of a value that may be text or a map, and is a map with something wrong in it, what is wrong in it. */
function innermost(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown> {
  if (issue.type !== 'union') return issue;
  const within = issue.issues?.find(({ path }) => path !== undefined);
  const [first, ...rest] = [...(issue.path ?? []), ...(within?.path ?? [])];
  if (within === undefined || first === undefined) return issue;
  return innermost({ ...within, path: [first, ...rest] });
}

function pathOf(issue: v.BaseIssue<unknown>): KeyPath {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  return isListForMap(issue) ? path.slice(0, -1) : path;
}

/** To valibot 1.5 a list is an object whose keys are numbers. */
function isListForMap({ type, path }: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && Array.isArray(path?.at(-1)?.input);
}

function isUnknownKey(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never' && !isListForMap(issue);
}

/** What is said of a key, behind its name. */
function saidOf(issue: v.BaseIssue<unknown>, schema: unknown): string {
  if (isListForMap(issue)) return ' must be a map of keys, not a list';
  if (isUnknownKey(issue)) return keysMeant(pathOf(issue), schema);
  const { type, expected, received, message, input } = issue;
  if (received === 'undefined') return ' is missing: add it';
  const bound = expected?.replace(/^[<>=]+/u, '') ?? '';
  const parts = typeof input === 'string' ? 'letters' : 'items';
  switch (type) {
    // Of what a text must match, the message says what it is for.
    case 'regex':
    case 'check':
      return ` must be ${message}, not ${shown(issue)}`;
    case 'min_length':
      return bound === '1' ? ' must not be empty' : ` must have at least ${bound} ${parts}, not ${received}`;
    case 'max_length':
      return ` must have at most ${bound} ${parts}, not ${received}`;
    case 'length':
      return ` must have ${bound} ${parts}, not ${received}`;
    case 'min_value':
      return ` must be at least ${bound}, not ${received}`;
    case 'max_value':
      return ` must be at most ${bound}, not ${received}`;
    case 'integer':
      return ` must be a whole number, not ${received}`;
    default:
      return ` must be ${inWords(expected ?? 'something else')}, not ${shown(issue)}`;
  }
}

/** What an unknown key may have been meant to be. */
function keysMeant(path: KeyPath, schema: unknown): string {
  const keys = keysAt(schema, path.slice(0, -1));
  const meant = nearWord(String(path.at(-1)), keys);
  return meant === undefined ? `; the keys are ${keys.join(', ')}` : `; did you mean \`${meant}\`?`;
}

const longestShown = 60;

/** What was found instead; of a whole file that is text, nothing, since it may not be meant for the eyes of who reads the message. */
function shown({ received, input, path }: v.BaseIssue<unknown>): string {
  if (path === undefined && typeof input === 'string') return 'text';
  return shorten(typeWords[received] ?? received, longestShown);
}

/** Types and values as valibot lists them, `(string | "a" | Array)`, in words. */
function inWords(expected: string): string {
  const words = expected
    .replaceAll(/^\(|\)$/gu, '')
    .split(' | ')
    .map((word) => typeWords[word] ?? word);
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((word) => word !== '').join(' or ');
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'a map of keys',
  null: 'empty',
};

/** The keys that may stand at a place of a schema of valibot's, whatever it is wrapped in; none where there is no map. */
export function keysAt(schema: unknown, path: KeyPath): readonly string[] {
  let at = formsOf(schema);
  for (const step of path) {
    at = at.flatMap((form) => {
      const entries = field(form, 'entries');
      // A record has a schema for its values, a list one for its items.
      return formsOf(entries ? field(entries, String(step)) : (field(form, 'value') ?? field(form, 'item')));
    });
  }
  const keys = at.flatMap((form) => {
    const entries = field(form, 'entries');
    return typeof entries === 'object' && entries !== null ? Object.keys(entries) : [];
  });
  return [...new Set(keys)];
}

/** What an optional schema is about, and each of those that one of several is to fit. */
function formsOf(schema: unknown): readonly unknown[] {
  const inner = field(schema, 'wrapped');
  if (inner !== undefined) return formsOf(inner);
  const options = field(schema, 'options');
  return Array.isArray(options) ? options.flatMap(formsOf) : [schema];
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}
