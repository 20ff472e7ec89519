import { listLinks } from '../links/list-links.ts';
import type { PlacedCollection } from '../project/place-posts.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import { buildOne, type BuiltPost, type Steps } from './build-one.ts';
import type { Made } from './made.ts';
import { makeCollection } from './make-collection.ts';
import { renderPublication } from './render-publication.ts';
import type { Building } from './running.ts';
import { collectionSubject } from './subject.ts';
import { madeFile, reportForeign } from './write-file.ts';

/** Makes the files of one collection. Of a post that cannot be read the report has an error, so that no book claims anything that lacks it. */
export async function buildCollection(
  plan: CollectionPlan,
  found: PlacedCollection,
  running: Building,
): Promise<BuiltPost> {
  return buildOne(
    {
      name: plan.name,
      output: plan.collection.id,
      stage: '',
      messages: [],
      failures: [],
      subject: () => collectionSubject(plan, found, running.settings),
      make: (steps) => makeBook(plan, found, steps),
    },
    running,
  );
}

async function makeBook(
  plan: CollectionPlan,
  found: PlacedCollection,
  steps: Steps,
): Promise<Omit<Made, 'words'>> {
  const { settings, outputs, say, onStage } = steps;
  const output = plan.collection.id;
  const foreign = await reportForeign(output, { settings, outputs, file: plan.name });
  if (foreign) return { files: [], messages: [foreign], links: [] };
  const { value, messages: told } = await makeCollection(plan, found, steps);
  say(told);
  if (!value) return { files: [], messages: told, links: [] };
  const rendered = await renderPublication(value, steps, onStage);
  const messages = say([...told, ...rendered.messages]);
  const files = rendered.value.map((file) => madeFile(file, { output, settings, messages }));
  return { files, messages, links: files.length > 0 ? listLinks(value) : [] };
}
