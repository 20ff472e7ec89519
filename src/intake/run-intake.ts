import { stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readRegularFile } from '../files/regular-file.ts';
import type { Message } from '../diagnostics/message.ts';
import { shorten } from '../characters/shorten.ts';
import { appendAll } from '../lists/append-all.ts';
import { reportRule } from './rules.ts';
import type { DateOrder } from '../document/read-date.ts';
import { compareCodePoints } from '../files/compare-code-points.ts';
import { sha256Of } from '../files/digest.ts';
import { pathInside } from '../files/inside.ts';
import { isMissing } from '../files/missing.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { copyImages, type CopiedImage } from './copy-images.ts';
import type { InputFacts, InputFile, InputRecord, InputSpan } from './input/input-record.ts';
import { createNames, nameOf } from './name-posts.ts';
import { readInput } from './read-input.ts';
import type { IntakeFailure, IntakeReport, IntakeRow } from './intake-report.ts';
import { writeIntakeReport } from './write-intake-report.ts';
import { writePost, type PostSource } from './write-post.ts';

/** What a run takes in, and where it puts the posts. */
export interface IntakeOptions {
  readonly inputs: readonly InputFile[];
  /** The folder for the posts. */
  readonly out: string;
  readonly cwd: string;
  readonly agency?: string | undefined;
  readonly lang?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly encoding?: string | undefined;
  /** Whether the input is copied beside its post, to `captures/`; else the post only names it. */
  readonly copies: boolean;
  /** Writes nothing. */
  readonly dryRun: boolean;
  /** Overwrites posts that are there. */
  readonly force: boolean;
  /** Most bytes of one input, and of one picture. */
  readonly inputBytes: number;
  readonly imageBytes: number;
  /** Whether rows keep the text of their inputs and its spans. */
  readonly accounts: boolean;
  /** Writes a file whole or not at all; its folder is made where it is missing. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

/**
 * Makes a post of each input, in the order of their paths, and `intake-report.csv` beside the posts; tells what became of
 * every input. An input that cannot be read stops none of the others.
 *
 * @throws ResourceError where something cannot be written, or what it would overwrite cannot be read.
 */
export async function runIntake(options: IntakeOptions): Promise<IntakeReport> {
  const run: Run = {
    options,
    names: createNames(),
    made: new Map(),
    said: new Map(),
    messages: [],
    failures: [],
  };
  const isCopy = ({ absolutePath }: InputFile): number =>
    pathInside(join(options.out, 'captures'), absolutePath) === undefined ? 0 : 1;
  // What an earlier run copied is a duplicate of what it copied.
  const inputs = options.inputs.toSorted(
    (one, other) => isCopy(one) - isCopy(other) || compareCodePoints(one.file, other.file),
  );
  const rows: IntakeRow[] = [];
  for (const input of inputs) rows.push(await takeIn(input, run));
  if (!options.dryRun) {
    await options.write(join(options.out, 'intake-report.csv'), Buffer.from(writeIntakeReport(rows)));
  }
  return { rows, messages: run.messages, failures: run.failures };
}

interface Run {
  readonly options: IntakeOptions;
  readonly names: (wanted: string) => string;
  /** Posts by what they say, facts and markup included, whatever input they were made from. */
  readonly made: Map<string, string>;
  /** Posts by the words of their bodies. */
  readonly said: Map<string, string>;
  readonly messages: Message[];
  readonly failures: IntakeFailure[];
}

async function takeIn(input: InputFile, run: Run): Promise<IntakeRow> {
  const { options } = run;
  const skipped = { input: input.file, status: 'skipped' as const };
  const bytes = await readBytes(input, options);
  if ('failure' in bytes) {
    run.failures.push({ input: input.file, reason: bytes.failure });
    return { ...skipped, reasons: [bytes.failure] };
  }
  if ('ruleId' in bytes) {
    run.messages.push(bytes);
    return { ...skipped, reasons: [bytes.reason] };
  }
  const { record, messages, pictures } = await readInput(bytes, { ...options, file: input.file });
  appendAll(run.messages, messages);
  if (!record) return { ...skipped, reasons: reasonsOf(messages) };
  const { facts, stream, spans } = record;
  const known = { input: input.file, facts, ...(options.accounts && { stream, spans }) };
  const wanted = nameOf(facts, stemOf(input));
  const from = { ...options, input, url: facts.url, pictures };
  const copied = await copyImages(record.body, { ...from, name: wanted });
  const written = contentOf(facts, copied.body);
  if (written === undefined) {
    const reason = 'The text holds more signs of one kind side by side than can be written';
    run.messages.push(reportRule('file-too-large', { reason, file: input.file }));
    return { ...skipped, reasons: [reason] };
  }
  const content = digest(written, copied.images);
  const twin = run.made.get(content);
  if (twin !== undefined) {
    return { ...known, status: 'duplicate', post: twin, reasons: [`duplicate of ${twin}`] };
  }
  const name = run.names(wanted);
  const { body, images, missing } =
    name === wanted ? copied : await copyImages(record.body, { ...from, name });
  const path = join(options.out, `${name}.md`);
  const post = relative(options.cwd, path).split(sep).join('/');
  run.made.set(content, post);
  const absent = missing.map(({ address, why }) =>
    reportRule('intake-picture-missing', {
      reason: `Picture “${shorten(address, 200)}” not copied: ${why}`,
      file: input.file,
    }),
  );
  appendAll(run.messages, absent);
  const more = sameWords(record, { post, input, run });
  const reasons = reasonsOf([...messages, ...absent, ...more]);
  const source = sourceOf(input, name, options);
  const text = writePost(facts, body, { ...source, sha256: sha256Of(bytes) });
  const files = [
    ...images.map(({ bytes: of, to }) => ({ to, of })),
    ...(source.original === undefined ? [] : [{ to: source.file, of: bytes }]),
    { to: `${name}.md`, of: Buffer.from(text) },
  ];
  const there = options.force ? undefined : await existing(files, options.out);
  if (there !== undefined) return { ...known, status: 'skipped', post, reasons: [there, ...reasons] };
  if (!options.dryRun) {
    for (const { to, of } of files) await options.write(join(options.out, to), of);
  }
  const asked = [...messages, ...absent].filter(({ severity }) => severity !== 'info');
  return { ...known, status: asked.length > 0 ? 'needs attention' : 'written', post, reasons };
}

/** Where the post finds what it was made from: an input that lies among the posts is not copied. */
function sourceOf(
  input: InputFile,
  name: string,
  { copies, out }: IntakeOptions,
): Omit<PostSource, 'sha256'> {
  const among = pathInside(out, input.absolutePath);
  if (among !== undefined) return { file: among };
  if (!copies) return { file: input.path };
  const ending = /(?:\.warc)?\.[a-z0-9]{1,8}$/iu.exec(input.path)?.[0].toLowerCase() ?? '';
  return { file: `captures/${name}${ending}`, original: input.path };
}

/** What a post says, whatever it was made from; `undefined` where its text exhausts the stack of the writer. */
function contentOf(facts: InputFacts, body: InputRecord['body']): string | undefined {
  try {
    return writePost(facts, body, { file: '', sha256: '' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function stemOf({ path }: InputFile): string {
  return (path.split('/').at(-1) ?? '').replace(/\.(?:txt|x?html?|warc(?:\.gz)?)$/iu, '');
}

/** Another post with the same words but other facts or markup is no duplicate; it is only told. */
function sameWords(
  { stream, spans }: InputRecord,
  { post, input, run }: { readonly post: string; readonly input: InputFile; readonly run: Run },
): readonly Message[] {
  const words = sha256Of(bodyWords(stream, spans));
  const other = run.said.get(words);
  if (other === undefined) {
    run.said.set(words, post);
    return [];
  }
  const reason = `The words are those of ${other}, with other facts or markup`;
  const message = reportRule('intake-suspect', { reason, file: input.file });
  run.messages.push(message);
  return [message];
}

function digest(text: string, images: readonly CopiedImage[]): string {
  return sha256Of([text, ...images.map(({ bytes }) => sha256Of(bytes))].join(''));
}

async function readBytes(
  input: InputFile,
  { inputBytes }: Pick<IntakeOptions, 'inputBytes'>,
): Promise<Uint8Array | Message | { readonly failure: string }> {
  const { file, absolutePath } = input;
  try {
    const status = await stat(absolutePath);
    if (!status.isFile()) return { failure: `Cannot read ${file}: it is no file` };
    if (status.size <= inputBytes) return await readRegularFile(absolutePath);
    return reportRule('file-too-large', {
      reason: `The file has ${status.size} bytes, more than ${inputBytes}`,
      file,
    });
  } catch (error) {
    return { failure: `Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Why a post may not be written: it is there already, or a picture of its name is. What is there and unreadable is thrown. */
async function existing(
  files: readonly { readonly to: string; readonly of: Uint8Array }[],
  out: string,
): Promise<string | undefined> {
  let isSame = false;
  for (const { to, of } of files) {
    const path = join(out, to);
    // Where the folder of the posts is a file, that it cannot be written is what to tell.
    const bytes = (await isMissing(path)) ? undefined : await readIfThere(path);
    if (bytes !== undefined && !bytes.equals(of)) return `${to} is there already; see --force`;
    isSame = bytes !== undefined;
  }
  return isSame ? 'is there already, the same' : undefined;
}

function bodyWords(stream: string, spans: readonly InputSpan[]): string {
  const words = spans.filter(({ use }) => use === 'body').map(({ start, end }) => stream.slice(start, end));
  return words.join(' ').replace(/\s+/gu, ' ').trim();
}

function reasonsOf(messages: readonly Message[]): readonly string[] {
  return messages.map(({ place, reason }) => `${place ? `line ${place.start.line}: ` : ''}${reason}`);
}
