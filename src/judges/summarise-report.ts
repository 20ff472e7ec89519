import { summariseAce } from './ace-report.ts';
import { summariseEpubCheck } from './epub-check-report.ts';
import type { ReportSummary } from './report-summary.ts';
import { summariseVeraPdf } from './vera-pdf-report.ts';

/** What a report in the JSON of EPUBCheck, veraPDF or Ace says on the whole; `undefined` where the text is none. */
export function summariseReport(text: string): ReportSummary | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return summariseEpubCheck(value) ?? summariseVeraPdf(value) ?? summariseAce(value);
}
