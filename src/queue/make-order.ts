import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { PlacedFile } from '../project/place-posts.ts';
import type { Settings } from '../project/settings.ts';
import type { Job } from '../publish/job.ts';
import { loadStages } from '../publish/load-stages.ts';
import { makeJob } from '../publish/make-job.ts';
import type { Outcome } from '../publish/outcome.ts';
import type { Stages } from '../publish/stages.ts';
import type { ContentStore } from './content-store.ts';
import { givenAround, keyOfQuestion, type Known } from './given-around.ts';
import type { Order, OrderResult } from './order.ts';
import { putOutcome } from './stored-outcome.ts';

/** Makes orders with the same settings, one after the other. */
export type MakeOrder = (order: Order, store: ContentStore) => Promise<OrderResult>;

/**
 * Loads what orders with these settings are made with.
 *
 * @throws as `loadStages`
 */
export async function orderMaker(settings: Settings): Promise<MakeOrder> {
  let known: Known = { answers: new Map(), content: new Map(), asked: new Map() };
  const around = givenAround(settings.cwd, () => known);
  const stages = untilAsked(await loadStages(settings, [], around), () => known.asked.size > 0);
  const inTurn = pLimit(1);
  const make: MakeOrder = async (order, store) => {
    const inputs = await fetchInputs(order, store);
    if (inputs.lost.length > 0) return { lost: inputs.lost };
    const answers = new Map(order.answers.map(([question, answer]) => [keyOfQuestion(question), answer]));
    known = { answers, content: inputs.content, asked: new Map() };
    const folder = await mkdtemp(join(tmpdir(), 'tagleaf-order-'));
    try {
      const job = await layOut(order, inputs.content, folder);
      const outcome = await makeJob(job, { settings, stages });
      return await tell(outcome, known, store);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
  // What is known is that of one order.
  return (order, store) => inTurn(() => make(order, store));
}

/** What was made is told where nothing was asked that is not known; what was asked, where it was made without the answer. */
async function tell(outcome: Outcome, { asked }: Known, store: ContentStore): Promise<OrderResult> {
  if (asked.size === 0) return { outcome: await putOutcome(outcome, store) };
  return { asks: await store.put(Buffer.from(JSON.stringify([...asked.values()]))) };
}

/** The bytes that an order names, by their digests, and which of them the store does not have whole. */
async function fetchInputs(
  { posts, answers }: Order,
  store: ContentStore,
): Promise<{ readonly content: ReadonlyMap<string, Uint8Array>; readonly lost: readonly string[] }> {
  const content = new Map<string, Uint8Array>();
  const lost = new Set<string>();
  const fetch = async (sha256: string): Promise<void> => {
    if (content.has(sha256)) return;
    const bytes = await store.get(sha256);
    if (bytes) content.set(sha256, bytes);
    else lost.add(sha256);
  };
  for (const [, sha256] of posts) await fetch(sha256);
  for (const [{ ask }, answer] of answers) {
    const hasContent = ask === 'read' || ask === 'picture';
    if (hasContent && typeof answer === 'string' && /^[0-9a-f]{64}$/u.test(answer)) await fetch(answer);
  }
  return { content, lost: [...lost] };
}

/**
 * The job with its posts in a folder of this process, by numbers: no path of an order is ever opened.
 *
 * @throws Error for a post that the order has no bytes of.
 */
async function layOut(
  { job, posts }: Order,
  content: ReadonlyMap<string, Uint8Array>,
  folder: string,
): Promise<Job> {
  const laid = new Map<string, string>();
  for (const [index, [path, sha256]] of posts.entries()) {
    const own = join(folder, `${index}`);
    await writeFile(own, content.get(sha256) ?? new Uint8Array());
    laid.set(path, own);
  }
  const move = <F extends PlacedFile>(file: F): F => {
    const absolutePath = laid.get(file.absolutePath);
    if (absolutePath === undefined) throw new Error(`the order has no bytes of ${file.file}`);
    return { ...file, absolutePath };
  };
  if (job.type === 'post') return { ...job, plan: { ...job.plan, post: move(job.plan.post) } };
  const { front, posts: middle, back } = job.found;
  const found = { ...job.found, front: front.map(move), posts: middle.map(move), back: back.map(move) };
  return { ...job, found };
}

/** The same stages, of which none renders once something was asked that is not known: it would be made again. */
function untilAsked(stages: Stages, isAsked: () => boolean): Stages {
  const stop = (): void => {
    if (isAsked()) throw new Error('more is to be known first');
  };
  return {
    ...stages,
    drawCover: async (words, options) => {
      stop();
      return stages.drawCover(words, options);
    },
    pdf: async (publication) => {
      stop();
      return stages.pdf(publication);
    },
    epub: async (publication, options) => {
      stop();
      return stages.epub(publication, options);
    },
  };
}
