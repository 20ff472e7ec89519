import type { BuildOptions } from '../../src/project/build-options.ts';
import type { BuildReport } from '../../src/publish/build-report.ts';
import { openTagleaf } from '../../src/publish/open-tagleaf.ts';
import type { BuildRequest } from '../../src/publish/tagleaf.ts';

/** One run of a project that is opened for it alone. */
export async function build(
  options: Omit<BuildOptions, 'sourceDate'> & BuildRequest = {},
): Promise<BuildReport> {
  const { config, cwd, page, theme, allowPlugins, ...request } = options;
  const tagleaf = await openTagleaf(config, {
    ...(cwd !== undefined && { cwd }),
    ...(page !== undefined && { page }),
    ...(theme !== undefined && { theme }),
    ...(allowPlugins !== undefined && { allowPlugins }),
  });
  return tagleaf.build(request);
}
