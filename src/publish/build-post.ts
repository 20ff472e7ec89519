import type { Message } from '../diagnostics/message.ts';
import { listLinks, type LinkRecord } from '../links/list-links.ts';
import type { BuildFailure, BuiltFile, PostWords } from './build-report.ts';
import { describePostFailure } from './post-failure.ts';
import { noteShares } from './note-shares.ts';
import { readOnePost } from './plan-posts.ts';
import type { PlannedPost } from './planned-post.ts';
import { renderPublication } from './render-publication.ts';
import type { Building } from './running.ts';
import { reportForeign, writeFile } from './write-file.ts';

/** What became of one post. */
export interface BuiltPost {
  readonly files: readonly BuiltFile[];
  readonly messages: readonly Message[];
  readonly failures: readonly BuildFailure[];
  /** The links of what was written. */
  readonly links: readonly LinkRecord[];
  /** What became of the words of the posts that were read for it. */
  readonly words: readonly PostWords[];
}

/**
 * Makes all files of one post. Nothing is moved into place before every format is rendered and, where asked, verified;
 * with `strict` nothing at all where the post has an error. Never throws for one post's sake.
 */
export async function buildPost(plan: PlannedPost, running: Building): Promise<BuiltPost> {
  const { settings, outputs, signal } = running;
  const { stages, noted } = noteShares(running.stages);
  const failures = plan.failure ? [plan.failure] : [];
  let messages = plan.messages;
  const files: BuiltFile[] = [];
  let stage = 'posts';
  const onStage = (name: string): void => void (stage = name);
  try {
    const read = plan.isRead ? readOnePost(plan.post, stages) : undefined;
    messages = [...(read?.messages ?? []), ...messages];
    const { output, post } = plan;
    if (!read?.value || output === undefined) return { files, messages, failures, links: [], words: noted() };
    const foreign = await reportForeign(output, { settings, outputs, file: post.file });
    if (foreign) return { files, messages: [...messages, foreign], failures, links: [], words: noted() };
    onStage('assets');
    const settled = await stages.addPictures(read, { ...post, from: post.root });
    ({ messages } = settled);
    const publication = stages.publication(settled);
    ({ messages } = publication);
    const rendered = await renderPublication(publication, running, onStage);
    messages = [...messages, ...rendered.messages];
    onStage('write');
    for (const file of rendered.value)
      files.push(await writeFile(file, { post: post.file, output, settings, outputs, messages }));
    const links = files.length > 0 ? listLinks(publication) : [];
    return { files, messages, failures, links, words: noted() };
  } catch (error) {
    signal?.throwIfAborted();
    const failure = describePostFailure(error, { post: plan.post.file, stage });
    return { files, messages, failures: [failure], links: [], words: noted() };
  }
}
