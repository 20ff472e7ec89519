/** What a report says on the whole, whoever had it written. */
export interface ReportSummary {
  /** The judge's name, for instance `veraPDF`. */
  readonly tool: string;
  readonly version?: string;
  /** What was judged, as the judge was told its name. */
  readonly file: string;
  readonly outcome: 'success' | 'fail';
  /** What it was judged by, in the judge's words. */
  readonly note?: string;
  /** When, in the judge's words; absent where the report does not say. */
  readonly at?: string;
}
