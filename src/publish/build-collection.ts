import type { Message } from '../diagnostics/message.ts';
import { listLinks } from '../links/list-links.ts';
import type { PlacedCollection } from '../project/place-posts.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import type { BuiltFile } from './build-report.ts';
import type { BuiltPost } from './build-post.ts';
import { describePostFailure } from './post-failure.ts';
import { makeCollection } from './make-collection.ts';
import { noteShares } from './note-shares.ts';
import { renderPublication } from './render-publication.ts';
import type { Building } from './running.ts';
import { reportForeign, writeFile } from './write-file.ts';

/** Makes the files of one collection. Of a post that cannot be read the report has an error, so that no book claims anything that lacks it. */
export async function buildCollection(
  plan: CollectionPlan,
  found: PlacedCollection,
  running: Building,
): Promise<BuiltPost> {
  let messages: readonly Message[] = [];
  const files: BuiltFile[] = [];
  let stage = '';
  const onStage = (name: string): void => void (stage = name);
  const { stages, noted } = noteShares(running.stages);
  try {
    const { settings, outputs } = running;
    const output = plan.collection.id;
    const foreign = await reportForeign(output, { settings, outputs, file: plan.name });
    if (foreign) return { files, messages: [foreign], failures: [], links: [], words: noted() };
    const made = await makeCollection(plan, found, { ...running, stages, onStage });
    ({ messages } = made);
    if (!made.value) return { files, messages, failures: [], links: [], words: noted() };
    const rendered = await renderPublication(made.value, running, onStage);
    messages = [...messages, ...rendered.messages];
    onStage('write');
    for (const file of rendered.value)
      files.push(await writeFile(file, { post: plan.name, output, settings, outputs, messages }));
    const links = files.length > 0 ? listLinks(made.value) : [];
    return { files, messages, failures: [], links, words: noted() };
  } catch (error) {
    running.signal?.throwIfAborted();
    const failure = describePostFailure(error, { post: plan.name, stage });
    return { files, messages, failures: [failure], links: [], words: noted() };
  }
}
