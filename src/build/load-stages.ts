import { readAssets } from '../assets/read-assets.ts';
import { InternalError } from '../diagnostics/errors.ts';
import { readStrings } from './read-strings.ts';
import type { Settings } from './resolve-settings.ts';
import type { Stages } from './stages.ts';

/** The stages of a run, with fonts, theme, templates and strings read. */
export async function loadStages(settings: Settings): Promise<Stages> {
  return {
    strings: await readStrings(settings.templates),
    readPost: () => {
      throw new InternalError('not built', { stage: 'posts' });
    },
    readAssets: (document, root) => readAssets(document, { root, limits: settings.limits }),
    lint: () => [],
    renderers: [],
  };
}
