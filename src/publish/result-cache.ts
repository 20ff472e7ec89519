import { isDeepStrictEqual } from 'node:util';
import { isUndecided } from '../catalogue/message-rules.ts';
import { openCache, type CacheFolder } from '../cache/cache-folder.ts';
import type { FoundEntry } from '../cache/entry-file.ts';
import { sha256Of } from '../files/digest.ts';
import { lookOf, runKey } from '../project/run-key.ts';
import type { PlacedFile } from '../project/place-posts.ts';
import type { Settings } from '../project/settings.ts';
import { outputOfJob, type Job } from './job.ts';
import type { Made, MadeFile, MadePart } from './made.ts';
import type { Outcome } from './outcome.ts';
import type { OutputFolder } from './output-folder.ts';
import type { Glance } from './planned-post.ts';
import type { Answer, Question } from './question.ts';
import type { Stages } from './stages.ts';
import { subjectOf, type Subject } from './subject.ts';

/** What was made by earlier runs, by all that it depends on. */
export interface ResultCache {
  /** What was made of the same before; `undefined` where nothing was, or it is not whole. Never throws. */
  readonly take: (
    job: Job,
    now: { readonly stages: Stages; readonly outputs: OutputFolder },
  ) => Promise<Taken | undefined>;
  /** Keeps what was made, where it would be made again. */
  readonly keep: (job: Job, outcome: Outcome) => Promise<void>;
  /** What a post's front matter and name say of it, as it was found before, else as `look` finds it. */
  readonly glance: (post: PlacedFile, bytes: Uint8Array, look: () => Glance) => Glance;
  /** Whether anything was taken: then what a run is prepared for was good before. */
  readonly hasTaken: () => boolean;
  readonly finish: () => void;
}

/** What was made before, and what its making asked. */
export interface Taken {
  readonly made: Made;
  readonly heard: KeptResult['heard'];
}

/** An entry as it is kept: what was made without its bytes, and what its making asked. */
interface KeptResult extends Omit<Made, 'files'> {
  readonly files: readonly (Omit<MadeFile, 'parts'> & { readonly endings: readonly string[] })[];
  readonly heard: readonly (readonly [Question, Answer])[];
  /** Whether its files were read back and compared. */
  readonly verified: boolean;
}

/** The cache of a run; none where it is not wanted, or where nobody knows all that the results depend on. */
export async function openResultCache(settings: Settings, stages: Stages): Promise<ResultCache | undefined> {
  const { cache: place, write, formats, verify } = settings;
  if (!place || !write || formats.length === 0 || stages.hasFunctions) return undefined;
  // What is wrong with the project is told by who uses it.
  const run = await runKey(settings).catch(() => undefined);
  if (run === undefined) return undefined;
  const runDigest = sha256Of(JSON.stringify(run));
  const folder = openCache(place);
  let taken = 0;
  let isSame: Promise<boolean> | undefined;
  const keyOf = (subject: Subject): string => sha256Of(JSON.stringify([runDigest, subject]));
  return {
    take: async (job, now) => {
      try {
        const entry = folder.find(keyOf(subjectOf(job, settings)));
        const found = entry && (await madeAgain(entry, { ...now, verify, output: outputOfJob(job) ?? '' }));
        if (found) taken += 1;
        return found;
      } catch {
        // What cannot be read is told by who makes it.
        return undefined;
      }
    },
    keep: async (job, outcome) => {
      // Theme and templates were read meanwhile: were they others than the key says, all that is made is another's.
      isSame ??= lookOf(settings).then(
        (look) => isDeepStrictEqual(look, { theme: run.theme, templates: run.templates }),
        () => false,
      );
      if (await isSame) keepResult(folder, { job, outcome, settings, keyOf });
    },
    glance: ({ file, path, named }, bytes, look) =>
      folder.memo(sha256Of(JSON.stringify([runDigest, file, path, named, sha256Of(bytes)])), look),
    hasTaken: () => taken > 0,
    finish: folder.finish,
  };
}

/** What an entry holds, where all that its making asked has the same answers now. */
async function madeAgain(
  entry: FoundEntry,
  {
    stages,
    outputs,
    verify,
    output,
  }: {
    readonly stages: Stages;
    readonly outputs: OutputFolder;
    readonly verify: boolean;
    readonly output: string;
  },
): Promise<Taken | undefined> {
  // Sound: the entry is whole, and its key names the version that kept it.
  const { files: kept, heard, verified, ...said } = entry.value as KeptResult;
  if (verify && !verified) return undefined;
  for (const [question, answer] of heard) if ((await stages.answer(question)) !== answer) return undefined;
  const files: MadeFile[] = [];
  let number = 0;
  for (const { endings, ...facts } of kept) {
    const parts: MadePart[] = [];
    for (const ending of endings) {
      const part = entry.parts[number];
      if (!part) return undefined;
      const isThere = outputs.holds(`${output}${ending}`, part);
      const content = isThere ? undefined : entry.read(number);
      if (!isThere && !content) return undefined;
      parts.push({ ending, ...part, content });
      number += 1;
    }
    files.push({ ...facts, parts });
  }
  return { made: { files, ...said }, heard };
}

function keepResult(
  folder: CacheFolder,
  {
    job,
    outcome: { made, heard, read },
    settings,
    keyOf,
  }: {
    readonly job: Job;
    readonly outcome: Outcome;
    readonly settings: Settings;
    readonly keyOf: (subject: Subject) => string;
  },
): void {
  const subject = subjectIfThere(job, settings);
  // Nothing that was not decided or that changed while it was read would be made so again.
  if (!subject || !heard || isUndecided(made.messages)) return;
  const bytesRead = new Map(read);
  if (subject.posts.some(({ file, sha256 }) => (bytesRead.get(file) ?? sha256) !== sha256)) return;
  if (made.messages.some(({ ruleId }) => ruleId === 'output-foreign')) return;
  const files = made.files.map(({ parts, ...facts }) => ({
    ...facts,
    endings: parts.map(({ ending }) => ending),
  }));
  const value: KeptResult = { ...made, files, heard, verified: settings.verify };
  const parts = made.files.flatMap((file) =>
    file.parts.flatMap(({ bytes, sha256, content }) => (content ? [{ bytes, sha256, content }] : [])),
  );
  folder.keep(keyOf(subject), value, parts);
}

function subjectIfThere(job: Job, settings: Settings): Subject | undefined {
  try {
    return outputOfJob(job) === undefined ? undefined : subjectOf(job, settings);
  } catch {
    return undefined;
  }
}
