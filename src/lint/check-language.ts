import type { Message } from '../diagnostics/message.ts';
import { reportRule } from '../diagnostics/report-rule.ts';
import type { Document } from '../document/document.ts';

/** A post declares its language (WCAG 2.2 SC 3.1.1). */
export function checkLanguage(document: Document): readonly Message[] {
  if (document.metadata.lang !== undefined) return [];
  return [reportRule('lang-missing', { reason: 'No language declared for the post', file: document.file })];
}
