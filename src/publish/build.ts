import type { BuildOptions } from '../project/build-options.ts';
import type { BuildReport } from './build-report.ts';
import { loadStages } from './load-stages.ts';
import { resolveSettings } from '../project/resolve-settings.ts';
import { runBuild } from './run-build.ts';

/**
 * Builds the publications of all posts named: reads, renders, verifies where asked, and writes. What is wrong with a post
 * is a message of the report, and what failed is one of its failures; neither stops the other posts.
 *
 * @throws UsageError where options, configuration or inputs are wrong.
 * @throws ResourceError where something that every post needs is missing: a font, a template, a folder.
 */
export async function build(options: BuildOptions = {}): Promise<BuildReport> {
  return runBuild(await resolveSettings(options), loadStages);
}
