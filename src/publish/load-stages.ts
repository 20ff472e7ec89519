import { readAssets, type LookUpPicture, type ReadAssetsOptions } from '../assets/read-assets.ts';
import { ResourceError } from '../diagnostics/errors.ts';
import type { Message } from '../diagnostics/message.ts';
import { publicationOfPost } from '../document/publication.ts';
import { replaceMissingImages } from '../document/replace-missing-images.ts';
import type { Fonts } from '../fonts/face.ts';
import { listNames } from '../files/list-names.ts';
import { lintDocument } from '../lint/lint-document.ts';
import { settleMessages, withLevels } from '../lint/settle-messages.ts';
import { readSlug } from '../posts/read-slug.ts';
import { loadPlugins, type GivenPlugin } from '../project/load-plugins.ts';
import { readStrings } from '../project/read-strings.ts';
import type { Settings } from '../project/settings.ts';
import { shownPath } from '../project/shown-path.ts';
import { editionOf } from './edition.ts';
import { readGivenCover, withGivenCover } from './given-cover.ts';
import { loadRenderers, type Renderers } from './load-renderers.ts';
import { unmeasured, type Measure } from './measure.ts';
import { parseStage, postOptions } from './parse-stage.ts';
import type { OnAsk } from './question.ts';
import { sitesOf } from './site-of-post.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';
import { publishable } from './unreadable-error.ts';
import type { Stages } from './stages.ts';
import { verifyFile } from './verify-words.ts';

/** What lies around posts, where that is not on this disk. */
export interface ElsewhereAround {
  readonly surroundings: Surroundings;
  readonly lookUp: LookUpPicture;
}

/** What stages take over instead of making it. */
export interface StagesAround extends Partial<ElsewhereAround> {
  /** What a run before made files with. */
  readonly renderers?: Renderers;
  readonly measure?: Measure;
}

/**
 * The stages of a run, with words and plug-ins read. Renderers and readers are loaded, and fonts, theme and templates read,
 * when they are first used or asked to be prepared: pdfkit, HarfBuzz and the EPUB packager take most of a cold start.
 *
 * @throws UsageError for a plug-in that may not run, or words that are not what they should be; ResourceError for a missing one, a
 * missing folder of templates, or words that cannot be read.
 */
export async function loadStages(
  settings: Settings,
  given: readonly GivenPlugin[] = settings.plugins,
  {
    surroundings: elsewhere,
    lookUp,
    renderers = loadRenderers(settings),
    measure = unmeasured,
  }: StagesAround = {},
): Promise<Stages> {
  const { levels, limits, templates, filedOwnTemplates: without } = settings;
  if (templates !== undefined) await requireFolder(templates);
  const strings = await readStrings(templates, settings.cwd, without);
  const plugins = await loadPlugins(given, {
    from: settings.modulesFrom,
    allowLocal: settings.allowPlugins,
  });
  const level = (messages: readonly Message[]): readonly Message[] => withLevels(messages, levels);
  const { fonts, drawCover, pdf, epub } = renderers;
  const surroundings = elsewhere ?? surroundingsOf(settings, await sitesOf(settings));
  const addPictures = pictureStage(settings, fonts, lookUp);
  const stages: Stages = {
    strings,
    hasFunctions: given.some((plugin) => typeof plugin !== 'string'),
    slug: (bytes, post, head) => readSlug(bytes, { ...post, ...postOptions(settings) }, head),
    parse: parseStage(settings, { strings, plugins, surroundings, hasPlugins: given.length > 0, measure }),
    answer: surroundings.answer,
    readAssets: (document, root, { onAsk } = {}) =>
      readAssets(document, { from: root, limits, fonts, lookUp, onLook: lookTold(settings, onAsk) }),
    addPictures: (parsed, at) => measure('assets', () => addPictures(parsed, at)),
    check: ({ document, messages }) =>
      document
        ? measure('lint', () =>
            settleMessages([...messages, ...lintDocument(document)], { document, levels }),
          )
        : level(messages),
    publication: (read) => {
      const document = publishable(read);
      const publication = publicationOfPost(document, strings(document.metadata.lang), {
        pdf: editionOf(settings),
        assets: read.assets,
        messages: stages.check(read),
      });
      return withGivenCover(publication);
    },
    drawCover,
    prepare: async (formats) => {
      if (formats.includes('pdf')) await pdf.prepare();
      if (formats.includes('epub')) await epub.prepare();
    },
    pdf: (publication) => measure('pdf', () => pdf.render(publication)),
    epub: (publication, options) => measure('epub', () => epub.render(publication, options)),
    verify: (publication, file) => measure('verify', () => verifyFile(publication, file)),
  };
  return stages;
}

async function requireFolder(templates: string): Promise<void> {
  if (await listNames(templates)) return;
  throw new ResourceError(`templates: there is no folder ${templates}`, { path: templates });
}

/** Tells of a look for a picture as of any other question. */
function lookTold({ cwd }: Settings, onAsk: OnAsk | undefined): ReadAssetsOptions['onLook'] {
  return onAsk && ((name, root, found) => onAsk({ ask: 'picture', name, root: shownPath(root, cwd) }, found));
}

function pictureStage(
  settings: Settings,
  fonts: () => Promise<Fonts>,
  lookUp: LookUpPicture | undefined,
): Stages['addPictures'] {
  const { limits } = settings;
  return async ({ value: document, messages }, { file, from, siteRoot, onAsk }) => {
    if (!document) return { file, document, assets: new Map(), messages };
    const options = { from, siteRoot, limits, fonts, lookUp, onLook: lookTold(settings, onAsk) };
    const { value: shown, messages: found } = await readAssets(document, options);
    const { value: settled, messages: told } = replaceMissingImages(document, new Set(shown.keys()));
    const cover = await readGivenCover(document, options);
    const assets = cover.value ? new Map([...shown, [cover.value.id, cover.value]]) : shown;
    return { file, document: settled, assets, messages: [...messages, ...found, ...told, ...cover.messages] };
  };
}
