import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ResourceError } from '../diagnostics/errors.ts';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from '../diagnostics/report-rule.ts';
import type { DateOrder } from '../document/read-date.ts';
import { copyImages, type CopiedImage } from './copy-images.ts';
import type { InputFacts, InputFile, InputSpan } from './input-record.ts';
import { createNames, nameOf } from './name-posts.ts';
import { readInput } from './read-input.ts';
import { writeIntakeReport } from './write-intake-report.ts';
import { writePost } from './write-post.ts';

export interface IntakeOptions {
  readonly inputs: readonly InputFile[];
  /** The folder for the posts. */
  readonly out: string;
  readonly cwd: string;
  readonly agency?: string | undefined;
  readonly lang?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly encoding?: string | undefined;
  /** Writes nothing. */
  readonly dryRun: boolean;
  /** Overwrites posts that are there. */
  readonly force: boolean;
  /** Most bytes of one input. */
  readonly inputBytes: number;
  /** Writes a file whole or not at all; its folder is made where it is missing. */
  readonly write: (path: string, bytes: Uint8Array) => void;
}

/** What became of one input. */
export interface IntakeRow {
  readonly input: string;
  readonly status: 'written' | 'needs attention' | 'duplicate' | 'skipped';
  /** The post, where there is one; of a duplicate the post that says the same. */
  readonly post?: string;
  readonly reasons: readonly string[];
  readonly facts?: InputFacts;
  /** The decoded input (of HTML its words in tree order), and what became of each part of it. */
  readonly stream?: string;
  readonly spans?: readonly InputSpan[];
}

export interface IntakeReport {
  readonly rows: readonly IntakeRow[];
  readonly messages: readonly Message[];
}

/**
 * Makes a post of each input and `intake-report.csv` beside the posts; tells what became of every input. An input that
 * cannot be read stops none of the others.
 *
 * @throws ResourceError where an input cannot be read or something cannot be written.
 */
export async function runIntake(options: IntakeOptions): Promise<IntakeReport> {
  const run: Run = { options, names: createNames(), seen: new Map(), messages: [] };
  const rows: IntakeRow[] = [];
  for (const input of options.inputs) rows.push(await takeIn(input, run));
  if (!options.dryRun) {
    options.write(join(options.out, 'intake-report.csv'), Buffer.from(writeIntakeReport(rows)));
  }
  return { rows, messages: run.messages };
}

interface Run {
  readonly options: IntakeOptions;
  readonly names: (wanted: string) => string;
  /** The post of each text that was taken in, by the digest of its title and words. */
  readonly seen: Map<string, string>;
  readonly messages: Message[];
}

async function takeIn(input: InputFile, run: Run): Promise<IntakeRow> {
  const { options } = run;
  const bytes = await readBytes(input, options);
  if (!(bytes instanceof Uint8Array)) {
    run.messages.push(bytes);
    return { input: input.file, status: 'skipped', reasons: [bytes.reason] };
  }
  const { record, messages } = await readInput(bytes, { ...options, file: input.file });
  run.messages.push(...messages);
  if (!record) return { input: input.file, status: 'skipped', reasons: reasonsOf(messages) };
  const { facts, stream, spans } = record;
  const known = { input: input.file, facts, stream, spans };
  const words = createHash('sha256')
    .update(JSON.stringify([facts.title, bodyWords(stream, spans)]))
    .digest('hex');
  const twin = run.seen.get(words);
  if (twin !== undefined) {
    return { ...known, status: 'duplicate', post: twin, reasons: [`says the same as ${twin}`] };
  }
  const stem = (input.path.split('/').at(-1) ?? '').replace(/\.(?:txt|x?html?|warc(?:\.gz)?)$/iu, '');
  const name = run.names(nameOf(facts, stem));
  const path = join(options.out, `${name}.md`);
  const post = relative(options.cwd, path).split(sep).join('/');
  run.seen.set(words, post);
  const copied = await copyImages(record.body, { input, name });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const text = writePost(facts, copied.body, { file: input.path, sha256 });
  const there = await existing(path, text);
  if (there !== undefined && !options.force) {
    return { ...known, status: 'skipped', post, reasons: [there] };
  }
  if (!options.dryRun) await writeAll(path, { text, images: copied.images, options });
  const asked = messages.filter(({ severity }) => severity !== 'info');
  const status = asked.length > 0 ? 'needs attention' : 'written';
  return { ...known, status, post, reasons: reasonsOf(messages) };
}

async function readBytes(
  input: InputFile,
  { inputBytes }: Pick<IntakeOptions, 'inputBytes'>,
): Promise<Uint8Array | Message> {
  const { file, absolutePath } = input;
  try {
    const { size } = await stat(absolutePath);
    if (size <= inputBytes) return await readFile(absolutePath);
    return reportRule('file-too-large', {
      reason: `The file has ${size} bytes, more than ${inputBytes}`,
      file,
    });
  } catch (error) {
    throw new ResourceError(`Cannot read ${file}`, { path: absolutePath, cause: error });
  }
}

/** Why a post may not be written: it is there already. */
async function existing(path: string, text: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return undefined;
  return bytes.equals(Buffer.from(text)) ? 'is there already, the same' : 'is there already; see --force';
}

async function writeAll(
  path: string,
  from: {
    readonly text: string;
    readonly images: readonly CopiedImage[];
    readonly options: IntakeOptions;
  },
): Promise<void> {
  const { options, images, text } = from;
  for (const image of images) {
    options.write(join(options.out, ...image.to.split('/')), await readFile(image.from));
  }
  options.write(path, Buffer.from(text));
}

function bodyWords(stream: string, spans: readonly InputSpan[]): string {
  const words = spans.filter(({ use }) => use === 'body').map(({ start, end }) => stream.slice(start, end));
  return words.join(' ').replace(/[\s\u00A0]+/gu, ' ');
}

function reasonsOf(messages: readonly Message[]): readonly string[] {
  return messages.map(({ place, reason }) => `${place ? `line ${place.start.line}: ` : ''}${reason}`);
}
