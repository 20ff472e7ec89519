import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const number = v.pipe(
  count,
  v.description('Which post of the run it is, from 1, in the order of the report.'),
);
const seconds = v.pipe(v.number(), v.minValue(0), v.description('How long it took.'));
const post = v.pipe(
  v.string(),
  v.description('The post as the report calls it, or `collections.` and the name of a collection.'),
);
const bySeverity = v.strictObject({ error: count, warning: count, info: count });
const point = v.strictObject({ line: count, column: count, offset: count });
const place = v.strictObject({ start: point, end: point });
const format = v.picklist(['pdf', 'epub']);
const exitCode = v.pipe(count, v.description('What the process ends with.'));

const file = v.strictObject({
  path: v.string(),
  format,
  bytes: count,
  pages: v.optional(v.pipe(count, v.description('Of a PDF.'))),
});

const message = {
  ruleId: v.string(),
  severity: v.picklist(['error', 'warning', 'info']),
  reason: v.string(),
  file: v.string(),
  place: v.optional(place),
  also: v.optional(v.array(place)),
  note: v.string(),
  withholds: v.array(format),
  suppressed: v.optional(v.string()),
};

/** A line that `--json-progress` prints: one event as one JSON object. */
export const progressSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('run-started'),
    version: v.pipe(v.string(), v.description('Of Tagleaf.')),
    total: v.pipe(count, v.description('Posts, or collections where those are built.')),
  }),
  v.strictObject({ type: v.literal('post-started'), post, number }),
  v.strictObject({
    type: v.literal('member-read'),
    post,
    member: v.pipe(v.string(), v.description('The post of a collection that is about to be read.')),
    number: count,
    total: count,
  }),
  v.strictObject({
    type: v.literal('post-finished'),
    post,
    number,
    seconds,
    cached: v.pipe(v.boolean(), v.description('Whether it was taken as an earlier run made it.')),
    files: v.array(file),
    messages: bySeverity,
    failures: count,
  }),
  v.strictObject({ type: v.literal('message'), ...message }),
  v.strictObject({
    type: v.literal('failure'),
    post: v.string(),
    kind: v.picklist(['resource', 'internal']),
    stage: v.string(),
    reason: v.string(),
    stack: v.optional(v.string()),
  }),
  v.strictObject({
    type: v.literal('stages'),
    stages: v.array(
      v.strictObject({
        stage: v.picklist(['cache', 'read', 'account', 'assets', 'lint', 'pdf', 'epub', 'verify', 'write']),
        calls: count,
        wallSeconds: v.number(),
        cpuSeconds: v.optional(v.number()),
      }),
    ),
  }),
  v.strictObject({
    type: v.literal('run-finished'),
    seconds,
    cached: v.pipe(count, v.description('How many were taken as an earlier run made them.')),
    posts: count,
    files: count,
    messages: bySeverity,
    failures: count,
    exitCode,
  }),
  v.strictObject({ type: v.literal('run-failed'), seconds, reason: v.string(), exitCode }),
]);

/** An event of a run, as a machine reads it. */
export type ProgressLine = v.InferOutput<typeof progressSchema>;
