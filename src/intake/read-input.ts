import { franc } from 'franc-min';
import type { Nodes } from 'mdast';
import type { Message } from '../diagnostics/message.ts';
import { reportRule, type IntakeRuleId } from './rules.ts';
import type { DateOrder } from '../document/read-date.ts';
import { decodeInput, declaredEncoding, findMojibake, withoutControls } from './input/decode-input.ts';
import type { InputFacts, InputRecord } from './input/input-record.ts';
import { readFlatText } from './flat/read-flat-text.ts';
import type { IsRepeated } from './html/repeated-blocks.ts';
import { readHtml } from './html/read-html.ts';
import { appendAll } from '../lists/append-all.ts';
import { holdsEndlessRun } from './endless-run.ts';
import { implausibleDates } from './implausible-dates.ts';

/** What is known of an input beside its bytes. */
export interface ReadInputSettings {
  /** The input as the user named it, for messages. */
  readonly file: string;
  readonly dateOrder?: DateOrder | undefined;
  /** The encoding of inputs that have no byte order mark and declare none, or not theirs. */
  readonly encoding?: string | undefined;
  /** For inputs that declare none. */
  readonly lang?: string | undefined;
  readonly agency?: string | undefined;
  /** What the site of the page repeats. */
  readonly isRepeated?: IsRepeated | undefined;
}

/** What could be understood of an input; `record` is absent where there is no text to make a post of. */
export interface ReadInput {
  readonly record?: InputRecord;
  readonly messages: readonly Message[];
}

/** As large as a post may be that is built: a larger one could not be published. */
const mostCharacters = 10_000_000;

/** What a capture says of a page that it holds. */
export interface KnownOfPage {
  readonly isHtml?: true;
  readonly url?: string;
  readonly captured?: InputFacts['captured'];
  /** Of the Content-Type that the server sent. */
  readonly charset?: string;
}

/** Reads a page of HTML or a flat text, by what its bytes are. */
export function readInput(
  bytes: Uint8Array,
  settings: ReadInputSettings,
  known: KnownOfPage = {},
): ReadInput {
  const { file } = settings;
  const isHtml = known.isHtml ?? isPage(bytes, file);
  const declared = known.charset ?? (isHtml ? declaredEncoding(bytes) : undefined);
  const decoded = decodeInput(bytes, { declared, given: settings.encoding });
  if ('problem' in decoded) {
    return { messages: [reportRule('intake-encoding', { reason: decoded.problem, file })] };
  }
  const { text, ...controls } = withoutControls(decoded.text);
  const length = lengthWithoutPictures(text);
  if (length > mostCharacters) {
    const reason = `The text has ${length} characters, more than ${mostCharacters}`;
    return { messages: [reportRule('file-too-large', { reason, file })] };
  }
  const messages: Message[] = [];
  const tell = (ruleId: IntakeRuleId, reason: string): void => {
    messages.push(reportRule(ruleId, { reason, file }));
  };
  if (decoded.doubt !== undefined) tell('intake-suspect', `Encoding: ${decoded.doubt}`);
  if (controls.count > 0) {
    tell(
      'intake-repaired',
      `${controls.count} control characters left out, the first in line ${controls.line}`,
    );
  }
  const options = { file, ...(settings.dateOrder && { dateOrder: settings.dateOrder }) };
  const record = understood(() =>
    isHtml
      ? readHtml(text, {
          ...options,
          ...(known.url !== undefined && { url: known.url }),
          ...(known.captured && { captured: known.captured }),
          isRepeated: settings.isRepeated,
        })
      : readFlatText(text, options),
  );
  if (record === undefined || holdsEndlessRun(text, isHtml ? record.body : undefined)) {
    tell('file-too-large', 'A word, a line or a run of spaces is too long to be read');
    return { messages };
  }
  const broken = findMojibake(text);
  if (broken) {
    tell(
      'intake-mojibake',
      `${broken.count} places look like text decoded wrongly, the first in line ${broken.line}`,
    );
  }
  return judge({ ...record, messages: [...messages, ...record.messages] }, settings);
}

/** Patterns exhaust the stack of some versions of Node over more than `mostOfOneKind` characters of one kind. */
function understood(read: () => InputRecord): InputRecord | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Pictures that a page holds become files of their own. */
function lengthWithoutPictures(text: string): number {
  if (text.length <= mostCharacters) return text.length;
  let length = text.length;
  for (let at = text.indexOf('data:image/'); at >= 0; at = text.indexOf('data:image/', at)) {
    const start = at;
    while (isDataCharacter(text.charCodeAt(at))) at += 1;
    length -= at - start;
  }
  return length;
}

/** What stands in addresses: printable, and neither a quote nor the end of a tag. */
function isDataCharacter(code: number): boolean {
  return code > 32 && code < 127 && code !== 34 && code !== 39 && code !== 60 && code !== 62;
}

/** By its name, or by its first characters: a page begins with a tag, a comment or a declaration. */
function isPage(bytes: Uint8Array, file: string): boolean {
  if (/\.(?:x?html?)$/iu.test(file)) return true;
  const head = Buffer.from(bytes.subarray(0, 2000)).toString('latin1').replaceAll('\0', '');
  return /^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?\s*(?:<\?xml\s|<!doctype html|<!--|<[a-z][a-z0-9]*[\s>])/iu.test(
    head,
  );
}

function judge(record: InputRecord, settings: ReadInputSettings): ReadInput {
  const { file } = settings;
  const messages: Message[] = [...record.messages];
  if (!hasWords(record.body)) {
    messages.push(reportRule('intake-no-body', { reason: 'No text to make a post of', file }));
    return { messages };
  }
  const facts: InputFacts = {
    ...(settings.lang !== undefined && { lang: settings.lang }),
    ...(settings.agency !== undefined && { agency: settings.agency }),
    ...record.facts,
  };
  appendAll(messages, overruled(record.facts, settings));
  appendAll(messages, missing(facts, record, file));
  appendAll(messages, implausibleDates(facts, file));
  return { record: { ...record, facts, messages }, messages };
}

/** What the input declares stands against what the user gave for inputs that declare nothing. */
function overruled(declared: InputFacts, settings: ReadInputSettings): readonly Message[] {
  return (['lang', 'agency'] as const).flatMap((key) => {
    const [own, given] = [declared[key], settings[key]];
    if (own === undefined || given === undefined || isSame(own, given)) return [];
    const reason = `The input says \`${key}: ${own}\`, --${key} “${given}”`;
    return [reportRule('intake-disagreement', { reason, file: settings.file })];
  });
}

/** `en` and `en-US` do not disagree. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()];
  return first === second || first.startsWith(`${second}-`) || second.startsWith(`${first}-`);
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
  const others = (['byline', 'updated', 'agency', 'archived'] as const).filter(
    (key) => facts[key] === undefined,
  );
  if (others.length > 0) {
    const reason = `The input says no ${others.map((key) => `\`${key}\``).join(', ')}`;
    messages.push(reportRule('intake-fact-absent', { reason, file }));
  }
  if (facts.lang === undefined) {
    const guess = franc(record.stream.slice(0, 5000));
    const reason = `The text looks like “${new Intl.Locale(guess).language}”`;
    if (guess !== 'und') messages.push(reportRule('intake-suspect', { reason, file }));
  }
  return messages;
}
