import GithubSlugger from 'github-slugger';
import { formatPlainDate } from '../document/plain-date.ts';
import type { InputFacts } from './input/input-record.ts';

const longestSlug = 80;

/**
 * The file name of a post without its extension: `<released>-<slug>`, where it has no title with the name of the input
 * as slug, and where it has no date that name alone.
 */
export function nameOf(facts: InputFacts, inputStem: string): string {
  const { released, title } = facts;
  const stem = slugOf(inputStem);
  if (released === undefined) return stem;
  const date = formatPlainDate(released);
  if (title === undefined) return stem.startsWith(date) ? stem : `${date}-${stem}`;
  return `${date}-${slugOf(title)}`;
}

/** Gives each name once, whatever the case of its letters: a second one gets `-2`. */
export function createNames(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}-${number}`;
    taken.add(name.toLowerCase());
    return name;
  };
}

/** Words of at most 80 characters, cut between words. */
function slugOf(text: string): string {
  const slug = new GithubSlugger()
    .slug(text.normalize('NFC'))
    .replace(/-{2,}/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '');
  if (slug.length <= longestSlug) return slug || 'post';
  const cut = slug.slice(0, longestSlug + 1);
  const space = cut.lastIndexOf('-');
  return (space > 0 ? cut.slice(0, space) : slug.slice(0, longestSlug)) || 'post';
}
