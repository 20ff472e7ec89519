import { compile } from 'ejs';
import { epubTemplateFiles, type EpubTemplates } from '../package/epub-templates.ts';

/** The function of a template. */
export type Render = (data: Readonly<Record<string, unknown>>) => string;

/** The templates of a run as functions, and its style sheet. */
export interface CompiledTemplates {
  readonly chapter: Render;
  readonly packageDocument: Render;
  readonly nav: Render;
  readonly ncx: Render;
  readonly css: Uint8Array;
}

const compiled = new WeakMap<EpubTemplates, CompiledTemplates>();

/**
 * Compiles templates, once for all books that are made with them: it takes longer than rendering a post.
 * @throws Error where one is no template; it names the line.
 */
export function compileTemplates(templates: EpubTemplates): CompiledTemplates {
  const known = compiled.get(templates);
  if (known) return known;
  const { chapter, packageDocument, nav, ncx, css } = templates;
  const made: CompiledTemplates = {
    chapter: compile(chapter, { filename: epubTemplateFiles.chapter }),
    packageDocument: compile(packageDocument, { filename: epubTemplateFiles.packageDocument }),
    nav: compile(nav, { filename: epubTemplateFiles.nav }),
    ncx: compile(ncx, { filename: epubTemplateFiles.ncx }),
    css: new TextEncoder().encode(css),
  };
  compiled.set(templates, made);
  return made;
}
