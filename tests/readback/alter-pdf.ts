import { assemblePdf } from './assemble-pdf.ts';
import { pdfSource } from './pdf-source.ts';

/** A PDF with one thing that it says altered: put together anew from its objects, of which the first that has `from` has `to`. */
export function alterPdf(pdf: Uint8Array, from: string | RegExp, to: string): Uint8Array {
  const objects: string[] = [];
  for (const [, number, body = ''] of pdfSource(pdf).matchAll(/(?<=^|\n)(\d+) 0 obj\n([^]*?)\nendobj\n/gu))
    objects[Number(number) - 1] = body;
  const all = Array.from(objects, (body = 'null') => body);
  const at = all.findIndex((body) => (typeof from === 'string' ? body.includes(from) : from.test(body)));
  const altered = all[at];
  if (altered === undefined) throw new Error(`the PDF does not say ${String(from)}`);
  const catalog = all.findIndex((body) => body.includes('/Type /Catalog')) + 1;
  return assemblePdf(all.with(at, altered.replace(from, to)), catalog);
}
