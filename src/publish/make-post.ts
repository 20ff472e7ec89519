import { listLinks } from '../links/list-links.ts';
import type { PostJob } from './job.ts';
import type { Made } from './made.ts';
import { madeFile } from './made-file.ts';
import { readOnePost } from './plan-posts.ts';
import { renderPublication } from './render-publication.ts';
import type { Steps } from './running.ts';

/**
 * Makes all files of one post. None is there before every format is rendered and, where asked, verified; with `strict` none at all
 * where the post has an error.
 */
export async function makePost({ plan, foreign }: PostJob, steps: Steps): Promise<Omit<Made, 'words'>> {
  const { stages, settings, say, onStage } = steps;
  const { post, output } = plan;
  const read = readOnePost(post, stages);
  let messages = say([...read.messages, ...plan.messages]);
  if (!read.value || output === undefined) return { files: [], messages, links: [] };
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
