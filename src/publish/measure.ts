/** What a run does with a publication, as it is measured. */
export type MeasuredStage =
  | 'cache'
  | 'read'
  | 'account'
  | 'assets'
  | 'lint'
  | 'pdf'
  | 'epub'
  | 'verify'
  | 'write';

/** Does work of a stage, and may note what it takes. */
export type Measure = <T>(stage: MeasuredStage, work: () => T) => T;

/** Does the work alone. */
export const unmeasured: Measure = (_, work) => work();
