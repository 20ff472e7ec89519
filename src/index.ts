export { renderEpub } from './epub/render-epub.ts';
export type { RenderedEpub, RenderEpubOptions } from './epub/render-epub.ts';
export { renderPdf } from './pdf/render-pdf.ts';
export type { PageSize, RenderedPdf, RenderPdfOptions } from './pdf/render-pdf.ts';
export { build } from './build/build.ts';
export type { BuildOptions } from './build/build-options.ts';
export type { BuildReport } from './build/build-report.ts';
export type { Message } from './diagnostics/message.ts';
export type { Document } from './document/document.ts';
