import { readAssets } from '../assets/read-assets.ts';
import type { Format } from '../diagnostics/message.ts';
import { lintDocument } from '../lint/lint-document.ts';
import { settleMessages, withLevels } from '../lint/settle-messages.ts';
import { readPost } from '../posts/read-post.ts';
import { findTheme } from '../project/find-theme.ts';
import { loadPlugins } from '../project/load-plugins.ts';
import { readStrings } from '../project/read-strings.ts';
import type { Settings } from '../project/resolve-settings.ts';
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
  const { formats: wanted, pageList } = settings;
  // The pages that an EPUB names are those of a PDF, also where that is not written.
  const formats: readonly Format[] = wanted.includes('epub') && pageList ? ['pdf', 'epub'] : wanted;
  const loaders = { pdf: loadPdfRenderer, epub: loadEpubRenderer };
  return {
    strings,
    readPost: (bytes, { file, path }, member = {}) =>
      readPost(bytes, {
        file,
        path,
        ...(lang !== undefined && { lang }),
        ...(agency !== undefined && { agency }),
        ...(dateOrder !== undefined && { dateOrder }),
        ...(links !== undefined && { links }),
        datesInNames: settings.datesInNames,
        ...member,
        strings,
        handlers: plugins.handlers,
        remarkPlugins: plugins.remark,
        limits: { bytes: limits.postBytes, depth: limits.depth, seconds: limits.readSeconds },
      }),
    readAssets: (document, root) => readAssets(document, { root, limits }),
    lint: (document, messages) =>
      settleMessages([...messages, ...lintDocument(document)], { document, levels }),
    level: (messages) => withLevels(messages, levels),
    drawCover: async (words, file) => {
      const [{ drawCover }, { readFonts }] = await Promise.all([
        import('../cover/draw-cover.ts'),
        import('../fonts/read-fonts.ts'),
      ]);
      return drawCover(words, { fonts: await readFonts(settings.fonts, settings.modulesFrom), file });
    },
    renderers: await Promise.all(formats.map((format) => loaders[format](settings))),
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
    import('../project/read-epub-templates.ts'),
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
        ...(pageStarts && settings.pageList && { pageStarts }),
      }),
    verify: settings.verify
      ? async (publication, bytes) => {
          const { readEpub } = await import('../readback/read-epub.ts');
          verifyWords(publication, await readEpub(bytes), 'epub');
        }
      : undefined,
  };
}
