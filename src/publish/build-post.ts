import { listLinks } from '../links/list-links.ts';
import { buildOne, type BuiltPost, type Steps } from './build-one.ts';
import type { Made } from './made.ts';
import { readOnePost } from './plan-posts.ts';
import type { PlannedPost } from './planned-post.ts';
import { renderPublication } from './render-publication.ts';
import type { Building } from './running.ts';
import { postSubject } from './subject.ts';
import { madeFile, reportForeign } from './write-file.ts';

/**
 * Makes all files of one post. Nothing is moved into place before every format is rendered and, where asked, verified;
 * with `strict` nothing at all where the post has an error. Never throws for one post's sake.
 */
export async function buildPost(plan: PlannedPost, running: Building): Promise<BuiltPost> {
  const { post, output, isRead, messages, failure } = plan;
  return buildOne(
    {
      name: post.file,
      output,
      stage: 'posts',
      messages,
      failures: failure ? [failure] : [],
      ...(isRead && { subject: () => postSubject(plan, running.settings) }),
      make: (steps) => makePost(plan, steps),
    },
    running,
  );
}

async function makePost(plan: PlannedPost, steps: Steps): Promise<Omit<Made, 'words'>> {
  const { stages, settings, outputs, say, onStage } = steps;
  const { post, output } = plan;
  const read = plan.isRead ? readOnePost(post, stages) : undefined;
  let messages = say([...(read?.messages ?? []), ...plan.messages]);
  if (!read?.value || output === undefined) return { files: [], messages, links: [] };
  const foreign = await reportForeign(output, { settings, outputs, file: post.file });
  if (foreign) return { files: [], messages: [...messages, foreign], links: [] };
  onStage('assets');
  const settled = await stages.addPictures(read, { ...post, from: post.root });
  say(settled.messages);
  const publication = stages.publication(settled);
  say(publication.messages);
  const rendered = await renderPublication(publication, steps, onStage);
  messages = say([...publication.messages, ...rendered.messages]);
  const files = rendered.value.map((file) => madeFile(file, { output, settings, messages }));
  return { files, messages, links: files.length > 0 ? listLinks(publication) : [] };
}
