import type { BuildOptions } from '../project/build-options.ts';
import type { BuildRequest, OpenOptions } from '../publish/tagleaf.ts';
import { UsageError } from '../diagnostics/errors.ts';
import type { Format } from '../diagnostics/message.ts';
import { readDay } from './read-day.ts';

/** The flags of `tagleaf build` as they were typed. */
export interface BuildFlags {
  readonly out?: string;
  readonly format?: string;
  readonly page?: string;
  readonly theme?: string;
  readonly config?: string;
  readonly strict?: boolean;
  readonly verify?: boolean;
  readonly json?: boolean;
  readonly allowPlugins?: boolean;
  readonly drafts?: boolean;
  readonly force?: boolean;
  readonly asOf?: string;
  readonly collection?: readonly string[] | true;
  readonly pageList?: boolean;
  readonly catalogue?: boolean;
  readonly checkLinks?: boolean;
  readonly cache?: boolean;
  readonly workers?: string;
  readonly queue?: string;
  readonly storeUrl?: string;
  readonly queueWait?: string;
  readonly verbose?: boolean;
  readonly jsonProgress?: boolean;
  readonly profileStages?: boolean;
}

/** What a build is asked for. */
export interface AskedBuild {
  readonly options: OpenOptions;
  readonly request: BuildRequest;
}

/**
 * What inputs and flags ask for.
 *
 * @throws UsageError where a flag has a value that it does not take.
 */
export function readBuildFlags(inputs: readonly string[], flags: BuildFlags): AskedBuild {
  if (inputs.includes('')) throw new UsageError('the name of an input is empty');
  const { format, page, theme, out, strict, verify, allowPlugins } = flags;
  const { collection, pageList, catalogue, checkLinks, drafts, asOf, force } = flags;
  return {
    options: {
      ...(page !== undefined && { page: readPage(page) }),
      ...(theme !== undefined && { theme }),
      ...(allowPlugins !== undefined && { allowPlugins }),
    },
    request: {
      inputs,
      cache: flags.cache !== false,
      workers: readWorkers(flags.workers ?? 'auto'),
      ...(format !== undefined && { formats: readFormats(format) }),
      ...(out !== undefined && { out }),
      ...(strict !== undefined && { strict }),
      ...(verify !== undefined && { verify }),
      ...(collection !== undefined && { collections: collection }),
      ...(pageList !== undefined && { pageList }),
      ...(catalogue !== undefined && { catalogue }),
      ...(checkLinks !== undefined && { checkLinks }),
      ...(drafts !== undefined && { drafts }),
      ...(force !== undefined && { force }),
      ...(asOf !== undefined && { asOf: readDay(asOf, '--as-of') }),
    },
  };
}

function readFormats(text: string): readonly Format[] {
  return text.split(',').map((word) => {
    const name = word.trim();
    if (name === 'pdf' || name === 'epub') return name;
    throw new UsageError(`--format takes pdf, epub or both with a comma, not \`${text}\``);
  });
}

function readWorkers(text: string): number | 'auto' {
  if (text === 'auto' || /^\d{1,3}$/u.test(text)) return text === 'auto' ? text : Number(text);
  throw new UsageError(`--workers takes auto or a number, not \`${text}\``);
}

function readPage(text: string): NonNullable<BuildOptions['page']> {
  if (text === 'letter' || text === 'a4') return text;
  throw new UsageError(`--page takes letter or a4, not \`${text}\``);
}
