import pLimit from 'p-limit';
import { ResourceError } from '../diagnostics/errors.ts';
import { nameOfJob, postsOfJob, type Job } from '../publish/job.ts';
import type { Maker } from '../publish/maker.ts';
import type { Outcome } from '../publish/outcome.ts';
import { describePostFailure } from '../publish/post-failure.ts';
import type { Answer, Question } from '../publish/question.ts';
import { readBytes } from '../publish/read-bytes.ts';
import type { Running } from '../publish/running.ts';
import { answerAsks } from './answer-asks.ts';
import { getWhole, type ContentStore } from './content-store.ts';
import { mostBytesInQueue, parseQuestions, type Order, type OrderData, type OrderResult } from './order.ts';
import { getOutcome } from './stored-outcome.ts';

/** Takes orders to who makes them. */
export interface Carrier {
  /**
   * What came of an order. One that was sent before goes before others, so that what was begun is ended.
   *
   * @throws ResourceError where it failed, which is told of its publication alone.
   */
  readonly send: (
    name: string,
    data: OrderData,
    options: { readonly isAgain: boolean },
  ) => Promise<OrderResult>;
  /** Takes back what nobody makes yet; what is being waited for rejects. */
  readonly close: () => Promise<void>;
}

/** Reading a post asks, and what is read then may ask again: an include in an include. */
const mostRounds = 50;
/** So often what the store has lost is put there anew, or made anew. */
const mostLosses = 3;
/** So many results are fetched at a time: each is in memory. */
const fetchedAtATime = 8;

/** Makes publications elsewhere: their inputs go into a store, orders to a carrier, and what was made comes back by its digests. */
export function remoteMaker(
  running: Pick<Running, 'settings' | 'stages' | 'signal'>,
  at: {
    readonly store: ContentStore;
    readonly carrier: Carrier;
    /** The digest of the packed settings. */
    readonly settings: string;
    readonly width: number;
  },
): Maker {
  const { store, carrier } = at;
  const fetching = pLimit(fetchedAtATime);
  const make = async (job: Job): Promise<Outcome> => {
    const name = nameOfJob(job);
    const posts = await putPosts(job, store);
    let answers: readonly (readonly [Question, Answer])[] = [];
    let losses = 0;
    for (let round = 0; round < mostRounds; round += 1) {
      const order: Order = { settings: at.settings, job, posts, answers };
      const result = await carrier.send(name, await dataOf(order, store), { isAgain: round > 0 });
      if ('asks' in result) {
        const asked = await getWhole(store, result.asks);
        const questions = parseQuestions(JSON.parse(Buffer.from(asked).toString('utf8')));
        answers = [...answers, ...(await answerAsks(questions, job, { ...running, store }))];
        continue;
      }
      const outcome =
        'outcome' in result ? await fetching(() => getOutcome(result.outcome, store)) : undefined;
      if (outcome) return outcome;
      losses += 1;
      if (losses > mostLosses) break;
      // What is not there whole is put there anew: texts and pictures, and what a worker finds missing.
      await putPosts(job, store);
      await answerAsks(
        answers.map(([question]) => question),
        job,
        { ...running, store },
      );
    }
    throw new ResourceError(`${store.shown} loses what is put there`, { path: store.shown });
  };
  return {
    width: at.width,
    make: async (job) => {
      try {
        return await make(job);
      } catch (error) {
        running.signal?.throwIfAborted();
        const failure = describePostFailure(error, { post: nameOfJob(job), stage: 'queue' });
        return {
          made: { files: [], messages: [], links: [], words: [] },
          failure,
          heard: undefined,
          read: [],
        };
      }
    },
    close: carrier.close,
  };
}

async function putPosts(job: Job, store: ContentStore): Promise<Order['posts']> {
  const posts: (readonly [string, string])[] = [];
  for (const post of postsOfJob(job)) posts.push([post.absolutePath, await store.put(readBytes(post))]);
  return posts;
}

/** Short orders go into the queue, others into the store. */
async function dataOf(order: Order, store: ContentStore): Promise<OrderData> {
  const bytes = Buffer.from(JSON.stringify(order));
  return bytes.length <= mostBytesInQueue ? { order } : { sha256: await store.put(bytes) };
}
