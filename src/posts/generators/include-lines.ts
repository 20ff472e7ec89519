type Named = Readonly<Record<string, string>>;

/** Options that say which lines of a file a directive includes. */
export const lineOptions: readonly string[] = [
  'lines',
  'start-at',
  'start-after',
  'start-line',
  'end-at',
  'end-before',
  'end-line',
];

/** The lines of a file that the options of `include` and `literalinclude` ask for; `undefined` where they ask for what is not there. */
export function includedLines(text: string, named: Named): string | undefined {
  const all = text
    .replace(/^\uFEFF/u, '')
    .replace(/(?:\r\n?|\n)$/u, '')
    .split(/\r\n?|\n/u);
  const numbers = named['lines'] === undefined ? undefined : readNumbers(named['lines'], all.length);
  if (named['lines'] !== undefined && numbers === undefined) return undefined;
  let from = numberOf(named['start-line']) ?? 0;
  let to = Math.min(all.length, numberOf(named['end-line']) ?? all.length);
  const find = (words: string | undefined, behind: number): number | undefined =>
    words === undefined ? undefined : all.findIndex((line, index) => index >= behind && line.includes(words));
  const start = find(named['start-at'] ?? named['start-after'], from);
  if (start !== undefined) from = start + (named['start-at'] === undefined ? 1 : 0);
  const end = start === -1 ? undefined : find(named['end-at'] ?? named['end-before'], from);
  if (end !== undefined) to = end + (named['end-at'] === undefined ? 0 : 1);
  if (start === -1 || end === -1) return undefined;
  const kept = all.slice(from, to);
  return (numbers === undefined ? kept : numbers.flatMap((number) => kept[number - 1] ?? [])).join('\n');
}

function numberOf(option: string | undefined): number | undefined {
  return /^\d{1,6}$/u.test(option ?? '') ? Number(option) : undefined;
}

/** The numbers of `1,3-5,8-`, in the order in which they are written, none more often than there are lines. */
function readNumbers(option: string, count: number): readonly number[] | undefined {
  const numbers: number[] = [];
  for (const part of option.split(',')) {
    const [all, first = '', dash, last] = /^(\d{1,6})?(-(\d{1,6})?)?$/u.exec(part.replace(/\s+/gu, '')) ?? [];
    if (all === undefined || (first === '' && last === undefined)) return undefined;
    const from = first === '' ? 1 : Number(first);
    const to = dash === undefined ? from : last === undefined ? count : Math.min(count, Number(last));
    for (let number = from; number <= to && numbers.length <= count; number += 1) numbers.push(number);
  }
  return numbers;
}
