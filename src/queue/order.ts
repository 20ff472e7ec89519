import * as v from 'valibot';
import type { Job } from '../publish/job.ts';
import type { Answer, Question } from '../publish/question.ts';

/**
 * A publication that is to be made somewhere else: plain data, which names all bytes that it depends on by their SHA-256.
 * They are in the store.
 */
export interface Order {
  /** The settings of the run, packed (`PackedSettings`). */
  readonly settings: string;
  readonly job: Job;
  /** The posts of the job by the paths that it has for them. */
  readonly posts: readonly (readonly [path: string, sha256: string])[];
  /** What lies around them, as far as that was asked before; of a text or a picture its digest. */
  readonly answers: readonly (readonly [Question, Answer])[];
}

/** What the queue holds of an order: the order itself where it is short, else its digest. */
export type OrderData = { readonly order: Order } | { readonly sha256: string };

/** What came of an order: what was made, or what it takes to make it. */
export type OrderResult =
  | {
      /** An `Outcome` in the store. */
      readonly outcome: string;
    }
  | {
      /** What is asked of the files around the posts: a list in the store. */
      readonly asks: string;
    }
  | {
      /** Digests that the store does not have, or has damaged. */
      readonly lost: readonly string[];
    };

/** What a worker tells of an order while it has it. */
export type OrderNews =
  | { readonly taken: string; readonly pid: number }
  | { readonly refused: string; readonly worker: string };

/** No more of an order stands in the queue itself. */
export const mostBytesInQueue = 32_000;

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const answer = v.union([v.string(), v.boolean(), v.null()]);
const question = v.object({
  ask: v.picklist(['has', 'read', 'page', 'on-site', 'lacks', 'picture']),
  name: v.string(),
  root: v.string(),
  siteRoot: v.exactOptional(v.string()),
  path: v.exactOptional(v.string()),
});
const placed = v.looseObject({
  file: v.string(),
  path: v.string(),
  absolutePath: v.string(),
  root: v.string(),
});
const files = v.array(placed);

/** As far as it is looked at here: paths and digests. The rest is what our own types say, or the making of it fails. */
const orderSchema = v.object({
  settings: digest,
  job: v.variant('type', [
    v.looseObject({ type: v.literal('post'), plan: v.looseObject({ post: placed }) }),
    v.looseObject({
      type: v.literal('collection'),
      plan: v.looseObject({ name: v.string() }),
      found: v.looseObject({ front: files, posts: files, back: files }),
    }),
  ]),
  posts: v.array(v.tuple([v.string(), digest])),
  answers: v.array(v.tuple([question, answer])),
});

const dataSchema = v.union([v.object({ order: v.unknown() }), v.object({ sha256: digest })]);
const resultSchema = v.union([
  v.object({ outcome: digest }),
  v.object({ asks: digest }),
  v.object({ lost: v.array(digest) }),
]);
const newsSchema = v.union([
  v.object({ taken: v.string(), pid: v.number() }),
  v.object({ refused: v.string(), worker: v.string() }),
]);

/** Reads an order that came from others. @throws ValiError where it is none. */
export function parseOrder(value: unknown): Order {
  // Sound as far as the schema goes; what it lets through is handed to nothing that looks at the disk.
  return v.parse(orderSchema, value) as unknown as Order;
}

/** Reads what the queue holds of an order. @throws ValiError where it is none. */
export function parseOrderData(value: unknown): { readonly order: unknown } | { readonly sha256: string } {
  return v.parse(dataSchema, value);
}

/** Reads what came of an order. @throws ValiError where it is none. */
export function parseOrderResult(value: unknown): OrderResult {
  return v.parse(resultSchema, value);
}

/** Reads what a worker tells; `undefined` where it is nothing of ours. */
export function parseOrderNews(value: unknown): OrderNews | undefined {
  const { success, output } = v.safeParse(newsSchema, value);
  return success ? output : undefined;
}

/** Reads a list of questions. @throws ValiError where it is none. */
export function parseQuestions(value: unknown): readonly Question[] {
  return v.parse(v.array(question), value);
}
