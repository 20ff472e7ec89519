import type { OpenOptions, ProjectConfig, Tagleaf } from './tagleaf.ts';

/**
 * Opens a project. `config` is what `tagleaf.yaml` may say, or the path of such a file; without it `tagleaf.yaml` of the
 * working folder is read, where there is one. The code of the steps, fonts, theme and templates are loaded when they are
 * first used.
 *
 * @throws UsageError where an option or the configuration is wrong, the working folder is not there, or a plug-in may not run; ResourceError where the
 * configuration, a plug-in or the product's words cannot be read.
 */
export async function openTagleaf(
  config?: ProjectConfig | string,
  options: OpenOptions = {},
): Promise<Tagleaf> {
  const { createTagleaf } = await import('./create-tagleaf.ts');
  return createTagleaf(config, options);
}
