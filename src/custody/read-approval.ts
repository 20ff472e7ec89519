import * as v from 'valibot';
import { ResourceError } from '../diagnostics/errors.ts';
import { formatPlainDate, parsePlainDate, type PlainDate } from '../document/plain-date.ts';
import { sha256Of } from '../files/digest.ts';
import { readRegularFile } from '../files/regular-file.ts';
import { compareDays } from '../ledger/retention/add-period.ts';
import { describeDiskFailure } from '../store/disk-failure.ts';
import type { Evidence } from '../store/keep-evidence.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { formatYamlProblem, readCheckedYaml } from '../yaml/read-checked-yaml.ts';
import { RefusedError } from '../store/refused-error.ts';

/** What a person approved, and the digest of the file that says so. */
export interface Approval {
  /** The plan that may be carried out; a schedule has none. */
  readonly planSha256?: string;
  readonly approver: string;
  /** The disposition authority, exactly as on the SF 115 or SF 258. */
  readonly authority: string;
  readonly date: PlainDate;
  /** Record ids. */
  readonly records: readonly string[];
  /** Of the file's bytes, in lower-case hex. */
  readonly sha256: string;
  /** The file, to be kept. */
  readonly file: Evidence;
}

const line = v.pipe(v.string(), v.trim(), v.minLength(1));

const schema = v.strictObject({
  plan_sha256: v.exactOptional(
    v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'the 64 hexadecimal digits that the plan prints')),
  ),
  approver: line,
  authority: line,
  date: v.string(),
  records: v.pipe(v.array(line), v.minLength(1)),
});

const largestFile = 1_000_000;

/**
 * Reads an approval file, YAML or JSON: `plan_sha256` (of a disposal), `approver`, `authority`, `date` and `records`. Another
 * key is refused: a person could take it for a condition.
 *
 * @throws ResourceError where the file cannot be read.
 * @throws RefusedError (approval-mismatch) where it says not what an approval must, or is dated after `today`.
 */
export async function readApproval(path: string, today: PlainDate): Promise<Approval> {
  const bytes = await readBytes(path);
  const text = new TextDecoder().decode(bytes);
  // An approval is read by a person, who should not have to follow what an alias stands for.
  const read = readCheckedYaml(text, schema, { scalars: 'typed', aliases: 0 });
  if ('problems' in read) {
    throw new RefusedError(
      read.problems.map((problem) => mismatch(`The approval ${formatYamlProblem(path, problem)}`)),
    );
  }
  const { plan_sha256: planSha256, approver, authority, records, date: written } = read.value;
  const date = parsePlainDate(written);
  if (date === undefined) {
    const reason = `\`date\` must be a day as YYYY-MM-DD, not “${written}”`;
    const told = formatYamlProblem(path, { place: read.placeOf(['date']), reason });
    throw new RefusedError([mismatch(`The approval ${told}`)]);
  }
  if (compareDays(date, today) > 0) {
    const why = `The approval ${path} is of ${formatPlainDate(date)}, a day after today (${formatPlainDate(today)})`;
    throw new RefusedError([mismatch(why)]);
  }
  const sha256 = sha256Of(bytes);
  const file = { bytes, path };
  return {
    approver,
    authority,
    date,
    records,
    sha256,
    file,
    ...(planSha256 === undefined ? {} : { planSha256 }),
  };
}

/** A refusal since an approval is not what it must be. */
export function mismatch(why: string): Refusal {
  return { refused: 'approval-mismatch', why };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readRegularFile(path, { links: 'follow', atMost: largestFile });
  } catch (cause) {
    throw new ResourceError(`Cannot read the approval ${path}: ${describeDiskFailure(cause)}`, {
      path,
      cause,
    });
  }
}
