import * as v from 'valibot';
import { ResourceError } from '../diagnostics/errors.ts';
import { comparePlainDates, parsePlainDate, type PlainDate } from '../document/plain-date.ts';
import { readRegularFile } from '../files/regular-file.ts';
import type { Refusal } from '../ledger/refusal.ts';
import { describeDiskFailure } from '../store/disk-failure.ts';
import type { Evidence } from '../store/keep-evidence.ts';
import { RefusedError } from '../store/refused-error.ts';
import { formatYamlProblem, readCheckedYaml } from '../yaml/read-checked-yaml.ts';

/** What the archives say that they have. */
export interface Receipt {
  readonly packageSha256: string;
  readonly receivedBy: string;
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string;
  /** The SHA-512 of the tag manifest of each bag, by its name. */
  readonly seals: ReadonlyMap<string, string>;
  readonly file: Evidence;
}

/** The form of a receipt, which the archives fill in: YAML that they can read without a program. */
export function receiptForm(
  packageSha256: string,
  bags: readonly { readonly bag: string; readonly seal: string }[],
): string {
  return [
    '# To be filled in by who received the package, and given back. Of each bag: the SHA-512 of its tagmanifest-sha512.txt.\n',
    `package_sha256: ${packageSha256}\nreceived_by: \ndate: \nbags:\n`,
    ...bags.map(({ bag, seal }) => `  - ${bag} ${seal}\n`),
  ].join('');
}

const line = v.pipe(v.string(), v.trim(), v.minLength(1));
const schema = v.strictObject({
  package_sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'the 64 hexadecimal digits of the package')),
  received_by: line,
  date: v.string(),
  bags: v.pipe(v.array(line), v.minLength(1)),
});

const largestFile = 50_000_000;

/**
 * Reads a receipt, YAML or JSON: `package_sha256`, `received_by`, `date` and `bags`.
 *
 * @throws ResourceError where it cannot be read. @throws RefusedError (receipt-mismatch) where it is none, or of a day after `today`.
 */
export async function readReceipt(path: string, today: PlainDate): Promise<Receipt> {
  const bytes = await readReceiptBytes(path);
  const read = readCheckedYaml(new TextDecoder().decode(bytes), schema, { scalars: 'typed', aliases: 0 });
  if ('problems' in read)
    throw new RefusedError(
      read.problems.map((problem) => wrongReceipt(`The receipt ${formatYamlProblem(path, problem)}`)),
    );
  const { package_sha256: packageSha256, received_by: receivedBy, date: receivedOn, bags } = read.value;
  const date = parsePlainDate(receivedOn);
  if (date === undefined || comparePlainDates(date, today) > 0)
    throw new RefusedError([
      wrongReceipt(`The receipt ${path} is of “${receivedOn}”, which is no day that has come`),
    ]);
  const seals = new Map(
    bags.map((text) => {
      const [bag = '', seal = ''] = text.split(/\s+/u);
      return [bag, seal.toLowerCase()] as const;
    }),
  );
  return { packageSha256, receivedBy, receivedOn, seals, file: { bytes, path } };
}

/** A refusal since a receipt is not for what was handed over. */
export function wrongReceipt(why: string): Refusal {
  return { refused: 'receipt-mismatch', why };
}

/**
 * The bytes of a receipt, in whatever form.
 *
 * @throws ResourceError where it cannot be read.
 */
export async function readReceiptBytes(path: string): Promise<Uint8Array> {
  try {
    return await readRegularFile(path, { links: 'follow', atMost: largestFile });
  } catch (cause) {
    throw new ResourceError(`Cannot read the receipt ${path}: ${describeDiskFailure(cause)}`, {
      path,
      cause,
    });
  }
}
