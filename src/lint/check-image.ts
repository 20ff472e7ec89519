import type { Message } from '../diagnostics/message.ts';
import { reportRule } from '../diagnostics/report-rule.ts';
import type { Image } from '../document/document.ts';

/** A picture needs a text alternative or the author's word that it is decorative (WCAG 2.2 SC 1.1.1). */
export function checkImage(image: Image, file: string): readonly Message[] {
  if (image.decorative || (image.alt ?? '').trim() !== '') return [];
  const reason = `Picture “${image.source}” has no text alternative`;
  return [reportRule('img-alt-missing', { reason, file, place: image.place })];
}
