import { nearWord } from '../../characters/near-word.ts';
import { frontMatterSchema } from './front-matter-schema.ts';

/** Keys that sites, generators and editors have for facts of their own, though a key of ours is a letter or two away. */
const ofOthers: ReadonlySet<string> = new Set(
  (
    'alias archive archives auth author_id contributor coverage covers data dates hold languages locales outdated publish publisher pubdate records related ' +
    'release releases sources start subject tag unpublishdate update updates'
  ).split(' '),
);

/** The key of front matter that an unknown one was most likely meant to be; `undefined` where that stands there too. */
export function keyMeant(unknown: string, present: ReadonlySet<string>): string | undefined {
  if (ofOthers.has(unknown)) return undefined;
  const meant = nearWord(unknown, Object.keys(frontMatterSchema.entries));
  return meant === undefined || present.has(meant) ? undefined : meant;
}
