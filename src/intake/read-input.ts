import { franc } from 'franc-min';
import type { Nodes } from 'mdast';
import type { Message } from '../diagnostics/message.ts';
import { reportRule } from '../diagnostics/report-rule.ts';
import type { DateOrder } from '../document/read-date.ts';
import { decodeInput, declaredEncoding, findMojibake } from './decode-input.ts';
import type { InputFacts, InputRecord } from './input-record.ts';
import { readFlatText } from './read-flat-text.ts';
import { readHtml } from './read-html.ts';
import { readWarc } from './read-warc.ts';

export interface ReadInputSettings {
  /** The input as the user named it, for messages. */
  readonly file: string;
  readonly dateOrder?: DateOrder | undefined;
  /** The encoding of inputs that have no byte order mark, whatever they declare. */
  readonly encoding?: string | undefined;
  /** For inputs that declare none. */
  readonly lang?: string | undefined;
  readonly agency?: string | undefined;
}

/** What could be understood of an input; `record` is absent where there is no text to make a post of. */
export interface ReadInput {
  readonly record?: InputRecord;
  readonly messages: readonly Message[];
}

/** Reads one input by what its bytes are: a capture, a page of HTML, or flat text. */
export async function readInput(bytes: Uint8Array, settings: ReadInputSettings): Promise<ReadInput> {
  const { file } = settings;
  if (!isCapture(bytes)) return decodeAndRead(bytes, settings, {});
  const capture = await readWarc(bytes, { file });
  if ('messages' in capture) return { messages: capture.messages };
  return decodeAndRead(capture.html, settings, capture);
}

function isCapture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  return head === 'WARC/' || (bytes[0] === 0x1f && bytes[1] === 0x8b);
}

/** As large as a post may be that is built: a larger one could not be published. */
const mostCharacters = 10_000_000;

interface Known {
  readonly url?: string;
  readonly captured?: InputFacts['captured'];
  readonly charset?: string;
}

function decodeAndRead(bytes: Uint8Array, settings: ReadInputSettings, known: Known): ReadInput {
  const { file } = settings;
  const declared = settings.encoding ?? known.charset ?? declaredEncoding(bytes);
  const decoded = decodeInput(bytes, { declared });
  if ('problem' in decoded) {
    return { messages: [reportRule('intake-encoding', { reason: decoded.problem, file })] };
  }
  const { text } = decoded;
  if (text.length > mostCharacters) {
    const reason = `The text has ${text.length} characters, more than ${mostCharacters}`;
    return { messages: [reportRule('file-too-large', { reason, file })] };
  }
  const isHtml = /^\s*(?:<!doctype html|<html|<!--|<[a-z][a-z0-9]*[\s>])/iu.test(text.slice(0, 2000));
  const options = { file, ...(settings.dateOrder && { dateOrder: settings.dateOrder }) };
  const record = isHtml
    ? readHtml(text, {
        ...options,
        ...(known.url !== undefined && { url: known.url }),
        ...(known.captured && { captured: known.captured }),
      })
    : readFlatText(text, options);
  return judge(record, text, settings);
}

function judge(record: InputRecord, text: string, settings: ReadInputSettings): ReadInput {
  const { file } = settings;
  const messages: Message[] = [...record.messages];
  const broken = findMojibake(text);
  if (broken) {
    const reason = `${broken.count} places look like text decoded wrongly, the first in line ${broken.line}`;
    messages.push(reportRule('intake-mojibake', { reason, file }));
  }
  if (!hasWords(record.body)) {
    messages.push(reportRule('intake-no-body', { reason: 'No text to make a post of', file }));
    return { messages };
  }
  const facts: InputFacts = {
    ...(settings.lang !== undefined && { lang: settings.lang }),
    ...(settings.agency !== undefined && { agency: settings.agency }),
    ...record.facts,
  };
  messages.push(...missing(facts, record, file), ...boldParagraphs(record, file));
  return { record: { ...record, facts, messages }, messages };
}

function hasWords(node: Nodes): boolean {
  if ('value' in node) return /[^\s\u00A0]/u.test(node.value);
  return 'children' in node && node.children.some(hasWords);
}

function missing(facts: InputFacts, record: InputRecord, file: string): readonly Message[] {
  const absent = (['title', 'released', 'lang'] as const).filter((key) => facts[key] === undefined);
  const messages = absent.map((key) =>
    reportRule('intake-fact-missing', { reason: `The input says no \`${key}\``, file }),
  );
  if (facts.url === undefined) {
    messages.push(reportRule('intake-url-missing', { reason: 'The input says no `source.url`', file }));
  }
  if (facts.lang === undefined) {
    const guess = franc(record.stream.slice(0, 5000));
    const reason = `The text looks like “${new Intl.Locale(guess).language}”`;
    if (guess !== 'und') messages.push(reportRule('intake-suspect', { reason, file }));
  }
  return messages;
}

function boldParagraphs(record: InputRecord, file: string): readonly Message[] {
  const bold = record.body.children.filter(
    (node) => node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong',
  );
  if (bold.length === 0) return [];
  const reason = `${bold.length} bold ${bold.length === 1 ? 'paragraph looks' : 'paragraphs look'} like headings`;
  return [reportRule('intake-suspect', { reason, file })];
}
