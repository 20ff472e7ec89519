import { openFileSource, type OpenSource } from '../captures/byte-source.ts';
import { openCapture } from '../captures/open-capture.ts';
import { isPdf, readPdf } from '../captures/pdf/read-pdf.ts';
import type { Capture } from '../captures/resource.ts';
import { CaptureFlaw } from '../captures/unpack.ts';
import type { Message } from '../diagnostics/message.ts';
import type { InputFile } from './input/input-record.ts';
import type { IntakeRow, TakenFile } from './intake-report.ts';
import type { IntakeRun } from './intake-run.ts';
import { findPageSource } from './page-source.ts';
import { pdfToHtml } from './pdf/pdf-to-html.ts';
import { readInput, type ReadInput, type ReadInputSettings } from './read-input.ts';
import { reportRule, type IntakeRuleId } from './rules.ts';
import { takePage } from './take-page.ts';
import { takeSite } from './take-site.ts';

/** Makes posts of what a file holds: of a text or a page one, of a capture one of each page. */
export async function takeFile(input: InputFile, run: IntakeRun): Promise<TakenFile> {
  const source = await openInput(input);
  if (typeof source === 'string') {
    run.failures.push({ input: input.file, reason: source });
    return skipped(input, source);
  }
  try {
    const capture = await openCapture(source);
    try {
      if (capture.kind !== 'file') return await takeSite(input, { capture, size: source.size, run });
      return await takeWhole(input, { capture, size: source.size, run });
    } finally {
      await capture.close();
    }
  } catch (error) {
    if (!(error instanceof CaptureFlaw)) throw error;
    return refused(input, { ruleId: 'intake-input-invalid', reason: error.message, run });
  }
}

function skipped({ file }: InputFile, reason: string): TakenFile {
  return { rows: [{ input: file, status: 'skipped', reasons: [reason] }], addresses: [] };
}

function refused(
  input: InputFile,
  {
    ruleId,
    reason,
    run,
  }: { readonly ruleId: IntakeRuleId; readonly reason: string; readonly run: IntakeRun },
): TakenFile {
  run.messages.push(reportRule(ruleId, { reason, file: input.file }));
  return skipped(input, reason);
}

/** The file, or why it cannot be read. */
async function openInput({ file, absolutePath }: InputFile): Promise<OpenSource | string> {
  try {
    return await openFileSource(absolutePath);
  } catch (error) {
    return `Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A file that is no capture: a text or a page. */
async function takeWhole(
  input: InputFile,
  { capture, size, run }: { readonly capture: Capture; readonly size: number; readonly run: IntakeRun },
): Promise<TakenFile> {
  const { inputBytes } = run.options;
  if (/\.warc(?:\.gz)?$/iu.test(input.path))
    throw new CaptureFlaw('The file does not begin with a WARC record');
  if (size > inputBytes) {
    const reason = `The file has ${size} bytes, more than ${inputBytes}`;
    return refused(input, { ruleId: 'file-too-large', reason, run });
  }
  const rows: IntakeRow[] = [];
  for await (const { body } of capture.resources) {
    const read = await readWhole(await body(inputBytes), { ...run.options, file: input.file });
    rows.push(await takePage({ input, read, source: () => findPageSource(input, run.options) }, run));
  }
  return { rows, addresses: [] };
}

async function readWhole(bytes: Uint8Array, settings: ReadInputSettings): Promise<ReadInput> {
  if (!isPdf(bytes)) return readInput(bytes, settings);
  const { html, leftOut, repaired } = pdfToHtml(await readPdf(bytes));
  const { file } = settings;
  const read = readInput(Buffer.from(html), settings, { isHtml: true, charset: 'utf-8' });
  const told = [
    ...leftOut.map((reason) => reportRule('intake-left-out', { reason, file })),
    ...repaired.map((reason) => reportRule('intake-repaired', { reason, file })),
  ];
  // Lines of what was made of the pages are lines of no file.
  const messages = [...told, ...read.messages.map(withoutPlace)];
  return { ...read, messages };
}

function withoutPlace(message: Message): Message {
  const copy: { -readonly [Key in keyof Message]: Message[Key] } = { ...message };
  delete copy.place;
  return copy;
}
