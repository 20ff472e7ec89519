import type { Message } from '../diagnostics/message.ts';
import { publicationOfPost } from '../document/publication.ts';
import { listLinks, type LinkRecord } from '../links/list-links.ts';
import type { BuildFailure, BuiltFile } from './build-report.ts';
import { describeFailure } from './describe-failure.ts';
import { editionOf, modifiedDate } from './edition.ts';
import { readOnePost, type PlannedPost } from './plan-posts.ts';
import { renderPublication } from './render-publication.ts';
import type { Settings } from '../project/resolve-settings.ts';
import { settleDocument } from './settle-document.ts';
import type { Stages } from './stages.ts';
import { writeFile } from './write-file.ts';

/** What became of one post. */
export interface BuiltPost {
  readonly files: readonly BuiltFile[];
  readonly messages: readonly Message[];
  readonly failures: readonly BuildFailure[];
  /** The links of what was written. */
  readonly links: readonly LinkRecord[];
}

/**
 * Makes all files of one post. Nothing is moved into place before every format is rendered and, where asked, verified;
 * with `strict` nothing at all where the post has an error. Never throws for one post's sake.
 */
export async function buildPost(
  plan: PlannedPost,
  { settings, stages }: { readonly settings: Settings; readonly stages: Stages },
): Promise<BuiltPost> {
  const messages: Message[] = [...plan.messages];
  const files: BuiltFile[] = [];
  let stage = 'posts';
  try {
    const read = plan.read ?? (plan.failure ? undefined : readOnePost(plan.post, stages).result);
    messages.unshift(...(read?.messages ?? []));
    if (!read?.value || plan.output === undefined) return finish(plan, { files, messages, links: [] });

    stage = 'assets';
    const settled = await settleDocument(read.value, { root: plan.post.root, said: messages, stages });
    messages.splice(0, messages.length, ...settled.messages);
    const { document, assets } = settled.value;
    const publication = publicationOfPost(
      document,
      stages.strings(document.metadata.lang),
      editionOf(settings),
    );
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
    for (const file of rendered.value) {
      files.push(writeFile(file, { post: plan.post.file, output: plan.output, settings, messages }));
    }
    return finish(plan, { files, messages, links: files.length > 0 ? listLinks(publication) : [] });
  } catch (error) {
    const failure = describeFailure(error, { post: plan.post.file, stage });
    return { files, messages, failures: [failure], links: [] };
  }
}

function finish(plan: PlannedPost, done: Omit<BuiltPost, 'failures'>): BuiltPost {
  return { ...done, failures: plan.failure ? [plan.failure] : [] };
}
