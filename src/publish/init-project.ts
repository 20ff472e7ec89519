import { writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ResourceError, UsageError } from '../diagnostics/errors.ts';
import { errorCode } from '../files/error-code.ts';
import { isMissing } from '../files/missing.ts';
import { firstConfig } from '../project/first-config.ts';
import { surveySite } from '../sites/survey/survey-site.ts';
import type { SiteSurvey } from '../sites/survey/site-facts.ts';
import type { BuildReport } from './build-report.ts';
import { checkPosts } from './check-posts.ts';

/** What was found in a folder, what was written, and what a build would do. */
export interface InitReport {
  readonly survey: SiteSurvey;
  /** The keys of the configuration, as they were written. */
  readonly found: readonly string[];
  readonly hasBook: boolean;
  /** As of a build that makes no files; absent where nothing can be built, which `reason` says. */
  readonly report?: BuildReport;
  readonly reason?: string;
}

/**
 * Looks at a folder, writes a `tagleaf.yaml` by what its configuration files say, and checks what a build with it would read. None
 * of the site's code is run.
 *
 * @throws UsageError where there is no such folder, or a `tagleaf.yaml` in it already; ResourceError where it cannot be written.
 */
export async function initProject(folder: string): Promise<InitReport> {
  const cwd = resolve(folder);
  const path = join(cwd, 'tagleaf.yaml');
  if (await isMissing(cwd)) throw new UsageError(`${folder}: there is no such folder`);
  if (!(await isMissing(path))) throw new UsageError(alreadyThere);
  const survey = await surveySite(cwd);
  const { text, found, hasBook } = firstConfig(survey, basename(cwd));
  // Nothing that came there in between is written over.
  await writeFile(path, text, { flag: 'wx' }).catch((cause: unknown) => {
    if (errorCode(cause) === 'EEXIST') throw new UsageError(alreadyThere);
    throw new ResourceError(`Cannot write ${path}`, { path, cause });
  });
  const options = { cwd, ...(hasBook && { collections: true as const }) };
  try {
    const { report } = await checkPosts(options, { fix: false });
    return { survey, found, hasBook, report };
  } catch (error) {
    if (error instanceof UsageError) return { survey, found, hasBook, reason: error.message };
    throw error;
  }
}

const alreadyThere = 'there is a tagleaf.yaml already: it is left as it is';
