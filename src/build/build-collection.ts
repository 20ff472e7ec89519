import type { Assets } from '../assets/asset.ts';
import { assemble } from '../collections/assemble.ts';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from '../diagnostics/report-rule.ts';
import { formatPlainDate } from '../document/plain-date.ts';
import type { Publication } from '../document/publication.ts';
import { listLinks, type LinkRecord } from '../links/list-links.ts';
import type { BuiltFile } from './build-report.ts';
import type { BuiltPost } from './build-post.ts';
import { coverOf } from './collection-cover.ts';
import { describeFailure } from './describe-failure.ts';
import type { CollectionFiles } from './find-collection-posts.ts';
import type { CollectionPlan } from './plan-collections.ts';
import { readMembers, settleMembers, type Running } from './read-members.ts';
import { renderPublication } from './render-publication.ts';
import type { Settings } from './resolve-settings.ts';
import { writeFile } from './write-file.ts';

/** Makes the files of one collection. A post that cannot be read fails the whole: a book must not lack a chapter in silence. */
export async function buildCollection(
  plan: CollectionPlan,
  found: CollectionFiles,
  { settings, stages }: Running,
): Promise<BuiltPost> {
  const messages: Message[] = [];
  const files: BuiltFile[] = [];
  let links: readonly LinkRecord[] = [];
  const done = (failures: BuiltPost['failures'] = []): BuiltPost => ({
    files,
    messages,
    failures,
    links,
  });
  let stage = 'posts';
  try {
    const sources = [...found.front, ...found.posts, ...found.back];
    const read = readMembers(plan, sources, { settings, stages });
    messages.push(...read.messages);
    if (!read.value) return done();
    stage = 'assets';
    const settled = await settleMembers(read, sources, stages);
    messages.splice(0, messages.length, ...settled.messages);
    const cover = await coverOf(plan, stages);
    messages.push(...cover.messages);
    const [front, rest] = [
      settled.posts.slice(0, found.front.length),
      settled.posts.slice(found.front.length),
    ];
    const publication = assemble({
      collection: plan.collection,
      front: front.map(({ document }) => document),
      posts: rest.slice(0, found.posts.length),
      back: rest.slice(found.posts.length).map(({ document }) => document),
      cover: cover.value,
      pdf: settings.page === 'a4' ? 'pdf-a4' : 'pdf',
      strings: stages.strings,
    });
    if (plan.collection.lang === undefined) messages.push(langMissing(plan));
    const assets: Assets = new Map([...settled.assets, [cover.value.asset.id, cover.value.asset]]);
    const rendered = await renderPublication(publication, {
      stages,
      strict: settings.strict,
      assets,
      messages,
      modified: modifiedDate(publication, settings),
      onStage: (name) => (stage = name),
    });
    messages.push(...rendered.messages);
    stage = 'write';
    const output = plan.collection.id;
    for (const file of rendered.value) {
      files.push(writeFile(file, { post: plan.name, output, settings, messages }));
    }
    if (files.length > 0) links = listLinks(publication);
    return done();
  } catch (error) {
    return done([describeFailure(error, { post: plan.name, stage })]);
  }
}

function langMissing({ configName, name }: CollectionPlan): Message {
  return reportRule('lang-missing', { reason: `\`${name}\` has no language`, file: configName });
}

/** `SOURCE_DATE_EPOCH`, else the last date of the newest post, at midnight UTC. */
function modifiedDate({ chapters }: Publication, settings: Settings): Date | undefined {
  if (settings.sourceDate) return settings.sourceDate;
  const days = chapters.flatMap(({ document: { metadata } }) => metadata.updated ?? metadata.released ?? []);
  const last = days.map(formatPlainDate).toSorted().at(-1);
  return last === undefined ? undefined : new Date(`${last}T00:00:00Z`);
}
