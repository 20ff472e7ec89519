import * as v from 'valibot';
import type { ReportSummary } from './report-summary.ts';

const outcome = v.object({ 'earl:outcome': v.string() });
const subject = v.object({ url: v.string() });

const assertion = v.object({
  'earl:result': v.object({ ...outcome.entries, 'dct:description': v.optional(v.string(), '') }),
  'earl:test': v.object({ 'dct:title': v.string(), 'earl:impact': v.optional(v.string(), '') }),
});

/** The JSON report of Ace with every assertion. */
export const aceReport = v.object({
  'earl:result': outcome,
  assertions: v.array(v.object({ 'earl:testSubject': subject, assertions: v.array(assertion) })),
});

/** What Ace says of one EPUB. */
export type AceReport = v.InferOutput<typeof aceReport>;

const whole = v.object({
  'earl:testSubject': subject,
  'earl:result': outcome,
  'earl:assertedBy': v.optional(v.object({ 'doap:release': v.object({ 'doap:revision': v.string() }) })),
});

/** What a report of Ace says on the whole; `undefined` where the value is no such report. */
export function summariseAce(value: unknown): ReportSummary | undefined {
  const parsed = v.safeParse(whole, value);
  if (!parsed.success) return undefined;
  const version = parsed.output['earl:assertedBy']?.['doap:release']['doap:revision'];
  return {
    tool: 'Ace by DAISY',
    ...(version !== undefined && { version }),
    file: parsed.output['earl:testSubject'].url,
    outcome: parsed.output['earl:result']['earl:outcome'] === 'pass' ? 'success' : 'fail',
  };
}
