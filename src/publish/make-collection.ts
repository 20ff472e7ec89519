import type { Assets } from '../document/asset.ts';
import type { NamedPost } from '../collections/resolve-open-links.ts';
import { assemble } from '../collections/assemble.ts';
import type { Message, Result } from '../diagnostics/message.ts';
import { reportRule } from './rules.ts';
import type { Publication } from '../document/publication.ts';
import { coverOf } from './collection-cover.ts';
import type { PlacedCollection } from '../project/place-posts.ts';
import { editionOf } from './edition.ts';
import type { FoundFile } from '../project/find-files.ts';
import type { CollectionPlan } from '../project/plan-collections.ts';
import { headOf } from '../posts/front-matter/post-head.ts';
import { leftOut } from './left-out.ts';
import { readBytes } from './read-bytes.ts';
import { readMembers, settleMembers } from './read-members.ts';
import type { Settings } from '../project/settings.ts';
import type { Running } from './running.ts';

/**
 * Reads and assembles a collection, which carries the same messages. A post that cannot be read is told and the book is made without it,
 * with `strict` not at all; nothing where no post is left, or where it was not decided in time whether one can be read.
 */
export async function makeCollection(
  plan: CollectionPlan,
  found: PlacedCollection,
  running: Running & { readonly onStage: (stage: string) => void },
): Promise<Result<Publication | undefined>> {
  const { settings, stages, onStage } = running;
  onStage('posts');
  const { files, messages: left } = takingPart(found, settings);
  const sources = [...files.front, ...files.posts, ...files.back];
  const read = readMembers(plan, sources, running);
  if (!read.value || among(files.posts, read.value).length === 0) {
    const reason = `\`${plan.name}\` has no post that can be read and is not left out`;
    const empty = reportRule('collection-empty', { reason, file: plan.configName });
    const messages = [...left, ...read.messages, ...(read.value ? [empty] : [])];
    return { value: undefined, messages };
  }
  onStage('assets');
  const settled = await settleMembers(read, sources, running);
  const cover = await coverOf(plan, running);
  const lang = plan.collection.lang === undefined ? [langMissing(plan)] : [];
  const assets: Assets = new Map([
    ...settled.assets,
    ...cover.value.assets.map((asset) => [asset.id, asset] as const),
  ]);
  const messages = [...left, ...settled.messages, ...cover.messages, ...lang];
  const value = assemble({
    collection: plan.collection,
    front: among(files.front, settled.posts).map(({ document }) => document),
    posts: among(files.posts, settled.posts),
    back: among(files.back, settled.posts).map(({ document }) => document),
    cover: cover.value.cover,
    pdf: editionOf(settings),
    strings: stages.strings,
    assets,
    messages,
  });
  return { value, messages };
}

/** Those documents whose files these are, in order, with the parts that they stand in. */
function among(files: readonly FoundFile[], members: readonly NamedPost[]): readonly NamedPost[] {
  const byName = new Map(files.map((file) => [file.file, file]));
  return members.flatMap((member) => {
    const file = byName.get(member.document.file);
    if (!file) return [];
    return [{ ...member, ...(file.part !== undefined && { part: file.part }) }];
  });
}

/** The files of a collection without what is left out, which is told. */
function takingPart(
  found: PlacedCollection,
  settings: Settings,
): { readonly files: PlacedCollection; readonly messages: readonly Message[] } {
  const { front, posts, back } = found;
  const messages: Message[] = [];
  const stays = (file: FoundFile): boolean => {
    const out = leftOut(headOf(readBytes(file)), file, settings);
    if (out) messages.push(out);
    return out === undefined;
  };
  const kept = { front: front.filter(stays), posts: posts.filter(stays), back: back.filter(stays) };
  const files = { ...found, ...kept };
  return { files, messages };
}

function langMissing({ configName, name }: CollectionPlan): Message {
  return reportRule('lang-missing', { reason: `\`${name}\` has no language`, file: configName });
}
