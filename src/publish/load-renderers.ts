import type { Message } from '../diagnostics/message.ts';
import type { Fonts } from '../fonts/face.ts';
import { withLevels } from '../lint/settle-messages.ts';
import type { Theme } from '../pdf/theme/theme.ts';
import type { Settings } from '../project/settings.ts';
import { modifiedDate } from './edition.ts';
import { withPostCover } from './post-cover.ts';
import type { Stages } from './stages.ts';

type Level = (messages: readonly Message[]) => readonly Message[];

/** A stage whose parts are loaded when it first renders, or before. */
export interface LoadedStage<Render> {
  readonly render: Render;
  readonly prepare: () => Promise<unknown>;
}

/** What makes files of publications. */
export interface Renderers extends Pick<Stages, 'drawCover'> {
  readonly fonts: () => Promise<Fonts>;
  readonly pdf: LoadedStage<Stages['pdf']>;
  readonly epub: LoadedStage<Stages['epub']>;
}

/** The renderers of a project; code, theme, fonts and templates are loaded when they are first used or asked to be prepared. */
export function loadRenderers(settings: Settings): Renderers {
  const level: Level = (messages) => withLevels(messages, settings.levels);
  const theme = loadThemeOnce(settings);
  const fonts = readFontsOnce(settings, theme);
  const drawCover = coverStage(fonts, level);
  const pdf = pdfStage(settings, { fonts, theme, level });
  return { fonts, drawCover, pdf, epub: epubStage(settings, { drawCover, fonts, level }) };
}

/** Reads the theme of a project when it is first asked for. */
function loadThemeOnce(settings: Settings): () => Promise<Theme> {
  return once(async () => {
    const { loadTheme } = await import('../project/load-theme.ts');
    return loadTheme(settings);
  });
}

/** Reads the fonts of a project, and those that its theme names, when they are first asked for. */
function readFontsOnce({ fonts, modulesFrom }: Settings, theme: () => Promise<Theme>): () => Promise<Fonts> {
  return once(async () => {
    const { readFonts } = await import('../fonts/read-fonts.ts');
    return readFonts(fonts, modulesFrom, (await theme()).fonts);
  });
}

/** The stage that makes PDFs, at the size and in the theme of the project. */
function pdfStage(
  settings: Settings,
  {
    fonts,
    theme,
    level,
  }: {
    readonly fonts: () => Promise<Fonts>;
    readonly theme: () => Promise<Theme>;
    readonly level: Level;
  },
): LoadedStage<Stages['pdf']> {
  const load = once(async () => {
    const { renderPdf } = await import('../pdf/render-pdf.ts');
    return { renderPdf, theme: await theme(), fonts: await fonts() };
  });
  const render: Stages['pdf'] = async (publication) => {
    const { renderPdf, ...look } = await load();
    const modified = modifiedDate(publication, settings);
    const { value, messages } = await renderPdf(publication, {
      ...look,
      page: settings.page,
      profile: settings.profile,
      level,
      ...(modified && { modified }),
    });
    return { format: 'pdf', ...value, messages };
  };
  return { render, prepare: load };
}

/** The stage that draws covers. */
function coverStage(fonts: () => Promise<Fonts>, level: Level): Stages['drawCover'] {
  return async (words, options) => {
    const { drawCover } = await import('../cover/draw-cover.ts');
    const { value, messages } = await drawCover(words, { ...options, fonts: await fonts() });
    return { value, messages: level(messages) };
  };
}

/** The stage that makes EPUBs, with the templates of the project and covers for posts. */
function epubStage(
  settings: Settings,
  {
    drawCover,
    fonts,
    level,
  }: Pick<Stages, 'drawCover'> & { readonly fonts: () => Promise<Fonts>; readonly level: Level },
): LoadedStage<Stages['epub']> {
  const load = once(async () => {
    const [{ renderEpub }, { readEpubTemplates }] = await Promise.all([
      import('../epub/render-epub.ts'),
      import('../project/read-epub-templates.ts'),
    ]);
    const { templates: folder, filedOwnTemplates: without, allowPlugins: allowPrograms } = settings;
    const given = folder === undefined ? undefined : { folder, allowPrograms, without };
    return { renderEpub, templates: await readEpubTemplates(given) };
  });
  const render: Stages['epub'] = async (given, { pageStarts }) => {
    const { renderEpub, templates } = await load();
    const { value: publication, messages: drawn } = await withPostCover(given, { drawCover, ...settings });
    const modified = modifiedDate(publication, settings);
    const { value, messages: found } = await renderEpub(publication, {
      templates,
      ...(modified && { modified }),
      ...(pageStarts && { pageStarts }),
    });
    const messages = [...drawn, ...level(found)];
    const said = { ...publication, messages: [...publication.messages, ...messages] };
    return { format: 'epub', ...value, messages, publication: said, ...(pageStarts && { pageStarts }) };
  };
  const prepare = async (): Promise<void> => {
    await load();
    if (settings.cover === 'drawn') await fonts();
  };
  return { render, prepare };
}

/** The same promise at every call. One that was broken is made anew: what was missing may be there then. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
