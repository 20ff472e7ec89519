import type { PlainDate } from '../../document/plain-date.ts';
import { type DateOrder, readDate } from '../../document/read-date.ts';

/** What front matter says of whether, and when, the site is to show the post. */
export interface Showing {
  readonly draft: boolean;
  /** The first day on which it is to be seen (Hugo: `publishDate`, in whatever case). */
  readonly publishes: PlainDate | undefined;
  /** The first day on which it is no longer to be seen (Hugo: `expiryDate`, in whatever case). */
  readonly expires: PlainDate | undefined;
}

/** Reads it; a date that cannot be read is absent. `published: false` is Jekyll's word for a draft. */
export function readShowing(
  values: Readonly<Record<string, unknown>>,
  order: DateOrder | undefined,
): Showing {
  const { draft, published, publishDate = values['publishdate'], expiryDate = values['expirydate'] } = values;
  return {
    draft: readFlag(draft) === true || readFlag(published) === false,
    publishes: dayOf(publishDate, order),
    expires: dayOf(expiryDate, order),
  };
}

/** Whether a value is one of YAML 1.1's words for true, or for false; `undefined` where it is neither. */
export function readFlag(value: unknown): boolean | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^\s*(?:true|yes|on)\s*$/iu.test(value)) return true;
  return /^\s*(?:false|no|off)\s*$/iu.test(value) ? false : undefined;
}

function dayOf(value: unknown, order: DateOrder | undefined): PlainDate | undefined {
  const reading = typeof value === 'string' ? readDate(value, order) : undefined;
  return typeof reading === 'object' ? reading : undefined;
}
