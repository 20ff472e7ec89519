import { join } from 'node:path';
import { appendAll } from '../lists/append-all.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { pathInside } from '../files/inside.ts';
import { writeAddresses, type AddressRow } from './account-addresses.ts';
import type { InputFile } from './input/input-record.ts';
import type { IntakeOptions } from './intake-options.ts';
import type { IntakeReport, IntakeRow } from './intake-report.ts';
import { createRun } from './intake-run.ts';
import { rowsOfOthers } from './rows-of-others.ts';
import { takeFile } from './take-file.ts';
import { writeIntakeReport } from './write-intake-report.ts';

/**
 * Makes a post of each input, and of each page of a capture, in the order of their paths, `intake-report.csv` beside the
 * posts, and `intake-addresses.csv` where there were captures; tells what became of every input and every address. An
 * input that cannot be read stops none of the others.
 *
 * @throws ResourceError where something cannot be written, or what it would overwrite cannot be read.
 */
export async function runIntake(options: IntakeOptions): Promise<IntakeReport> {
  const run = createRun(options);
  const isCopy = ({ absolutePath }: InputFile): number =>
    pathInside(join(options.out, 'captures'), absolutePath) === undefined ? 0 : 1;
  // What an earlier run copied is a duplicate of what it copied.
  const inputs = options.inputs.toSorted(
    (one, other) => isCopy(one) - isCopy(other) || compareCodePoints(one.file, other.file),
  );
  const rows: IntakeRow[] = [];
  const addresses: AddressRow[] = [];
  for (const input of inputs) {
    const taken = await takeFile(input, run);
    appendAll(rows, taken.rows);
    appendAll(addresses, taken.addresses);
  }
  appendAll(rows, rowsOfOthers(options.others ?? [], run));
  const reports = [
    ['intake-report.csv', writeIntakeReport(rows)],
    ...(addresses.length === 0 ? [] : [['intake-addresses.csv', writeAddresses(addresses)]]),
  ];
  if (!options.dryRun) {
    for (const [name = '', text = ''] of reports)
      await options.write(join(options.out, name), Buffer.from(text));
  }
  return { rows, addresses, messages: run.messages, failures: run.failures };
}
