import { posix } from 'node:path';
import { listNames } from '../../files/list-names.ts';
import { configPath, siteIn, type Site } from '../find-site.ts';
import { generators, type Generator } from '../generator.ts';
import { whyNotRead } from '../read-data.ts';
import { whyHugoNotRead } from '../read-hugo.ts';
import { siteDialect } from '../site-dialect.ts';
import { factsWithin } from './facts-within.ts';
import { listAlone } from './list-alone.ts';
import type { SiteSurvey } from './site-facts.ts';
import { sitesBelow, type SiteBelow } from './sites-below.ts';
import { surveys } from './surveys.ts';

/**
 * Looks at a folder: its names, and its generator's configuration, which where none is in it may lie up to two folders below, as
 * that of a repository's documentation does. @throws ResourceError where it cannot be read.
 */
export async function surveySite(folder: string): Promise<SiteSurvey> {
  const names = new Set((await listNames(folder)) ?? []);
  const here = (await siteIn(folder, names)) ?? (await guessSite(folder, names));
  if (here) return { ...(await surveyOf({ site: here, path: '', names })), others: [] };
  const below = await sitesBelow(folder);
  // `posts` is what a folder for this program has, whatever else lies beside it.
  const [taken, ...others] = names.has('posts') ? [undefined, ...below] : below;
  const survey = taken ?? byContent(folder, names);
  return { ...(survey ? await surveyOf(survey) : plain(names)), others: others.flatMap(named) };
}

type OneSurvey = Omit<SiteSurvey, 'others'>;

function plain(names: ReadonlySet<string>): OneSurvey {
  return { facts: { posts: [names.has('posts') ? 'posts' : '.'] } };
}

async function surveyOf({ site, path, names }: SiteBelow): Promise<OneSurvey> {
  const { title } = generators[site.generator];
  const { isUnread = false, ...read } = (await surveys[site.generator](site, names)) ?? { isUnread: true };
  const facts = { posts: ['.'], dialect: await siteDialect(site), ...read };
  const foundBy = posix.join(path, site.config);
  const { facts: within, outside } = factsWithin(facts, path);
  return {
    generator: title,
    foundBy,
    ...(isUnread && { notRead: await whyNothing(site) }),
    facts: within,
    ...(outside.length > 0 && { outside }),
  };
}

function named(found: SiteBelow | undefined): SiteSurvey['others'] {
  if (!found) return [];
  const { site, path } = found;
  return [
    { generator: generators[site.generator].title, foundBy: posix.join(path, site.config), folder: path },
  ];
}

function whyNothing(site: Site): Promise<string> {
  return site.generator === 'hugo' ? whyHugoNotRead(site) : whyNotRead(configPath(site));
}

/** Where the configuration is not there, names that one generator alone has tell it. */
async function guessSite(folder: string, names: ReadonlySet<string>): Promise<Site | undefined> {
  const list = await listAlone(folder, names);
  if (list) return list;
  return names.has('_posts') ? { generator: 'jekyll', folder, config: '_posts' } : undefined;
}

/** A folder `content` is Hugo's where nothing else is found. */
function byContent(folder: string, names: ReadonlySet<string>): SiteBelow | undefined {
  if (!names.has('content') || names.has('posts')) return undefined;
  const generator: Generator = 'hugo';
  return { site: { generator, folder, config: 'content' }, path: '', names };
}
