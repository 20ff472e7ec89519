import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Message } from '../diagnostics/message.ts';
import type { Document } from '../document/document.ts';
import { formatPlainDate } from '../document/plain-date.ts';
import { replaceMissingImages } from '../document/replace-missing-images.ts';
import type { BuildFailure, BuiltFile } from './build-report.ts';
import { describeFailure } from './describe-failure.ts';
import { shownPath } from './find-files.ts';
import { readOnePost, type PlannedPost } from './plan-posts.ts';
import type { Settings } from './resolve-settings.ts';
import type { Rendered, Renderer, Stages } from './stages.ts';
import { writeAtomically } from './write-atomically.ts';

/** What became of one post. */
export interface BuiltPost {
  readonly files: readonly BuiltFile[];
  readonly messages: readonly Message[];
  readonly failures: readonly BuildFailure[];
}

interface RenderedFile {
  readonly renderer: Renderer;
  readonly rendered: Rendered;
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
    if (!read?.value || plan.output === undefined) return finish(plan, { files, messages });

    stage = 'assets';
    const assets = await stages.readAssets(read.value, plan.post.root);
    messages.push(...assets.messages);
    const document = replaceMissingImages(read.value, new Set(assets.value.keys()));
    stage = 'lint';
    messages.splice(0, messages.length, ...stages.lint(document, messages));

    const rendered: RenderedFile[] = [];
    const modified = modifiedDate(document, settings);
    for (const renderer of stages.renderers) {
      stage = renderer.format;
      const result = await renderer.render(document, {
        assets: assets.value,
        messages: [...messages],
        modified,
      });
      messages.push(...stages.level(result.messages));
      rendered.push({ renderer, rendered: result.value });
    }
    if (settings.strict && messages.some(({ severity }) => severity === 'error')) {
      return finish(plan, { files, messages });
    }
    for (const {
      renderer,
      rendered: { bytes },
    } of rendered) {
      stage = 'readback';
      await renderer.verify?.(document, bytes);
    }
    stage = 'write';
    for (const file of rendered) {
      files.push(writeOne(file, { plan, output: plan.output, settings, messages }));
    }
    return finish(plan, { files, messages });
  } catch (error) {
    const failure = describeFailure(error, { post: plan.post.file, stage });
    return { files, messages, failures: [failure] };
  }
}

function finish(plan: PlannedPost, done: Pick<BuiltPost, 'files' | 'messages'>): BuiltPost {
  return { ...done, failures: plan.failure ? [plan.failure] : [] };
}

function writeOne(
  { renderer: { format }, rendered }: RenderedFile,
  to: {
    readonly plan: PlannedPost;
    readonly output: string;
    readonly settings: Settings;
    readonly messages: readonly Message[];
  },
): BuiltFile {
  const path = join(to.settings.out, ...`${to.output}.${format}`.split('/'));
  writeAtomically(path, rendered.bytes);
  const withheld = to.messages
    .filter(({ withholds }) => withholds.includes(format))
    .map(({ ruleId }) => ruleId);
  return {
    path: shownPath(path, to.settings.cwd),
    post: to.plan.post.file,
    format,
    bytes: rendered.bytes.length,
    sha256: createHash('sha256').update(rendered.bytes).digest('hex'),
    ...(rendered.pages === undefined ? {} : { pages: rendered.pages }),
    claims: rendered.claims,
    withheld: [...new Set(withheld)],
  };
}

/** The date written into files: `SOURCE_DATE_EPOCH`, else the last date of the post, at midnight UTC. */
function modifiedDate(document: Document, settings: Settings): Date | undefined {
  if (settings.sourceDate) return settings.sourceDate;
  const day = document.metadata.updated ?? document.metadata.released;
  return day ? new Date(`${formatPlainDate(day)}T00:00:00Z`) : undefined;
}
