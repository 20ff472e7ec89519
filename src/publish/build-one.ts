import type { Message } from '../diagnostics/message.ts';
import type { LinkRecord } from '../links/list-links.ts';
import type { BuildFailure, BuiltFile, PostWords } from './build-report.ts';
import { listen } from './listen.ts';
import type { Made } from './made.ts';
import { describePostFailure } from './post-failure.ts';
import type { CachedTask } from './result-cache.ts';
import type { Building } from './running.ts';
import { reportForeign, writeFile } from './write-file.ts';

/** What became of one post, or of one collection. */
export interface BuiltPost {
  readonly files: readonly BuiltFile[];
  readonly messages: readonly Message[];
  readonly failures: readonly BuildFailure[];
  /** The links of what was written. */
  readonly links: readonly LinkRecord[];
  /** What became of the words of the posts that were read for it. */
  readonly words: readonly PostWords[];
}

/** A post or a collection that is to be built. */
export interface BuildTask extends CachedTask {
  /** As the report calls it. */
  readonly name: string;
  /** What is done first. */
  readonly stage: string;
  /** What was said before. */
  readonly messages: readonly Message[];
  readonly make: (steps: Steps) => Promise<Omit<Made, 'words'>>;
}

/** The steps of a run for one task, which say how far they came. */
export interface Steps extends Building {
  readonly onStage: (stage: string) => void;
  /** Says all that is to be said until now, for the report of a failure; gives it back. */
  readonly say: (messages: readonly Message[]) => readonly Message[];
}

/** Builds one task: takes from the cache what was made of the same before, else makes it, and writes it. */
export async function buildOne(task: BuildTask, running: Building): Promise<BuiltPost> {
  const { settings, outputs, signal } = running;
  const taken = await takeKept(task, running);
  if (!taken) await running.prepare();
  const listening = listen(running.stages);
  const files: BuiltFile[] = [];
  let { messages, stage } = task;
  const onStage = (name: string): void => void (stage = name);
  const say: Steps['say'] = (said) => (messages = said);
  const wordsOf = (): readonly PostWords[] => taken?.words ?? listening.words();
  try {
    const made = taken ?? (await task.make({ ...running, stages: listening.stages, onStage, say }));
    ({ messages } = made);
    const { name: post, output = '' } = task;
    onStage('write');
    for (const file of made.files) files.push(await writeFile(file, { post, output, settings, outputs }));
    const built = { files, messages, failures: task.failures, links: made.links, words: wordsOf() };
    if (!taken) await running.cache?.keep(task, listening, { ...made, words: built.words });
    return built;
  } catch (error) {
    signal?.throwIfAborted();
    const failure = describePostFailure(error, { post: task.name, stage });
    return { files, messages, failures: [failure], links: [], words: wordsOf() };
  }
}

/** What the cache has of a task, where it may be written. */
async function takeKept(
  task: BuildTask,
  { cache, settings, outputs, stages }: Building,
): Promise<Made | undefined> {
  const { output, name: file } = task;
  if (!cache || output === undefined) return undefined;
  const isFree = await reportForeign(output, { settings, outputs, file }).then(
    (foreign) => foreign === undefined,
    () => false,
  );
  return isFree ? cache.take(task, { stages, outputs }) : undefined;
}
