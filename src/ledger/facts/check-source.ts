import * as v from 'valibot';
import { nearWord } from '../../characters/near-word.ts';
import { shorten } from '../../characters/shorten.ts';
import type { Message, Result } from '../../diagnostics/message.ts';
import { reportRule, type FactRuleId } from './rules.ts';
import type { KeyPath } from '../../yaml/place-in-yaml.ts';
import { factKeys, factSchema, type WrittenFacts } from './fact-schema.ts';
import type { FactSource } from './fact-source.ts';

/** Where a source stands in the line of inheritance: a series may not have all that a post may. */
export type SourceKind = 'post' | 'series';

/**
 * What one file says of a record; nothing where a message says that it is wrong. Keys at the top of front matter that are not about
 * records are left alone, those of a series file are unknown.
 */
export function checkSource(source: FactSource, kind: SourceKind): Result<WrittenFacts> {
  const { values } = source;
  const messages: Message[] = [];
  const add = (ruleId: FactRuleId, path: KeyPath, reason: string): void => {
    messages.push(reportRule(ruleId, { reason, file: source.file, place: source.placeOf?.(path) }));
  };
  if (!isMap(values)) {
    add('record-fact-invalid', [], `The file must be a map of keys, not ${show(values)}`);
    return { value: {}, messages };
  }
  if (values['holds'] !== undefined) {
    add('record-holds-in-post', ['holds'], '“holds” stands in a file, but a hold is placed in the store');
  }
  const written = withStatement(values);
  for (const path of findUnknownKeys(written, kind)) {
    const known = factKeys[path.slice(0, -1).filter(isName).join('.')] ?? [];
    const meant = nearWord(String(path.at(-1)), known);
    const hint = meant === undefined ? `the keys are ${known.join(', ')}` : `did you mean “${meant}”?`;
    add('record-unknown-key', path, `“${name(path)}” is no key; ${hint}`);
  }
  if (kind === 'series' && isMap(written['record']) && Object.hasOwn(written['record'], 'id')) {
    add('record-fact-invalid', ['record', 'id'], '“record.id” is never inherited: each post has its own');
  }
  const result = v.safeParse(factSchema, written);
  if (!result.success) {
    for (const issue of result.issues) {
      const path = pathOf(issue);
      add('record-fact-invalid', path, describe(issue, path));
    }
  }
  return { value: result.success && messages.length === 0 ? result.output : {}, messages };
}

/** `rights:` as a plain text is the statement. */
function withStatement(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { rights } = values;
  if (typeof rights !== 'string') return values;
  const { rights: _, ...others } = values;
  return rights.trim() === '' ? others : { ...others, rights: { statement: rights } };
}

function findUnknownKeys(
  values: Readonly<Record<string, unknown>>,
  kind: SourceKind,
): readonly (readonly (string | number)[])[] {
  const unknownIn = (value: unknown, place: string, path: KeyPath): readonly KeyPath[] =>
    isMap(value)
      ? Object.keys(value)
          .filter((key) => factKeys[place]?.includes(key) !== true)
          .map((key) => [...path, key])
      : [];
  const { retention, waivers } = values;
  return [
    ...(kind === 'series' ? unknownIn(values, '', []).filter(([key]) => key !== 'holds') : []),
    ...['record', 'retention', 'rights', 'access'].flatMap((key) => unknownIn(values[key], key, [key])),
    ...unknownIn(isMap(retention) ? retention['cutoff'] : undefined, 'retention.cutoff', [
      'retention',
      'cutoff',
    ]),
    ...(Array.isArray(waivers)
      ? waivers.flatMap((waiver: unknown, index) => unknownIn(waiver, 'waivers', ['waivers', index]))
      : []),
  ];
}

function describe(issue: v.BaseIssue<unknown>, path: KeyPath): string {
  const missing = issue.type === 'object' && issue.received === 'undefined';
  if (missing) return `“${name(path)}” is missing`;
  return `“${name(path)}” must be ${issue.message}, not ${show(issue.input)}`;
}

function pathOf(issue: v.BaseIssue<unknown>): KeyPath {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/** `waivers[0].rule` */
function name(path: KeyPath): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
}

function isName(key: string | number): key is string {
  return typeof key === 'string';
}

/** So much of a value is quoted. */
const longestShown = 60;

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  if (value === undefined || value === null || value === '') return 'nothing';
  return `“${shorten(String(value), longestShown)}”`;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
