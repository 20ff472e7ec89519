import * as v from 'valibot';

import { ResourceError } from '../diagnostics/errors.ts';

/** A judge's JSON report in the expected form. Throws a `ResourceError` naming the judge where it is anything else. */
export function readReport<T>(judge: string, json: string, schema: v.GenericSchema<unknown, T>): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new ResourceError(`${judge} gave no report`, { path: judge, cause: error });
  }
  const parsed = v.safeParse(schema, value);
  if (!parsed.success)
    throw new ResourceError(`the report of ${judge} has another form than expected`, {
      path: judge,
      cause: new Error(
        v.flatten(parsed.issues).root?.join('; ') ?? JSON.stringify(v.flatten(parsed.issues).nested),
      ),
    });
  return parsed.output;
}
