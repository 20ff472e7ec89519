import { formFault } from './check-form.ts';
import type { PdfFile } from './open-pdf.ts';
import { parsePdfValues } from './parse-pdf-values.ts';
import { nameOf, numberOf, decodedText, type PdfValue } from './pdf-value.ts';
import { codeOf, readToUnicode, type ToUnicode } from './read-to-unicode.ts';

/** What one page draws, sorted by its marked content (ISO 32000-1 §14.6). */
export interface PageText {
  /** The characters of each marked-content sequence, by MCID. */
  readonly marked: ReadonlyMap<number, string>;
  readonly artifactText: string;
  /** What breaks the rule that everything drawn lies in one MCID or in one artifact (ISO 14289-1 §7.1). */
  readonly problems: readonly string[];
}

/** The fonts of a whole file, read once. */
export type FontCache = Map<PdfValue, ToUnicode | undefined>;

interface Sequence {
  readonly mcid: number | undefined;
  readonly artifact: boolean;
  readonly replaced: boolean;
}

interface State {
  readonly file: PdfFile;
  readonly resources: ReadonlyMap<string, PdfValue> | undefined;
  readonly fonts: FontCache;
  readonly sequences: Sequence[];
  readonly savedFonts: (ToUnicode | undefined)[];
  font: ToUnicode | undefined;
  readonly marked: Map<number, string>;
  artifactText: string;
  stray: string;
  strayPaint: number;
  readonly problems: Set<string>;
}

/** Reads the content streams of one page; `fonts` is shared by the pages of a file. */
export function readPageText(file: PdfFile, page: PdfValue, fonts: FontCache): PageText {
  const entries = file.entries(page);
  const state: State = {
    file,
    resources: file.entries(inherited(file, page, 'Resources')),
    fonts,
    sequences: [],
    savedFonts: [],
    font: undefined,
    marked: new Map(),
    artifactText: '',
    stray: '',
    strayPaint: 0,
    problems: new Set(),
  };
  interpret(state, contentBytes(file, entries?.get('Contents')));
  if (state.sequences.length > 0) state.problems.add(`${state.sequences.length} BDC without EMC`);
  if (state.stray !== '')
    state.problems.add(`text outside marked content and artifacts: ${JSON.stringify(state.stray)}`);
  if (state.strayPaint > 0)
    state.problems.add(`${state.strayPaint} drawings outside marked content and artifacts`);
  return { marked: state.marked, artifactText: state.artifactText, problems: [...state.problems] };
}

function inherited(file: PdfFile, page: PdfValue, key: string): PdfValue | undefined {
  const seen = new Set<ReadonlyMap<string, PdfValue>>();
  let entries = file.entries(page);
  while (entries && !seen.has(entries)) {
    const value = entries.get(key);
    if (value) return value;
    seen.add(entries);
    entries = file.entries(entries.get('Parent'));
  }
  return undefined;
}

function contentBytes(file: PdfFile, contents: PdfValue | undefined): Uint8Array {
  const parts = (file.items(contents) ?? [contents]).map(
    (item) => file.streamBytes(item) ?? new Uint8Array(),
  );
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0)).fill(0x0a);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length + 1;
  }
  return joined;
}

function interpret(state: State, bytes: Uint8Array): void {
  const parser = parsePdfValues(bytes);
  let operands: PdfValue[] = [];
  for (let value = parser.next(); value !== undefined; value = parser.next()) {
    if (value.type === 'operator') {
      noteFalseNumber(state, value.value);
      operators[value.value]?.(state, operands);
      operands = [];
    } else operands.push(value);
  }
}

/** No operator begins as a number does: numbers run together ("1-2") are one number to some programs, and two to others. */
function noteFalseNumber(state: State, word: string): void {
  if (/^[-+.\d]/u.test(word)) state.problems.add(`"${word}" is no number`);
}

type Operator = (state: State, operands: readonly PdfValue[]) => void;

const paint: Operator = (state) => {
  const { mcid, artifact } = current(state);
  if (mcid === undefined && !artifact) state.strayPaint += 1;
};

const show: Operator = (state, operands) => {
  for (const operand of operands) {
    if (operand.type === 'string') showString(state, operand.bytes);
    if (operand.type === 'array') show(state, operand.items);
    if (operand.type === 'operator') noteFalseNumber(state, operand.value);
  }
};

