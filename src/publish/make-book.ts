import { listLinks } from '../links/list-links.ts';
import type { CollectionJob } from './job.ts';
import type { Made } from './made.ts';
import { makeCollection } from './make-collection.ts';
import { madeFile } from './made-file.ts';
import { renderPublication } from './render-publication.ts';
import type { Steps } from './running.ts';

/** Makes the files of one collection. Of a post that cannot be read the report has an error, so that no book claims anything that lacks it. */
export async function makeBook(
  { plan, found, foreign }: CollectionJob,
  steps: Steps,
): Promise<Omit<Made, 'words'>> {
  const { settings, say, onStage } = steps;
  if (foreign) return { files: [], messages: [foreign], links: [] };
  const { value, messages: told } = await makeCollection(plan, found, steps);
  say(told);
  if (!value) return { files: [], messages: told, links: [] };
  const rendered = await renderPublication(value, steps, onStage);
  const messages = say([...told, ...rendered.messages]);
  const output = plan.collection.id;
  const files = rendered.value.map((file) => madeFile(file, { output, settings, messages }));
  return { files, messages, links: files.length > 0 ? listLinks(value) : [] };
}
