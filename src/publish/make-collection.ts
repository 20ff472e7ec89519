import type { Assets } from '../document/asset.ts';
import { assemble } from '../collections/assemble.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Publication } from '../document/publication.ts';
import { coverOf } from './collection-cover.ts';
import type { CollectionFiles } from '../project/find-collection-posts.ts';
import { editionOf } from './edition.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import { readMembers, settleMembers } from './read-members.ts';
import type { Running } from './running.ts';

/** Reads and assembles a collection, which carries the same messages; nothing where one of its posts cannot be read. */
export async function makeCollection(
  plan: CollectionPlan,
  found: CollectionFiles,
  running: Running & { readonly onStage: (stage: string) => void },
): Promise<Result<Publication | undefined>> {
  const { settings, stages, onStage } = running;
  const sources = [...found.front, ...found.posts, ...found.back];
  onStage('posts');
  const read = readMembers(plan, sources, running);
  if (!read.value) return { value: undefined, messages: read.messages };
  onStage('assets');
  const settled = await settleMembers(read, sources, running);
  const cover = await coverOf(plan, stages);
  const lang = plan.collection.lang === undefined ? [langMissing(plan)] : [];
  const front = settled.posts.slice(0, found.front.length);
  const rest = settled.posts.slice(found.front.length);
  const assets: Assets = new Map([...settled.assets, [cover.value.asset.id, cover.value.asset]]);
  const messages = [...settled.messages, ...cover.messages, ...lang];
  const value = assemble({
    collection: plan.collection,
    front: front.map(({ document }) => document),
    posts: rest.slice(0, found.posts.length),
    back: rest.slice(found.posts.length).map(({ document }) => document),
    cover: cover.value,
    pdf: editionOf(settings),
    strings: stages.strings,
    assets,
    messages,
  });
  return { value, messages };
}

function langMissing({ configName, name }: CollectionPlan): Message {
  return reportRule('lang-missing', { reason: `\`${name}\` has no language`, file: configName });
}
