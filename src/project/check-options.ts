import * as v from 'valibot';
import { UsageError } from '../diagnostics/errors.ts';

/** The options of a call, each by its name. */
export type OptionsSchema = v.StrictObjectSchema<v.ObjectEntries, undefined>;

/** Sees whether options are what their schema lets in. @throws UsageError with the option that is not. */
export function checkOptions(schema: OptionsSchema, options: unknown): void {
  const result = v.safeParse(schema, options);
  if (result.success) return;
  const [issue] = result.issues;
  const key = (issue.path ?? []).map((item) => String(item.key)).join('.');
  if (key === '') throw new UsageError(`options are an object, not ${issue.received}`);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const known = Object.keys(schema.entries).join(', ');
    throw new UsageError(`there is no option \`${key}\`; the options are ${known}`);
  }
  // What a check received is of the right type, and there is no more to tell of it.
  const must =
    issue.type === 'check'
      ? issue.message
      : issue.type === 'min_length'
        ? 'more than nothing'
        : `${inWords(issue.expected ?? 'something else')}, not ${inWords(issue.received)}`;
  throw new UsageError(`option \`${key}\` must be ${must}`);
}

/** What valibot calls a type, as people do: `("a" | Array)` is `"a" or a list`. */
function inWords(type: string): string {
  if (/^["']/u.test(type)) return type;
  return type
    .replace(/^\((.*)\)$/u, '$1')
    .replaceAll(' | ', ' or ')
    .replace(/\bArray\b/u, 'a list')
    .replace(/\bboolean\b/u, 'true or false');
}
