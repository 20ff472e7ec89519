import { readAssets } from '../assets/read-assets.ts';
import { lintDocument } from '../lint/lint-document.ts';
import { settleMessages, withLevels } from '../lint/settle-messages.ts';
import { readPost } from '../posts/read-post.ts';
import { findTheme } from './find-theme.ts';
import { loadPlugins } from './load-plugins.ts';
import { readStrings } from './read-strings.ts';
import type { Settings } from './resolve-settings.ts';
import type { Renderer, Stages } from './stages.ts';
import { verifyWords } from './verify-words.ts';

/**
 * The stages of a run, with fonts, theme, templates and strings read. Only the renderers of the formats asked for are
 * loaded, and the readers only where files are verified: pdfkit and the EPUB packager take most of a cold start.
 *
 * @throws UsageError for an unknown theme; ResourceError for a missing font or template.
 */
export async function loadStages(settings: Settings): Promise<Stages> {
  const { lang, agency, dateOrder, links, limits, levels } = settings;
  const strings = await readStrings(settings.templates);
  const plugins = await loadPlugins(settings.plugins, {
    from: settings.modulesFrom,
    allowLocal: settings.allowPlugins,
  });
  const loaders = { pdf: loadPdfRenderer, epub: loadEpubRenderer };
  return {
    strings,
    readPost: (bytes, { file, path }) =>
      readPost(bytes, {
        file,
        path,
        ...(lang !== undefined && { lang }),
        ...(agency !== undefined && { agency }),
        ...(dateOrder !== undefined && { dateOrder }),
        ...(links !== undefined && { links }),
        datesInNames: settings.datesInNames,
        strings,
        handlers: plugins.handlers,
        remarkPlugins: plugins.remark,
        limits: { bytes: limits.postBytes, depth: limits.depth, seconds: limits.readSeconds },
      }),
    readAssets: (document, root) => readAssets(document, { root, limits }),
    lint: (document, messages) =>
      settleMessages([...messages, ...lintDocument(document)], { document, levels }),
    level: (messages) => withLevels(messages, levels),
    renderers: await Promise.all(settings.formats.map((format) => loaders[format](settings))),
  };
}

async function loadPdfRenderer(settings: Settings): Promise<Renderer> {
  const [{ renderPdf }, { readFonts }, { readTheme }] = await Promise.all([
    import('../pdf/render-pdf.ts'),
    import('../fonts/read-fonts.ts'),
    import('../pdf/theme/read-theme.ts'),
  ]);
  const fonts = await readFonts(settings.fonts, settings.modulesFrom);
  const theme = await readTheme(await findTheme(settings));
  return {
    format: 'pdf',
    wanted: settings.formats.includes('pdf'),
    render: (publication, { assets, messages, modified }) =>
      renderPdf(publication, {
        assets,
        fonts,
        theme,
        page: settings.page,
        messages,
        ...(modified && { modified }),
      }),
    verify: settings.verify
      ? async (publication, bytes) => {
          const { readPdf } = await import('../readback/read-pdf.ts');
          verifyWords(publication, await readPdf(bytes), 'pdf');
        }
      : undefined,
  };
}

async function loadEpubRenderer(settings: Settings): Promise<Renderer> {
  const [{ renderEpub }, { readEpubTemplates }] = await Promise.all([
    import('../epub/render-epub.ts'),
    import('./read-epub-templates.ts'),
  ]);
  const templates = await readEpubTemplates(settings.templates);
  return {
    format: 'epub',
    wanted: true,
    render: (publication, { assets, messages, modified, pageStarts }) =>
      renderEpub(publication, {
        assets,
        templates,
        messages,
        ...(modified && { modified }),
        ...(pageStarts && { pageStarts }),
      }),
    verify: settings.verify
      ? async (publication, bytes) => {
          const { readEpub } = await import('../readback/read-epub.ts');
          verifyWords(publication, await readEpub(bytes), 'epub');
        }
      : undefined,
  };
}
