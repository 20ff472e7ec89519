import GithubSlugger from 'github-slugger';
import { formatPlainDate } from '../document/plain-date.ts';
import { freeNames } from '../lists/free-names.ts';
import type { InputFacts } from './input/input-record.ts';

const longestSlug = 80;

/**
 * The file name of a post without its extension: `<released>-<slug>` of its title, without the day where none is known; where it has no
 * title, the name of the input is the slug.
 */
export function nameOf(facts: InputFacts, inputStem: string): string {
  const { released, title } = facts;
  const stem = slugOf(title ?? inputStem);
  if (released === undefined) return stem;
  const date = formatPlainDate(released);
  return title === undefined && stem.startsWith(date) ? stem : `${date}-${stem}`;
}

/** Gives each name once, whatever the case of its letters: a second one gets `-2`. */
export function createNames(): (wanted: string) => string {
  return freeNames({
    taken: new Set(),
    firstNumber: 2,
    numbered: (name, number) => `${name}-${number}`,
    keyOf: (name) => name.toLowerCase(),
  });
}

/** Words of at most 80 characters, cut between words. */
function slugOf(text: string): string {
  const slug = new GithubSlugger()
    .slug(text.normalize('NFC'))
    .replace(/-{2,}/gu, '-')
    .replace(/^[-.]+|(?<![-.])[-.]+$/gu, '');
  if (slug.length <= longestSlug) return slug || 'post';
  const cut = slug.slice(0, longestSlug + 1);
  const space = cut.lastIndexOf('-');
  return (space > 0 ? cut.slice(0, space) : slug.slice(0, longestSlug)) || 'post';
}