const operators: Readonly<Record<string, Operator>> = {
  BDC: beginSequence,
  BMC: beginSequence,
  EMC: (state) => {
    if (!state.sequences.pop()) state.problems.add('EMC without BDC');
  },
  q: (state) => void state.savedFonts.push(state.font),
  Q: (state) => {
    state.font = state.savedFonts.pop();
  },
  Tf: (state, [name]) => {
    state.font = findFont(state, nameOf(name));
  },
  Tj: show,
  TJ: show,
  "'": show,
  '"': show,
  Do: (state, [name]) => {
    const objects = state.file.entries(state.resources?.get('XObject'));
    const fault = formFault(state.file, objects?.get(nameOf(name) ?? ''));
    if (fault !== undefined) state.problems.add(`XObject ${nameOf(name) ?? '?'} was not read: ${fault}`);
    paint(state, []);
  },
  BI: (state) => void state.problems.add('an inline image was not read'),
  ...Object.fromEntries(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh'].map((name) => [name, paint])),
};

function findFont(state: State, name: string | undefined): ToUnicode | undefined {
  const dictionary = state.file.resolve(state.file.entries(state.resources?.get('Font'))?.get(name ?? ''));
  if (!dictionary) {
    state.problems.add(`font ${name ?? '?'} is missing`);
    return undefined;
  }
  if (!state.fonts.has(dictionary)) {
    const bytes = state.file.streamBytes(state.file.entries(dictionary)?.get('ToUnicode'));
    state.fonts.set(dictionary, bytes && readToUnicode(bytes));
  }
  const font = state.fonts.get(dictionary);
  if (!font) state.problems.add(`font ${name ?? '?'} has no ToUnicode`);
  for (const fault of font?.faults ?? []) state.problems.add(`font ${name ?? '?'}: ${fault}`);
  return font;
}

function beginSequence(state: State, operands: readonly PdfValue[]): void {
  const [tag, properties] = operands;
  const named = state.file.entries(state.resources?.get('Properties'))?.get(nameOf(properties) ?? '');
  const entries = state.file.entries(named ?? properties);
  const outer = current(state);
  const mcid = numberOf(entries?.get('MCID'));
  const artifact = nameOf(tag) === 'Artifact';
  if (mcid !== undefined) openMcid(state, mcid, outer);
  if (artifact && outer.mcid !== undefined) state.problems.add(`an artifact inside MCID ${outer.mcid}`);
  const actualText = decodedText(entries?.get('ActualText'));
  state.sequences.push({
    mcid: mcid ?? outer.mcid,
    artifact: artifact || outer.artifact,
    replaced: outer.replaced || actualText !== undefined,
  });
  // The text of the replaced glyphs is dropped in `showString` (ISO 32000-1 §14.9.4).
  if (actualText !== undefined && !outer.replaced) emit(state, actualText);
}

function openMcid(state: State, mcid: number, outer: Sequence): void {
  if (outer.mcid !== undefined) state.problems.add(`MCID ${mcid} inside MCID ${outer.mcid}`);
  if (outer.artifact) state.problems.add(`MCID ${mcid} inside an artifact`);
  if (state.marked.has(mcid)) state.problems.add(`MCID ${mcid} marks two sequences`);
  else state.marked.set(mcid, '');
}

function current(state: State): Sequence {
  return state.sequences.at(-1) ?? { mcid: undefined, artifact: false, replaced: false };
}

function emit(state: State, text: string): void {
  const { mcid, artifact } = current(state);
  if (artifact) state.artifactText += text;
  else if (mcid !== undefined) state.marked.set(mcid, (state.marked.get(mcid) ?? '') + text);
  else state.stray += text;
}

function showString(state: State, bytes: Uint8Array): void {
  if (current(state).replaced) return;
  const length = state.font?.codeLength ?? 1;
  let text = '';
  for (let at = 0; at < bytes.length; at += length) {
    const code = codeOf(bytes.subarray(at, at + length));
    const characters = state.font?.characters.get(code);
    if (characters === undefined) state.problems.add(`code ${code.toString(16)} has no character`);
    text += characters ?? '\u{FFFD}';
  }
  emit(state, text);
}
