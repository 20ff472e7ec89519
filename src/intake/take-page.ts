import { join, relative, sep } from 'node:path';
import { shorten } from '../characters/shorten.ts';
import type { Message } from '../diagnostics/message.ts';
import { sha256Of } from '../files/digest.ts';
import { isMissing } from '../files/missing.ts';
import { readIfThere } from '../files/read-if-there.ts';
import { appendAll } from '../lists/append-all.ts';
import { copyImages, type CopiedImage, type CopyImagesFrom } from './copy-images.ts';
import type { InputFacts, InputFile, InputRecord, InputSpan } from './input/input-record.ts';
import type { IntakeRow } from './intake-report.ts';
import type { IntakeRun } from './intake-run.ts';
import { nameOf } from './name-posts.ts';
import { sourceOf, type PageSource } from './page-source.ts';
import type { ReadInput } from './read-input.ts';
import { reportRule } from './rules.ts';
import { writePost } from './write-post.ts';

/** A page or a text that was read. */
export interface PageToTake extends Pick<CopyImagesFrom, 'capturedPicture'> {
  /** The file that it stands in. */
  readonly input: InputFile;
  /** Its address, where the file holds others too. */
  readonly address?: string;
  /** What messages call it, where that is not the file. */
  readonly file?: string;
  readonly read: ReadInput;
  /** What it was made from; asked for when its pictures are known. */
  readonly source: () => Promise<PageSource>;
}

/** Writes the post of a page with its pictures and what it was made from, and tells what became of it. */
export async function takePage(page: PageToTake, run: IntakeRun): Promise<IntakeRow> {
  const { options } = run;
  const { input, address, read, capturedPicture } = page;
  const { record, messages } = read;
  const file = page.file ?? input.file;
  const row = { input: input.file, ...(address !== undefined && { address }) };
  const skipped = { ...row, status: 'skipped' as const };
  appendAll(run.messages, messages);
  if (!record) return { ...skipped, reasons: reasonsOf(messages) };
  const { facts, stream, spans } = record;
  const known = { ...row, facts, ...(options.accounts && { stream, spans }) };
  const wanted = nameOf(facts, stemOf(address ?? input.path));
  const from = { ...options, input, url: facts.url, capturedPicture };
  const copied = await copyImages(record.body, { ...from, name: wanted });
  const written = contentOf(facts, copied.body);
  if (written === undefined) {
    const reason = 'The text holds more signs of one kind side by side than can be written';
    run.messages.push(reportRule('file-too-large', { reason, file }));
    return { ...skipped, reasons: [reason] };
  }
  const content = digest(written, copied.images);
  const twin = run.made.get(content);
  if (twin !== undefined)
    return { ...known, status: 'duplicate', post: twin, reasons: [`duplicate of ${twin}`] };
  const name = run.names(wanted);
  const { body, images, missing, leftOut } =
    name === wanted ? copied : await copyImages(record.body, { ...from, name });
  const post = relative(options.cwd, join(options.out, `${name}.md`))
    .split(sep)
    .join('/');
  run.made.set(content, post);
  for (const { absolutePath } of images)
    if (absolutePath !== undefined && !run.shown.has(absolutePath)) run.shown.set(absolutePath, post);
  const absent = missing.map(({ address: of, why }) =>
    reportRule('intake-picture-missing', {
      reason: `Picture “${shorten(of, 200)}” not copied: ${why}`,
      file,
    }),
  );
  const decoration = leftOut.map((of) =>
    reportRule('intake-left-out', {
      reason: `Decorative picture “${shorten(of, 200)}” left out: it lies elsewhere`,
      file,
    }),
  );
  appendAll(run.messages, [...absent, ...decoration]);
  const reasons = reasonsOf([
    ...messages,
    ...absent,
    ...decoration,
    ...sameWords(record, { post, file, run }),
  ]);
  const source = await page.source();
  const named = sourceOf(input, { ...options, name, source });
  const isCopied = named.original !== undefined && source.bytes !== undefined;
  const files = [
    ...images.map(({ bytes, to }) => ({ to, of: bytes })),
    ...(isCopied ? [{ to: named.file, of: source.bytes }] : []),
    { to: `${name}.md`, of: Buffer.from(writePost(facts, body, named)) },
  ];
  const there = options.force ? undefined : await existing(files, options.out);
  if (there !== undefined) return { ...known, status: 'skipped', post, reasons: [there, ...reasons] };
  if (!options.dryRun) for (const { to, of } of files) await options.write(join(options.out, to), of);
  const asked = [...messages, ...absent].filter(({ severity }) => severity !== 'info');
  return { ...known, status: asked.length > 0 ? 'needs attention' : 'written', post, reasons };
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

/** The last part of a path or an address. */
function stemOf(path: string): string {
  const parts = path.replace(/[?#].*$/su, '').split('/');
  return (parts.findLast((part) => part !== '') ?? '').replace(
    /\.(?:txt|x?html?|mht|mhtml|warc|wacz|pdf)?(?:\.gz)?$/iu,
    '',
  );
}

/** Another post with the same words but other facts or markup is no duplicate; it is only told. */
function sameWords(
  { stream, spans }: InputRecord,
  { post, file, run }: { readonly post: string; readonly file: string; readonly run: IntakeRun },
): readonly Message[] {
  const words = sha256Of(bodyWords(stream, spans));
  const other = run.said.get(words);
  if (other === undefined) {
    run.said.set(words, post);
    return [];
  }
  const reason = `The words are those of ${other}, with other facts or markup`;
  const message = reportRule('intake-suspect', { reason, file });
  run.messages.push(message);
  return [message];
}

function digest(text: string, images: readonly CopiedImage[]): string {
  return sha256Of([text, ...images.map(({ bytes }) => sha256Of(bytes))].join(''));
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
