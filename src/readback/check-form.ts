import type { PdfFile } from './open-pdf.ts';
import { parsePdfValues } from './parse-pdf-values.ts';
import { nameOf, type PdfValue } from './pdf-value.ts';

/** What a form of outlines has not: text, and marks that would make it more than a part of where it is shown. */
const words = new Set(['BT', 'Tj', 'TJ', "'", '"', 'BDC', 'BMC', 'BI']);

/** No drawing has more forms inside each other. */
const deepest = 200;

/** What was found of forms before, by their entries. */
const known = new WeakMap<ReadonlyMap<string, PdfValue>, string | undefined>();

/** What stands in a form that is not outlines and pictures, with all that it shows; `undefined` where nothing does. */
export function formFault(file: PdfFile, form: PdfValue | undefined, depth = 0): string | undefined {
  const entries = file.entries(form);
  const kind = nameOf(entries?.get('Subtype'));
  if (kind === 'Image') return undefined;
  if (kind !== 'Form' || !entries || depth > deepest) return kind ?? 'none';
  if (known.has(entries)) return known.get(entries);
  // While it is looked through, one that shows itself is a fault.
  known.set(entries, 'a form within itself');
  const fault = contentFault(file, form, depth);
  known.set(entries, fault);
  return fault;
}

function contentFault(file: PdfFile, form: PdfValue | undefined, depth: number): string | undefined {
  const bytes = file.streamBytes(form);
  if (!bytes) return 'a form without content';
  const objects = file.entries(file.entries(file.entries(form)?.get('Resources'))?.get('XObject'));
  const parser = parsePdfValues(bytes);
  let last: PdfValue | undefined;
  for (let value = parser.next(); value !== undefined; last = value, value = parser.next()) {
    if (value.type !== 'operator') continue;
    if (words.has(value.value)) return `a form with ${value.value}`;
    if (value.value !== 'Do') continue;
    const fault = formFault(file, objects?.get(nameOf(last) ?? ''), depth + 1);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
