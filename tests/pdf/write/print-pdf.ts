import { openPdf } from '../../../src/readback/open-pdf.ts';
import { decodeTextString, nameOf, type PdfValue } from '../../../src/readback/pdf-value.ts';

/** Where a file stops being ours: programs of fonts, profiles and pictures. */
const foreign = /^(?:FontFile2|CIDToGIDMap|DestOutputProfile|SMask)$/u;

/**
 * Every object that the trailer leads to, one a line, with streams below them: what is drawn and said, for a golden text. Objects are
 * numbered as they are met, so that a change of their order in the file is none here.
 *
 * @param only Keys of the catalog to follow; all where absent.
 */
export function printPdf(bytes: Uint8Array, only?: readonly string[]): string {
  const file = openPdf(bytes);
  const numbers = new Map<number, number>();
  const waiting: PdfValue[] = [];
  const print = (value: PdfValue, keep: readonly string[] | undefined = undefined): string => {
    switch (value.type) {
      case 'reference': {
        const known = numbers.get(value.number);
        const number = known ?? numbers.size + 1;
        if (known === undefined) {
          numbers.set(value.number, number);
          waiting.push(value);
        }
        return `#${number}`;
      }
      case 'array':
        return `[${value.items.map((item) => print(item)).join(' ')}]`;
      case 'dictionary':
      case 'stream':
        return `<<${[...value.entries]
          .filter(([key]) => key !== 'Length' && (keep === undefined || keep.includes(key)))
          .map(([key, entry]) => `/${key} ${foreign.test(key) ? '…' : print(entry)}`)
          .join(' ')}>>`;
      case 'name':
        return `/${value.value}`;
      case 'string':
        return JSON.stringify(decodeTextString(value.bytes));
      case 'number':
      case 'boolean':
      case 'operator':
        return String(value.value);
      case 'null':
        return 'null';
    }
  };
  const root = file.resolve(file.trailer.get('Root')) ?? { type: 'null' };
  const lines = [`catalog ${print(root, only)}`];
  const info = file.trailer.get('Info');
  if (info !== undefined) lines.push(`info ${print(info)}`);
  for (const [index, reference] of grown(waiting)) {
    const value = file.resolve(reference) ?? { type: 'null' };
    lines.push(`#${index + 1} ${print(value)}`);
    if (value.type !== 'stream' || nameOf(value.entries.get('Subtype')) === 'Image') continue;
    const text = Buffer.from(file.streamBytes(value) ?? []).toString('latin1');
    lines.push(
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => `    ${line}`),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The items of a list, with those that come to it meanwhile. */
function* grown<T>(list: readonly T[]): Generator<readonly [number, T]> {
  for (let index = 0; ; index += 1) {
    const item = list[index];
    if (item === undefined) return;
    yield [index, item];
  }
}
