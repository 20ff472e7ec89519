import { shorten } from '../characters/shorten.ts';
import type { ModelTags } from './model-tags.ts';

/** Units of UTF-16 of words that a message shows. */
const mostShown = 80;

/** A value as messages show it. */
export function quoted(value: string | undefined): string {
  return value === undefined ? 'nothing' : `“${shorten(value, mostShown)}”`;
}

/** The first of two lists' values that differs, in words. */
export function compareLists(
  what: string,
  expected: readonly (string | undefined)[],
  actual: readonly (string | undefined)[],
): string | undefined {
  for (let index = 0; index < Math.max(expected.length, actual.length); index += 1) {
    if (index >= expected.length || index >= actual.length)
      return `it has ${actual.length} × ${what} and not ${expected.length}`;
    const [wanted, found] = [expected[index], actual[index]];
    if (wanted !== found) return `${what} ${index + 1} is ${quoted(found)} and not ${quoted(wanted)}`;
  }
  return undefined;
}

/** What the tags of either format say beside words. */
type Beside = Pick<ModelTags, 'alternatives' | 'expansions' | 'cells'>;

/** The first of what both formats say beside words that differs, in words. */
export function compareBeside(expected: Beside, actual: Beside): string | undefined {
  return (
    compareLists('alternative text', expected.alternatives, actual.alternatives) ??
    compareLists('expansion', expected.expansions, actual.expansions) ??
    compareLists('cell', expected.cells, actual.cells)
  );
}

type Words = readonly { readonly text: string; readonly lang: string | undefined }[];

/** The first words that are in another language; the words are the same, so that only where it changes is looked at. */
export function compareLanguages(expected: Words, actual: Words): string | undefined {
  const [wanted, found] = [expected, actual].map(runsOf);
  for (const [index, run] of (wanted ?? []).entries()) {
    const other = found?.[index];
    if (other?.lang !== run.lang)
      return `${quoted(other?.text)} is in ${quoted(other?.lang)} and not in ${quoted(run.lang)}`;
    if (other?.text.length !== run.text.length)
      return `${quoted(run.text)} is not all in ${quoted(run.lang)}, or what stands beside it is`;
  }
  return undefined;
}

/** Words in one language after each other, without what is not seen. */
function runsOf(words: Words): Words {
  const runs: { lang: string | undefined; texts: string[] }[] = [];
  for (const { text, lang } of words) {
    const seen = text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '');
    if (seen === '') continue;
    const last = runs.at(-1);
    if (last?.lang === lang) last?.texts.push(seen);
    else runs.push({ lang, texts: [seen] });
  }
  return runs.map(({ lang, texts }) => ({ lang, text: texts.join('') }));
}
