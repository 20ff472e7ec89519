import { fontDigests } from '../project/fingerprint.ts';
import { lookOf } from '../project/run-key.ts';
import type { Settings } from '../project/settings.ts';
import { loadRenderers, type Renderers } from './load-renderers.ts';

/** Gives the renderers of a project: those of the time before, with all that they opened, as long as they would read the same now. */
export type KeepRenderers = (settings: Settings) => Promise<Renderers>;

/** Keeps renderers for later runs of one process. */
export function keepRenderers(): KeepRenderers {
  let kept: { readonly key: string; readonly renderers: Renderers } | undefined;
  return async (settings) => {
    // What is wrong with theme and fonts is told by who uses them.
    const key = await keyOf(settings).catch(() => undefined);
    if (key === undefined) return loadRenderers(settings);
    if (kept?.key !== key) kept = { key, renderers: loadRenderers(settings) };
    return kept.renderers;
  };
}

/** All that renderers read: settings, theme with what it extends, templates, fonts. */
async function keyOf(settings: Settings): Promise<string> {
  return JSON.stringify([settings, await lookOf(settings), await fontDigests(settings, () => true)]);
}
